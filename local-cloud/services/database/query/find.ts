/** Queries over the committed documents of one collection. */
import type { Collection } from '../collection'
import { sortDistance } from '../operators/geo'
import { directed, type Direction, sortKey, type SortSpec } from '../sort-key'
import { type Fields, reachedValues } from '../values'
import { type Plan, plan } from './planner'
import { predicateOf } from './predicate'
import type { DocRecord, Version } from '../versions'

export type FindOptions = {
  readonly filter: Fields
  readonly sort?: SortSpec
  readonly skip?: number
  readonly limit?: number
}
/** What queries cost so far: how many documents were looked at, and how many queries had to look at all. */
export type QueryCosts = { examined: number; scans: number }

/** Matching versions, in the order asked for. */
export function find(collection: Collection, options: FindOptions, costs: QueryCosts): Version[] {
  const { filter, sort = [], skip = 0, limit = Infinity } = options
  const near = sortDistance(filter)
  const { plan: chosen, sorted } = plan(collection, filter, near ? [] : sort)
  const enough = sorted && !near ? skip + limit : Infinity
  const matches = predicateOf(filter)
  const found: Version[] = []
  if (chosen.kind === 'scan') costs.scans++
  if (enough > 0) {
    for (const record of candidates(collection, chosen)) {
      costs.examined++
      const version = record.head
      if (version.doc && matches(version.doc) && found.push(version) >= enough) break
    }
  }
  const ordered = near && !sort.length ? near(found) : sorted && !near ? found : sortVersions(found, sort)
  return skip || ordered.length > limit ? ordered.slice(skip, skip + limit) : ordered
}

/** How a query would be served, for tests and the curious. */
export function explain(
  collection: Collection,
  filter: Fields,
  sort: SortSpec,
): { index: string | null; sorted: boolean } {
  const { plan: chosen, sorted } = plan(collection, filter, sort)
  return { index: nameOf(chosen), sorted }
}

function nameOf(chosen: Plan): string | null {
  if (chosen.kind === 'ids') return '_id_'
  if (chosen.kind === 'index') return chosen.index.name
  return chosen.kind === 'union' ? chosen.plans.map(nameOf).join(' + ') : null
}

function* candidates(collection: Collection, chosen: Plan): Generator<DocRecord> {
  if (chosen.kind === 'scan') return yield* collection.docs()
  const several =
    chosen.kind === 'union' || (chosen.kind === 'index' && chosen.index.multikey) || chosen.kind === 'ids'
  if (!several) return yield* raw(collection, chosen)
  const seen = new Set<DocRecord>()
  for (const record of raw(collection, chosen)) {
    if (seen.has(record)) continue
    seen.add(record)
    yield record
  }
}

function* raw(collection: Collection, chosen: Plan): Generator<DocRecord> {
  if (chosen.kind === 'ids') {
    for (const id of chosen.ids) {
      const record = collection.record(id)
      if (record) yield record
    }
  } else if (chosen.kind === 'index') {
    const { entries } = chosen.index
    for (const { from, to } of chosen.ranges) {
      yield* chosen.reverse ? entries.descending(from, to) : entries.ascending(from, to)
    }
  } else if (chosen.kind === 'union') for (const part of chosen.plans) yield* raw(collection, part)
}

export function sortVersions(versions: Version[], sort: SortSpec): Version[] {
  return sort.length ? sortBy(versions, (version) => version.doc as Fields, sort) : versions
}

/** Sorted as MongoDB sorts; what is equal keeps its order. */
export function sortBy<T>(items: readonly T[], docOf: (item: T) => Fields, sort: SortSpec): T[] {
  const paths = sort.map(([field, direction]) => ({ path: field.split('.'), direction }))
  const keyed = items.map((item) => ({ item, key: orderKey(docOf(item), paths) }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return keyed.map(({ item }) => item)
}

/** An array sorts by its least element, or by its greatest when descending. */
function orderKey(doc: Fields, paths: readonly { path: readonly string[]; direction: Direction }[]): string {
  let key = ''
  for (const { path, direction } of paths) {
    const values = reachedValues(doc, path).flatMap((v) =>
      Array.isArray(v) && v.length ? (v as unknown[]) : [v],
    )
    const keys = values.length
      ? values.map((value) => directed(sortKey(value), direction))
      : [directed(sortKey(null), direction)]
    key += keys.length === 1 ? keys[0] : keys.sort()[0]
  }
  return key
}
