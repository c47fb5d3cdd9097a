/** Open transactions, their snapshots, and the locks on what they have written. */
import { randomBytes } from 'node:crypto'
import { transactionBusy, transactionConflict, transactionGone, transactionTooLong } from './errors'
import { limits } from './limits'
import type { Doc, Id } from './values'

export type Write = { readonly collection: string; readonly id: Id; readonly doc: Doc | null }
/** Writes that will be committed together: those of a transaction, or of one plain operation. */
export type Staging = {
  /** Document's lock key → what it will be. */
  readonly writes: Map<string, Write>
  /** Unique key staged here → the document's lock key. */
  readonly uniqueKeys: Map<string, string>
}
export type Transaction = Staging & {
  readonly id: string
  readonly startedAt: number
  readonly locks: Set<string>
  /** Sees commits up to this number; null until the first operation. */
  snapshot: number | null
  operations: number
  busy: boolean
}

export const staging = (): Staging => ({
  writes: new Map<string, Write>(),
  uniqueKeys: new Map<string, string>(),
})

/** A plain write met a lock: try again when it is released. */
export class Locked extends Error {
  constructor(readonly key: string) {
    super(`locked: ${key}`)
  }
}

export class Transactions {
  private readonly open = new Map<string, Transaction>()
  private readonly owners = new Map<string, Transaction>()
  private readonly waiting = new Map<string, (() => void)[]>()
  private sweeper: NodeJS.Timeout | null = null

  /** `onEnd` hears that a snapshot is gone. */
  constructor(
    private readonly now: () => number,
    private readonly onEnd: () => void,
  ) {}

  begin(): Transaction {
    const transaction: Transaction = {
      ...staging(),
      id: randomBytes(16).toString('hex'),
      startedAt: this.now(),
      locks: new Set(),
      snapshot: null,
      operations: 0,
      busy: false,
    }
    this.open.set(transaction.id, transaction)
    this.sweeper ??= setInterval(() => this.expire(), 1000).unref()
    return transaction
  }

  /** The transaction for its next operation. @throws when it has ended, is busy, or has had its hundred. */
  use(id: string, committed: number): Transaction {
    const transaction = this.openOne(id)
    if (++transaction.operations > limits.transactionOperations) {
      this.end(transaction)
      throw transactionTooLong(limits.transactionOperations)
    }
    transaction.snapshot ??= committed
    return transaction
  }

  /** The transaction for commit or rollback. */
  openOne(id: string): Transaction {
    this.expire()
    const transaction = this.open.get(id)
    if (!transaction) throw transactionGone()
    if (transaction.busy) throw transactionBusy()
    return transaction
  }

  end(transaction: Transaction): void {
    if (!this.open.delete(transaction.id)) return
    for (const key of transaction.locks) this.owners.delete(key)
    for (const key of transaction.locks) this.wake(key)
    if (!this.open.size && this.sweeper) {
      clearInterval(this.sweeper)
      this.sweeper = null
    }
    this.onEnd()
  }

  /** The first writer has the lock: another transaction is in conflict at once, a plain write waits. */
  lock(key: string, by: Transaction | null): void {
    const owner = this.owners.get(key)
    if (owner && owner !== by) {
      if (this.isOver(owner)) this.end(owner)
      else if (by) throw transactionConflict()
      else throw new Locked(key)
    }
    if (!by) return
    this.owners.set(key, by)
    by.locks.add(key)
  }

  get anyOpen(): boolean {
    return this.open.size > 0
  }

  /** The oldest commit number that some snapshot may still look at. */
  oldestSnapshot(committed: number): number {
    let oldest = committed
    for (const { snapshot } of this.open.values())
      if (snapshot !== null && snapshot < oldest) oldest = snapshot
    return oldest
  }

  /** Resolves when a lock is released, true, or after the wait limit, false. */
  released(key: string): Promise<boolean> {
    if (!this.owners.has(key)) return Promise.resolve(true)
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), limits.lockWaitMs)
      timer.unref()
      const list = this.waiting.get(key) ?? []
      this.waiting.set(key, list)
      list.push(() => {
        clearTimeout(timer)
        resolve(true)
      })
    })
  }

  close(): void {
    for (const transaction of [...this.open.values()]) this.end(transaction)
  }

  private wake(key: string): void {
    const list = this.waiting.get(key)
    if (!list) return
    this.waiting.delete(key)
    for (const resume of list) resume()
  }

  private isOver({ startedAt }: Transaction): boolean {
    return this.now() - startedAt >= limits.transactionMs
  }

  private expire(): void {
    for (const transaction of this.open.values()) if (this.isOver(transaction)) this.end(transaction)
  }
}
