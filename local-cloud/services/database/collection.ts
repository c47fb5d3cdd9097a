/** A collection in memory: documents as chains of immutable versions, and the indexes over the newest ones. */
import type { IndexDeclaration } from '../../../cloudfunctions/database/collections'
import { Index } from './indexes'
import { type Doc, type Id, idKey } from './values'
import type { DocRecord, Version } from './versions'

const idIndex: IndexDeclaration = {
  IndexName: '_id_',
  MgoKeySchema: { MgoIsUnique: true, MgoIndexKeys: [{ Name: '_id', Direction: '1' }] },
}

export class Collection {
  readonly records = new Map<string, DocRecord>()
  readonly byId = new Index(idIndex)
  indexes: Index[] = [this.byId]
  count = 0
  private nextOrder = 0

  constructor(readonly name: string) {}

  record(id: unknown): DocRecord | undefined {
    return this.records.get(idKey(id))
  }

  /** The newest document, or null. */
  current(id: unknown): Doc | null {
    return this.record(id)?.head.doc ?? null
  }

  /** The document as a snapshot sees it. */
  versionAt(id: unknown, seq: number): Version | null {
    let version: Version | null = this.record(id)?.head ?? null
    while (version && version.seq > seq) version = version.prev
    return version
  }

  /** Puts a committed version in place. `keep`: some snapshot may still need the one before. */
  apply(id: Id, doc: Doc | null, seq: number, keep: boolean): DocRecord {
    const key = idKey(id)
    let record = this.records.get(key)
    const old = record?.head ?? null
    if (!record || !old?.doc) {
      if (record) this.records.delete(key)
      record = { key, id, order: this.nextOrder++, head: { seq, doc, prev: keep ? old : null } }
      this.records.set(key, record)
    } else record.head = { seq, doc, prev: keep ? old : null }
    for (const index of this.indexes) index.replace(record, old?.doc ?? null, doc)
    this.count += (doc ? 1 : 0) - (old?.doc ? 1 : 0)
    if (!doc && !keep) this.records.delete(key)
    return record
  }

  /** A document read from the data file; `fillIndexes` follows when all are read. */
  load(doc: Doc, text: string): void {
    const key = idKey(doc._id)
    this.records.set(key, {
      key,
      id: doc._id,
      order: this.nextOrder++,
      head: { seq: 1, doc, text, prev: null },
    })
    this.count++
  }

  fillIndexes(): void {
    for (const index of this.indexes) index.fill(this.records.values())
  }

  /** Forgets what no snapshot from `oldest` on can see. */
  prune(record: DocRecord, oldest: number): void {
    let version: Version | null = record.head
    while (version && version.seq > oldest) version = version.prev
    if (version) version.prev = null
    if (!record.head.doc && record.head.seq <= oldest) {
      if (this.records.get(record.key) === record) this.records.delete(record.key)
    }
  }

  *docs(): Generator<DocRecord> {
    for (const record of this.records.values()) if (record.head.doc) yield record
  }
}
