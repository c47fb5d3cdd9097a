/** Chooses how a query's candidates are found. Every plan yields a superset of the matches; the predicate decides. */
import type { Collection } from '../collection'
import type { Index } from '../indexes'
import { limits } from '../limits'
import { AFTER, directed, type Direction, inverted, rank, sortKey, type SortSpec } from '../sort-key'
import { type Fields, type Scalar } from '../values'
import { type Constraint, constraintsOf, type Constraints } from './constraints'

export type Range = { readonly from: string; readonly to: string }
export type Plan =
  | { readonly kind: 'ids'; readonly ids: readonly Scalar[] }
  | {
      readonly kind: 'index'
      readonly index: Index
      readonly ranges: readonly Range[]
      readonly reverse: boolean
    }
  | { readonly kind: 'union'; readonly plans: readonly Plan[] }
  | { readonly kind: 'scan' }
export type Planned = {
  readonly plan: Plan
  /** Candidates come in the order asked for. */ readonly sorted: boolean
}

const ALL: Range = { from: '', to: AFTER }

export function plan(collection: Collection, filter: Fields, sort: SortSpec): Planned {
  const constraints = constraintsOf(filter)
  const ids = constraints.fields.get('_id')?.points
  if (ids) return { plan: { kind: 'ids', ids }, sorted: sort.length === 0 }
  const best = bestIndex(collection, constraints, sort)
  if (best) return best
  const union = constraints.branches && unionOf(collection, constraints.branches)
  if (union) return { plan: union, sorted: false }
  return { plan: { kind: 'scan' }, sorted: sort.length === 0 }
}

function bestIndex(collection: Collection, constraints: Constraints, sort: SortSpec): Planned | null {
  let best: Planned | null = null
  let bestScore = 0
  for (const index of collection.indexes) {
    const candidate = tryIndex(index, constraints, sort)
    if (candidate && candidate.score > bestScore) {
      best = candidate.planned
      bestScore = candidate.score
    }
  }
  return best
}

/** Score: equality on a field counts most, then a range on the next, then an order that need not be sorted. */
function tryIndex(
  index: Index,
  { fields }: Constraints,
  sort: SortSpec,
): { planned: Planned; score: number } | null {
  let prefixes = ['']
  let used = 0
  const fixed = new Set<string>()
  for (const field of index.fields) {
    const points = fields.get(field.name)?.points
    if (!points || prefixes.length * points.length > limits.indexRanges) break
    const parts = [...new Set(points.map((point) => directed(sortKey(point), field.direction)))]
    prefixes = prefixes.flatMap((prefix) => parts.map((part) => prefix + part))
    if (points.length === 1) fixed.add(field.name)
    used++
  }
  const next = index.fields[used]
  const bounds = next ? fields.get(next.name) : undefined
  const range = next && bounds ? rangeOf(bounds, next.direction, index.multikey) : null
  const reverse = prefixes.length === 1 && !index.multikey ? directionOf(index, used, fixed, sort) : null
  const score = used * 10 + (range ? 5 : 0) + (reverse !== null && sort.length ? 3 : 0)
  if (!score) return null
  const within = range ?? (used ? { from: '', to: AFTER } : ALL)
  const ranges = prefixes.map((prefix) => ({ from: prefix + within.from, to: prefix + within.to }))
  const planned: Planned = {
    plan: { kind: 'index', index, ranges, reverse: reverse ?? false },
    sorted: reverse !== null,
  }
  return { planned, score }
}

/** Whether the index yields the order asked for, read forwards (false) or backwards (true), or not at all (null). */
function directionOf(index: Index, used: number, fixed: ReadonlySet<string>, sort: SortSpec): boolean | null {
  const wanted = sort.filter(([field]) => !fixed.has(field))
  let reverse: boolean | null = null
  for (const [i, [field, direction]] of wanted.entries()) {
    const at = index.fields[used + i]
    if (!at || at.name !== field) return null
    const against = at.direction !== direction
    if (reverse !== null && reverse !== against) return null
    reverse = against
  }
  return reverse ?? false
}

/** Bounds of a comparison within values of the same type. Over arrays two bounds may be met by two elements. */
function rangeOf({ low, high }: Constraint, direction: Direction, multikey: boolean): Range | null {
  const bound = low ?? high
  if (!bound) return null
  const from = low ? sortKey(low.value) + (low.inclusive ? '' : AFTER) : typeOf(bound.value)
  const to =
    high && !(multikey && low)
      ? sortKey(high.value) + (high.inclusive ? AFTER : '')
      : typeOf(bound.value) + AFTER
  if (direction === 1) return { from, to }
  return { from: descendingEdge(to), to: descendingEdge(from) }
}

/** Turned around, "up to and including x" becomes "from x on", and "from x on" becomes "up to after x". */
function descendingEdge(edge: string): string {
  return edge.endsWith(AFTER) ? inverted(edge.slice(0, -1)) : inverted(edge) + AFTER
}

const typeOf = (value: Scalar): string =>
  value instanceof Date ? rank.date : rank[typeof value as 'number' | 'string' | 'boolean']

function unionOf(collection: Collection, branches: readonly Fields[]): Plan | null {
  const plans = branches.map((branch) => plan(collection, branch, []).plan)
  return plans.some((p) => p.kind === 'scan') ? null : { kind: 'union', plans }
}
