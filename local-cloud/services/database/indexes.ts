/** One index of a collection, in memory: compound, multikey, unique, as MongoDB defines them. */
import type { IndexDeclaration } from '../../../cloudfunctions/database/collections'
import { type Direction, directed, sortKey } from './sort-key'
import { type Entry, SortedEntries } from './sorted-entries'
import { type Fields, reachedValues } from './values'
import type { DocRecord } from './versions'

export type IndexField = {
  readonly name: string
  readonly path: readonly string[]
  readonly direction: Direction
}

export class Index {
  readonly name: string
  readonly unique: boolean
  readonly fields: readonly IndexField[]
  readonly entries = new SortedEntries<DocRecord>()
  /** Some document has an array in one of the fields: a document may then stand in the index several times. */
  multikey = false

  constructor(readonly declaration: IndexDeclaration) {
    this.name = declaration.IndexName
    this.unique = declaration.MgoKeySchema.MgoIsUnique
    this.fields = declaration.MgoKeySchema.MgoIndexKeys.map(({ Name, Direction }) => ({
      name: Name,
      path: Name.split('.'),
      direction: Direction === '-1' ? -1 : 1,
    }))
  }

  /** The keys under which a document stands here; one, unless a field holds an array. A missing field is null. */
  keysOf(doc: Fields): string[] {
    let keys = ['']
    for (const { path, direction } of this.fields) {
      const parts = partsOf(doc, path)
      if (parts.length === 1) {
        const part = directed(parts[0] as string, direction)
        for (let i = 0; i < keys.length; i++) keys[i] += part
      } else keys = keys.flatMap((key) => parts.map((part) => key + directed(part, direction)))
    }
    return keys.length > 1 ? [...new Set(keys)] : keys
  }

  /** What MongoDB shows of a key in E11000. */
  shownKey(doc: Fields): string {
    const shown = this.fields.map(
      ({ name, path }) => `${name}: ${JSON.stringify(reachedValues(doc, path)[0] ?? null)}`,
    )
    return `{ ${shown.join(', ')} }`
  }

  /** Records other than `own` that stand under a key. */
  *holders(key: string): Generator<DocRecord> {
    yield* this.entries.ascending(key, key + '\u0000')
  }

  /** Takes in the records of a collection that is being opened. */
  fill(records: Iterable<DocRecord>): void {
    const entries: Entry<DocRecord>[] = []
    for (const record of records) {
      const keys = this.keysOf(record.head.doc as Fields)
      if (keys.length > 1) this.multikey = true
      for (const key of keys) entries.push({ key, order: record.order, value: record })
    }
    this.entries.fill(entries)
  }

  /** Moves a record from its old document's keys to the new one's. */
  replace(record: DocRecord, old: Fields | null, doc: Fields | null): void {
    const oldKeys = old ? this.keysOf(old) : []
    const newKeys = doc ? this.keysOf(doc) : []
    if (newKeys.length > 1) this.multikey = true
    if (oldKeys.length === 1 && newKeys.length === 1 && oldKeys[0] === newKeys[0]) return
    for (const key of oldKeys) this.entries.remove(key, record.order)
    for (const key of newKeys) this.entries.insert({ key, order: record.order, value: record })
  }
}

/** Encoded values of one field: the elements of an array, or the value, or null where there is none. */
function partsOf(doc: Fields, path: readonly string[]): string[] {
  const first = path[0] as string
  const reached = path.length === 1 ? [doc[first]] : reachedValues(doc, path)
  if (!reached.length) return [sortKey(null)]
  return reached.flatMap((value) =>
    Array.isArray(value) && value.length ? value.map(sortKey) : [sortKey(value)],
  )
}

export function sameIndex(a: IndexDeclaration, b: IndexDeclaration): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
