/**
 * The collections and their commits. Every method runs within one turn of the event loop, so each is atomic; only
 * waiting for a lock and for the disk takes turns.
 */
import type { CollectionDeclaration, IndexDeclaration } from '../../../cloudfunctions/database/collections'
import { Collection } from './collection'
import { decode } from './ejson'
import { collectionExists, DataFileError, duplicateKey, noCollection } from './errors'
import { Index, sameIndex } from './indexes'
import type { Persistence, Row } from './persistence'
import type { QueryCosts } from './query/find'
import { type Staging, Transactions } from './transactions'
import type { Doc } from './values'
import { type DocRecord, textOf } from './versions'

export class Store {
  readonly collections = new Map<string, Collection>()
  readonly transactions: Transactions
  readonly costs: QueryCosts = { examined: 0, scans: 0 }
  /** Number of the last commit. */
  seq = 1
  /** Records with versions that only snapshots see. */
  private readonly chained = new Map<DocRecord, Collection>()

  constructor(
    readonly persistence: Persistence,
    readonly now: () => number,
  ) {
    this.transactions = new Transactions(now, () => this.prune())
    this.load()
  }

  private load(): void {
    try {
      for (const { name, indexes } of this.persistence.collections()) {
        const collection = new Collection(name)
        collection.indexes.push(...(JSON.parse(indexes) as IndexDeclaration[]).map((d) => new Index(d)))
        this.collections.set(name, collection)
      }
      for (const { collection, text } of this.persistence.docs()) {
        this.collection(collection).load(decode(text, 0) as Doc, text)
      }
      for (const collection of this.collections.values()) collection.fillIndexes()
    } catch (cause) {
      throw new DataFileError('corrupt', 'The data file holds what is no document. Nothing was changed.', {
        cause,
      })
    }
  }

  /** @throws DatabaseError where there is none: collections are never made by themselves. */
  collection(name: string): Collection {
    const collection = this.collections.get(name)
    if (!collection) throw noCollection(name)
    return collection
  }

  create(name: string): void {
    if (this.collections.has(name)) throw collectionExists(name)
    this.collections.set(name, new Collection(name))
    this.persistence.saveCollection(name, '[]')
  }

  /** Brings a collection's indexes to what is declared. @throws when documents stand against a unique one. */
  ensure({ name, indexes }: CollectionDeclaration): void {
    const isNew = !this.collections.has(name)
    const collection = this.collections.get(name) ?? new Collection(name)
    const known = collection.indexes.slice(1)
    const same =
      known.length === indexes.length &&
      indexes.every((d, i) => known[i] && sameIndex(known[i].declaration, d))
    if (!isNew && same) return
    const built = indexes.map((d) => known.find((k) => sameIndex(k.declaration, d)) ?? build(collection, d))
    collection.indexes = [collection.byId, ...built]
    this.collections.set(name, collection)
    this.persistence.saveCollection(name, JSON.stringify(indexes))
  }

  /** Makes staged writes the newest versions; durable when `persistence.settled()` resolves. */
  commit({ writes }: Staging): void {
    if (!writes.size) return
    const seq = this.seq + 1
    const keep = this.transactions.anyOpen
    const rows: Row[] = []
    for (const { collection: name, id, doc } of writes.values()) {
      const collection = this.collection(name)
      const record = collection.apply(id, doc, seq, keep)
      if (keep && (record.head.prev || !doc)) this.chained.set(record, collection)
      rows.push({ collection: name, key: record.key, text: doc && this.textFor(record) })
    }
    this.seq = seq
    this.persistence.save(rows)
  }

  private textFor(record: DocRecord): string {
    return this.persistence.isVolatile ? '' : textOf(record.head)
  }

  private prune(): void {
    if (!this.chained.size) return
    const oldest = this.transactions.oldestSnapshot(this.seq)
    for (const [record, collection] of this.chained) {
      collection.prune(record, oldest)
      if (!record.head.prev && record.head.doc) this.chained.delete(record)
      else if (!record.head.doc && record.head.seq <= oldest) this.chained.delete(record)
    }
  }

  close(): void {
    this.transactions.close()
    this.persistence.close()
  }
}

function build(collection: Collection, declaration: IndexDeclaration): Index {
  const index = new Index(declaration)
  for (const record of collection.docs()) {
    const doc = record.head.doc as Doc
    for (const key of index.unique ? index.keysOf(doc) : []) {
      for (const _ of index.holders(key)) throw duplicateKey(collection.name, index.name, index.shownKey(doc))
    }
    index.replace(record, null, doc)
  }
  return index
}
