/** Writing: inserts, replacements, updates and removals, staged for a commit, each under its locks. */
import { randomBytes } from 'node:crypto'
import type { Collection } from './collection'
import { duplicateKey, failed, transactionConflict } from './errors'
import { find } from './query/find'
import type { Store } from './store'
import type { Staging, Transaction } from './transactions'
import { Locked, staging } from './transactions'
import { applyUpdate } from './updates/apply'
import { type Doc, equal, type Fields, type Id, idKey, isFields } from './values'
import type { Version } from './versions'

export type Updated = { readonly updated: number; readonly upsert_id?: Id; readonly doc?: Doc }
type Target = { readonly store: Store; readonly staged: Staging; readonly transaction: Transaction | null }

const lockKey = (collection: string, key: string): string => collection + '\u0000' + key

/**
 * Runs a write: inside a transaction it is staged there; a plain one commits at once, after waiting for locks that
 * open transactions hold on what it touches.
 */
export async function write<T>(
  store: Store,
  transaction: Transaction | null,
  act: (target: Target) => T,
): Promise<T> {
  if (transaction) {
    try {
      return act({ store, staged: transaction, transaction })
    } catch (error) {
      // as in MongoDB, a write that fails ends its transaction
      store.transactions.end(transaction)
      throw error
    }
  }
  for (;;) {
    const staged = staging()
    try {
      const result = act({ store, staged, transaction: null })
      store.commit(staged)
      return result
    } catch (error) {
      if (!(error instanceof Locked)) throw error
      if (!(await store.transactions.released(error.key))) throw transactionConflict()
    }
  }
}

/** The state of a document as a writer sees it: its own staged one, else its snapshot's, else the newest. */
export function seenVersion(
  { staged, transaction }: Omit<Target, 'store'>,
  collection: Collection,
  id: unknown,
): Version | null {
  const own = staged.writes.get(lockKey(collection.name, idKey(id)))
  if (own) return { seq: 0, doc: own.doc, prev: null }
  return collection.versionAt(id, transaction?.snapshot ?? Infinity)
}

function seen(target: Target, collection: Collection, id: unknown): Doc | null {
  return seenVersion(target, collection, id)?.doc ?? null
}

export function insert(target: Target, name: string, docs: readonly unknown[]): Id[] {
  const collection = target.store.collection(name)
  return docs.map((data) => {
    if (!isFields(data)) throw failed('[FailedOperation.Insert] a document must be an object')
    const given = data['_id']
    if (given === undefined) return stage(target, collection, { _id: newId(), ...withoutId(data) } as Doc)._id
    if (typeof given !== 'string' && typeof given !== 'number') {
      throw failed('[FailedOperation.Insert] _id must be a string or a number')
    }
    if (seen(target, collection, given)) throw duplicateKey(name, '_id_', `{ _id: ${JSON.stringify(given)} }`)
    return stage(target, collection, data as Doc)._id
  })
}

const withoutId = ({ _id, ...rest }: Fields): Fields => rest
const newId = (): string => randomBytes(16).toString('hex')

/** `doc().set()`: the whole document, made if it isn't there. Replacing it by an equal one counts as no update. */
export function replace(target: Target, name: string, id: Id, data: Fields): Updated {
  const collection = target.store.collection(name)
  const old = seen(target, collection, id)
  const doc: Doc = { _id: id, ...withoutId(data) }
  if (old && equal(old, doc)) return { updated: 0 }
  stage(target, collection, doc)
  return old ? { updated: 1 } : { updated: 0, upsert_id: id }
}

/** Seeds a document whatever was there. */
export function upsert(target: Target, name: string, doc: Doc): void {
  if (typeof doc._id !== 'string' && typeof doc._id !== 'number')
    throw failed('[FailedOperation] a seed needs its _id')
  replace(target, name, doc._id, doc)
}

/** `updated` counts the documents that the update has changed, not those that it found. */
export function update(
  target: Target,
  name: string,
  filter: Fields,
  change: Fields,
  multi: boolean,
): Updated {
  const collection = target.store.collection(name)
  let updated = 0
  let doc: Doc | null = null
  for (const old of targets(target, collection, filter, multi)) {
    doc = applyUpdate(old, change, filter)
    if (doc === old) {
      touch(target, collection, old)
      continue
    }
    stage(target, collection, doc)
    updated++
  }
  return doc ? { updated, doc } : { updated }
}

