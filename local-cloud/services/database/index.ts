/** The database service of the local cloud: CloudBase's document database on one machine. */
import type { CollectionDeclaration } from '../../../cloudfunctions/database/collections'
import { invalidParameter } from './errors'
import { openFile, volatile } from './persistence'
import { explain } from './query/find'
import type { SortSpec } from './sort-key'
import { Store } from './store'
import { staging } from './transactions'
import { copyOf, type Doc, type Fields, type Id } from './values'
import { actions, type CallKind, newRequestId, refusal, type WireReply, type WireRequest } from './wire'
import { upsert } from './writes'

export { DataFileError, DatabaseError, type DataFileTrouble } from './errors'
export { limits } from './limits'
export type { CallKind, WireReply, WireRequest } from './wire'

export type DatabaseOptions = {
  /** A path, or `:memory:` for a database that is gone when closed. */
  readonly file: string
  /** The cloud's clock, epoch ms: server dates and the thirty seconds of a transaction go by it. */
  readonly now: () => number
  /** Hears of each call, for counting what the plan bills. */
  readonly onCall?: (call: {
    readonly kind: CallKind
    readonly action: string
    readonly collection?: string
  }) => void
}

export type Database = {
  /** One `database.*` action. Never throws for an error of the database: that is `code` and `message`. */
  handle(request: WireRequest): Promise<WireReply>
  /** Makes missing collections and brings indexes to what is declared; idempotent. */
  ensure(collections: readonly CollectionDeclaration[]): void
  /** Seeds documents, each with its `_id`; durable on return, not billed. */
  put(collection: string, docs: readonly object[]): void
  /** Copies of all documents, in the order of insertion. */
  all(collection: string): object[]
  get(collection: string, id: Id): object | null
  /** No document in any collection. */
  isEmpty(): boolean
  /** How a query would be served: the index by name (null: a scan), and whether it yields the order asked for. */
  explain(collection: string, filter: Fields, sort?: SortSpec): { index: string | null; sorted: boolean }
  /** Since opening: documents that queries looked at, and queries that looked at all of a collection. */
  costs(): { examined: number; scans: number }
  close(): void
}

/** @throws DataFileError when the file is newer, damaged, someone else's or in use; it is left untouched. */
export function openDatabase({ file, now, onCall }: DatabaseOptions): Database {
  const store = new Store(file === ':memory:' ? volatile : openFile(file), now)
  return {
    async handle(request) {
      onCall?.(callOf(request))
      const requestId = newRequestId()
      try {
        const reply = await answer(store, request)
        const durable = store.persistence.settled()
        if (durable) await durable
        return { requestId, ...reply }
      } catch (error) {
        return refusal(requestId, error)
      }
    },
    ensure: (collections) => collections.forEach((declaration) => store.ensure(declaration)),
    put: (collection, docs) => put(store, collection, docs as Doc[]),
    all: (collection) =>
      [...store.collection(collection).docs()].map(({ head }) => copyOf(head.doc) as object),
    get: (collection, id) => copyOf(store.collection(collection).current(id)) as object | null,
    isEmpty: () => [...store.collections.values()].every(({ count }) => count === 0),
    explain: (collection, filter, sort = []) => explain(store.collection(collection), filter, sort),
    costs: () => ({ ...store.costs }),
    close: () => store.close(),
  }
}

function callOf({ action, collectionName }: WireRequest): {
  kind: CallKind
  action: string
  collection?: string
} {
  const kind = actions[action]?.kind ?? 'transaction'
  return collectionName === undefined ? { kind, action } : { kind, action, collection: collectionName }
}

async function answer(store: Store, request: WireRequest): Promise<Omit<WireReply, 'requestId'>> {
  const { action, transactionId } = request
  const { transactions } = store
  store.persistence.checkSound()
  if (action === 'database.startTransaction') return { transactionId: transactions.begin().id }
  if (action === 'database.commitTransaction' || action === 'database.abortTransaction') {
    const transaction = transactions.openOne(transactionId ?? '')
    if (action === 'database.commitTransaction') store.commit(transaction)
    transactions.end(transaction)
    return {}
  }
  const known = actions[action]
  if (!known) throw invalidParameter(`unknown action ${action}`)
  if (!transactionId) return { data: await known.run({ store, request, transaction: null }) }
  const transaction = transactions.use(transactionId, store.seq)
  transaction.busy = true
  try {
    const data = await known.run({ store, request, transaction })
    await nextTurn()
    return { data }
  } finally {
    transaction.busy = false
  }
}

/** An operation keeps its transaction busy for one turn, so that others that arrived with it meet it. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

function put(store: Store, collection: string, docs: readonly Doc[]): void {
  const staged = staging()
  for (const doc of docs) upsert({ store, staged, transaction: null }, collection, copyOf(doc) as Doc)
  store.commit(staged)
  store.persistence.flush()
}
