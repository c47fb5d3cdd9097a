import { isRefused } from '@shared/kernel/refusal'
import { docTable, type Doc, type DocTable, type TxDb } from './db'
import { Busy, isConflict } from './errors'
import type { RawCollection, RawDatabase, RawDocument, RawTransaction } from './sdk'

/**
 * Runs `work` in a transaction: commits unless it throws or returns a refusal, which is then the answer. Runs it again
 * from the start when another transaction was faster, so `work` must be safe to rerun and call no network.
 * Throws Busy when conflicts outlast every attempt.
 */
export type RunTx = <T>(work: (db: TxDb) => Promise<T>) => Promise<T>

const ATTEMPTS = 12
const FIRST_DELAY_MS = 8
const LONGEST_DELAY_MS = 400

export type TxDeps = {
  readonly raw: RawDatabase
  readonly random: () => number
  readonly wait: (ms: number) => Promise<void>
}

/** The SDK's own `runTransaction` doesn't retry in 4.x (its wrapper strips the code it looks for); this one does. */
export function createTx({ raw, random, wait }: TxDeps): RunTx {
  return async (work) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (attempt > 0) await wait(random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt))
      try {
        return await attemptOnce(raw, work)
      } catch (e) {
        if (!isConflict(e)) throw e
      }
    }
    throw new Busy(`conflicts outlasted ${ATTEMPTS} attempts`)
  }
}

async function attemptOnce<T>(raw: RawDatabase, work: (db: TxDb) => Promise<T>): Promise<T> {
  const transaction = await raw.startTransaction()
  let result: T
  try {
    result = await work(txDb(raw, transaction))
  } catch (e) {
    await rollback(transaction)
    throw e
  }
  if (isRefused(result)) await rollback(transaction)
  else await transaction.commit()
  return result
}

/** The transaction may be dead already (a conflict ends it); what matters was decided before. */
async function rollback(transaction: RawTransaction): Promise<void> {
  await transaction.rollback().catch(() => undefined)
}

function txDb(raw: RawDatabase, transaction: RawTransaction): TxDb {
  const inLine = line()
  return {
    table: <T extends Doc>(name: string): DocTable<T> =>
      docTable<T>(raw.command, queued(transaction.collection(name), inLine), name),
  }
}

type InLine = <R>(call: () => Promise<R>) => Promise<R>

/** One call after the other: the database answers TransactionBusy to parallel calls within one transaction. */
function line(): InLine {
  let last: Promise<unknown> = Promise.resolve()
  return (call) => {
    const next = last.then(call, call)
    last = next.catch(() => undefined)
    return next
  }
}

function queued(collection: RawCollection, inLine: InLine): RawCollection {
  return {
    ...collection,
    add: (o) => inLine(() => collection.add(o)),
    doc: (id) => {
      const doc: RawDocument = collection.doc(id)
      return {
        get: () => inLine(() => doc.get()),
        set: (o) => inLine(() => doc.set(o)),
        update: (o) => inLine(() => doc.update(o)),
        remove: () => inLine(() => doc.remove()),
      }
    },
  }
}