export function remove(target: Target, name: string, filter: Fields, multi: boolean): number {
  const collection = target.store.collection(name)
  const found = targets(target, collection, filter, multi)
  for (const doc of found) stageRemoval(target, collection, doc)
  return found.length
}

/** In a transaction, one document by its id; elsewhere whatever the filter finds. */
function targets(target: Target, collection: Collection, filter: Fields, multi: boolean): Doc[] {
  if (target.transaction) {
    const doc = seen(target, collection, filter['_id'])
    return doc ? [doc] : []
  }
  const limit = multi ? Infinity : 1
  return find(collection, { filter, limit }, target.store.costs).map((version) => version.doc as Doc)
}

/** A plain write that changes nothing still waits for whoever holds the document. */
function touch({ store, transaction }: Target, collection: Collection, doc: Doc): void {
  if (!transaction) store.transactions.lock(lockKey(collection.name, idKey(doc._id)), null)
}

function stage(target: Target, collection: Collection, doc: Doc): Doc {
  const old = lockDocument(target, collection, doc._id)
  lockUniqueKeys(target, collection, old, doc)
  target.staged.writes.set(lockKey(collection.name, idKey(doc._id)), {
    collection: collection.name,
    id: doc._id,
    doc,
  })
  return doc
}

function stageRemoval(target: Target, collection: Collection, { _id }: Doc): void {
  const old = lockDocument(target, collection, _id)
  lockUniqueKeys(target, collection, old, null)
  target.staged.writes.set(lockKey(collection.name, idKey(_id)), {
    collection: collection.name,
    id: _id,
    doc: null,
  })
}

/** Locks a document for writing; its state before this write. @throws on conflict with a newer commit or another writer. */
function lockDocument(target: Target, collection: Collection, id: Id): Doc | null {
  const { store, staged, transaction } = target
  const key = lockKey(collection.name, idKey(id))
  store.transactions.lock(key, transaction)
  const head = collection.record(id)?.head
  if (transaction && head && head.seq > (transaction.snapshot ?? Infinity)) throw transactionConflict()
  return staged.writes.get(key)?.doc ?? head?.doc ?? null
}

/** Keys that a write gives up are locked too: until the commit nobody knows whether they are free. */
function lockUniqueKeys(target: Target, collection: Collection, old: Doc | null, doc: Doc | null): void {
  for (const index of collection.indexes) {
    if (!index.unique || index === collection.byId) continue
    const oldKeys = old ? index.keysOf(old) : []
    const newKeys = doc ? index.keysOf(doc) : []
    const prefix = `${collection.name}\u0000unique\u0000${index.name}\u0000`
    for (const key of oldKeys)
      if (!newKeys.includes(key)) target.store.transactions.lock(prefix + key, target.transaction)
    for (const key of newKeys) {
      if (oldKeys.includes(key)) continue
      target.store.transactions.lock(prefix + key, target.transaction)
      if (doc) claimUniqueKey(target, collection, index, key, doc, prefix + key)
    }
  }
}

function claimUniqueKey(
  target: Target,
  collection: Collection,
  index: Collection['byId'],
  key: string,
  doc: Doc,
  lock: string,
): void {
  const { staged, transaction } = target
  const own = lockKey(collection.name, idKey(doc._id))
  const taken = (by: string): boolean => {
    const write = staged.writes.get(by)
    return !write || (write.doc !== null && index.keysOf(write.doc).includes(key))
  }
  const duplicate = (): Error => duplicateKey(collection.name, index.name, index.shownKey(doc))
  for (const holder of index.holders(key)) {
    const by = lockKey(collection.name, holder.key)
    if (by === own || !taken(by)) continue
    if (transaction && holder.head.seq > (transaction.snapshot ?? Infinity)) throw transactionConflict()
    throw duplicate()
  }
  const before = staged.uniqueKeys.get(lock)
  if (before !== undefined && before !== own && taken(before)) throw duplicate()
  staged.uniqueKeys.set(lock, own)
}
