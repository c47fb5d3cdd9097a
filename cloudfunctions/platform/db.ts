import { Defect } from '@shared/kernel/refusal'
import { asDuplicateKey } from './errors'
import { encodePatch, encodeWhere, refuseUndefined, type Patch, type Where } from './query'
import { findWith, lookup, type Joined, type Joins } from './lookup'
import type { RawCollection, RawCommand, RawDatabase } from './sdk'

export type Doc = { readonly _id: string }

/** What a collection can do inside a transaction and outside: calls by id. Each is one billed read or write. */
export type DocTable<T extends Doc> = {
  get(id: string): Promise<T | null>
  /** Throws DuplicateKey when the id, or another unique key, is taken. Inside `tx` that ends the transaction. */
  add(doc: T): Promise<void>
  /** Writes the whole document, whether it was there or not. */
  set(doc: T): Promise<void>
  /** A missing document stays missing: whoever must know reads it first, or uses `updateIf`. */
  update(id: string, patch: Patch<T>): Promise<void>
  remove(id: string): Promise<void>
}
export type Find<T> = {
  readonly where: Where<T>
  readonly orderBy?: readonly (readonly [path: string, direction: 'asc' | 'desc'])[]
  /** 1–1000. */
  readonly limit: number
}
/** What a collection can do outside a transaction. */
export type Table<T extends Doc> = DocTable<T> & {
  /**
   * One atomic conditional update: true if it happened. The patch must break the guard (or `inc` something), so that
   * of two competitors one gets false.
   */
  updateIf(id: string, guard: Where<T>, patch: Patch<T>): Promise<boolean>
  /** Updates every document that matches; answers how many. */
  updateAll(where: Where<T>, patch: Patch<T>): Promise<number>
  /** Deletes every document that matches, for good; answers how many. One billed write. */
  removeAll(where: Where<T>): Promise<number>
  /** Served by a declared index, or on a collection of a few dozen documents. */
  find(query: Find<T>): Promise<T[]>
  /** The same with the documents that belong to each, by name, in one billed read. */
  findWith<J extends Record<string, Doc>>(query: Find<T>, joins: Joins<J>): Promise<Joined<T, J>[]>
  /** How many match, by an index; none of them travels. One billed read. */
  count(where: Where<T>): Promise<number>
  /** One document and the documents that belong to it, by name, in one billed read; null when there is no such document. */
  lookup<J extends Record<string, Doc>>(id: string, joins: Joins<J>): Promise<Joined<T, J> | null>
}
/** A transaction's handle: by-id calls alone, since the SDK would send anything else outside of it. */
export type TxDb = { table<T extends Doc>(name: string): DocTable<T> }
/** The database outside of a transaction. Fits wherever a `TxDb` is asked for. */
export type Db = { table<T extends Doc>(name: string): Table<T> }

const MAX_ROWS = 1000

/** The database over the SDK. */
export function createDb(raw: RawDatabase): Db {
  return {
    table: <T extends Doc>(name: string): Table<T> => ({
      ...docTable<T>(raw.command, raw.collection(name), name),
      ...queries<T>(raw.command, raw.collection(name), name),
    }),
  }
}

/** By-id calls on a collection handle, the transaction's or the plain one. */
export function docTable<T extends Doc>(
  command: RawCommand,
  collection: RawCollection,
  name: string,
): DocTable<T> {
  const doc = (id: string) => {
    if (typeof id !== 'string' || id === '') throw new Defect('a document without an id', { table: name, id })
    return collection.doc(id)
  }
  return {
    get: async (id) => (await doc(id).get()).data as T | null,
    async add(row) {
      doc(row._id)
      refuseUndefined(row, name)
      await unique(name, collection.add({ data: row }))
    },
    async set({ _id, ...fields }) {
      refuseUndefined(fields, name)
      await unique(name, doc(_id).set({ data: fields }))
    },
    async update(id, patch) {
      await unique(name, doc(id).update({ data: encodePatch(command, patch) }))
    },
    async remove(id) {
      await doc(id).remove()
    },
  }
}

function queries<T extends Doc>(command: RawCommand, collection: RawCollection, name: string) {
  const updateAll = async (where: object, patch: object): Promise<number> => {
    const query = collection.where(encodeWhere(command, where))
    return (await unique(name, query.update({ data: encodePatch(command, patch) }))).stats.updated
  }
  return {
    updateAll,
    async updateIf(id: string, guard: Where<T>, patch: Patch<T>) {
      return (await updateAll({ ...guard, _id: id }, patch)) === 1
    },
    async removeAll(where: Where<T>) {
      return (await collection.where(encodeWhere(command, where)).remove()).stats.removed
    },
    async find({ where, orderBy = [], limit }: Find<T>) {
      requireBound(name, limit)
      let query = collection.where(encodeWhere(command, where))
      for (const [path, direction] of orderBy) query = query.orderBy(path, direction)
      return (await query.limit(limit).get()).data as T[]
    },
    async findWith<J extends Record<string, Doc>>({ where, orderBy = [], limit }: Find<T>, joins: Joins<J>) {
      requireBound(name, limit)
      return findWith<T, J>(
        command,
        collection,
        { where: encodeWhere(command, where), orderBy, limit },
        joins,
      )
    },
    count: async (where: Where<T>) => (await collection.where(encodeWhere(command, where)).count()).total,
    lookup: <J extends Record<string, Doc>>(id: string, joins: Joins<J>) =>
      lookup<T, J>(command, collection, id, joins),
  }
}

function requireBound(table: string, limit: number): void {
  if (!(limit >= 1 && limit <= MAX_ROWS)) throw new Defect('an unbounded query', { table, limit })
}

async function unique<R>(table: string, write: Promise<R>): Promise<R> {
  try {
    return await write
  } catch (e) {
    throw asDuplicateKey(table, e)
  }
}
