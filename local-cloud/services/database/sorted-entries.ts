/** A sorted list in chunks: inserting among 100,000 entries moves a few hundred pointers, not all of them. */
const CHUNK = 512

export type Entry<T> = { readonly key: string; readonly order: number; readonly value: T }
type Chunk<T> = Entry<T>[]

const before = (a: { key: string; order: number }, b: { key: string; order: number }): boolean =>
  a.key < b.key || (a.key === b.key && a.order < b.order)

export class SortedEntries<T> {
  private readonly chunks: Chunk<T>[] = [[]]
  size = 0

  insert(entry: Entry<T>): void {
    const c = this.chunkFor(entry)
    const chunk = this.chunks[c] as Chunk<T>
    chunk.splice(position(chunk, entry), 0, entry)
    this.size++
    if (chunk.length > CHUNK * 2) this.chunks.splice(c + 1, 0, chunk.splice(CHUNK))
  }

  /** Fills an empty list at once: sorting is quicker than inserting one by one. */
  fill(entries: Entry<T>[]): void {
    entries.sort((a, b) => (before(a, b) ? -1 : 1))
    this.chunks.length = 0
    for (let i = 0; i < entries.length; i += CHUNK) this.chunks.push(entries.slice(i, i + CHUNK))
    if (!this.chunks.length) this.chunks.push([])
    this.size = entries.length
  }

  remove(key: string, order: number): void {
    const c = this.chunkFor({ key, order })
    const chunk = this.chunks[c] as Chunk<T>
    const at = position(chunk, { key, order })
    const found = chunk[at]
    if (!found || found.key !== key || found.order !== order) return
    chunk.splice(at, 1)
    this.size--
    if (!chunk.length && this.chunks.length > 1) this.chunks.splice(c, 1)
  }

  /** Values with `from <= key < to`, in order. */
  *ascending(from: string, to: string): Generator<T> {
    let c = this.chunkFor({ key: from, order: -1 })
    let at = position(this.chunks[c] as Chunk<T>, { key: from, order: -1 })
    for (let chunk = this.chunks[c]; chunk; chunk = this.chunks[++c], at = 0) {
      for (; at < chunk.length; at++) {
        const entry = chunk[at] as Entry<T>
        if (entry.key >= to) return
        yield entry.value
      }
    }
  }

  /** Values with `from <= key < to`, the greatest first. */
  *descending(from: string, to: string): Generator<T> {
    let c = this.chunkFor({ key: to, order: -1 })
    let at = position(this.chunks[c] as Chunk<T>, { key: to, order: -1 }) - 1
    for (let chunk = this.chunks[c]; chunk; chunk = this.chunks[--c], at = (chunk?.length ?? 0) - 1) {
      for (; at >= 0; at--) {
        const entry = chunk[at] as Entry<T>
        if (entry.key < from) return
        yield entry.value
      }
    }
  }

  /** The chunk in which an entry lies or would lie: the last one that starts at or before it. */
  private chunkFor(entry: { key: string; order: number }): number {
    let low = 0
    let high = this.chunks.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      const first = (this.chunks[middle] as Chunk<T>)[0]
      if (first && before(entry, first)) high = middle - 1
      else low = middle
    }
    return low
  }
}

/** Where an entry lies in its chunk, or would be put. */
function position<T>(chunk: Chunk<T>, entry: { key: string; order: number }): number {
  let low = 0
  let high = chunk.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (before(chunk[middle] as Entry<T>, entry)) low = middle + 1
    else high = middle
  }
  return low
}
