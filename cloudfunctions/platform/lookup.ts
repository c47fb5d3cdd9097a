import { Defect } from '@shared/kernel/refusal'
import { Condition } from './query'
import type { RawAggregate, RawCollection, RawCommand } from './sdk'

/** Which documents come along: those of `from` whose `foreignField` is the document's `localField` (its id if absent). */
export type Join = {
  readonly from: string
  readonly localField?: string
  readonly foreignField: string
  /** Only those that fit, field → scalar or comparison (`lt`, `lte`, `gt`, `gte`, `oneOf`). */
  readonly keep?: Readonly<Record<string, string | number | boolean | Condition>>
  /** Which of their fields come along; absent: all. */
  readonly fields?: readonly string[]
  /** At most so many, in the order in which the database holds them: as they were written. */
  readonly limit: number
}
/** The documents that came along; `total` counts all that fit, also those beyond the limit. */
export type Rows<J> = { readonly rows: readonly J[]; readonly total: number }
/** One document, and by name what was joined to it. */
export type Joined<T, J> = { readonly doc: T; readonly joined: { readonly [Name in keyof J]: Rows<J[Name]> } }
export type Joins<J> = { readonly [Name in keyof J]: Join }

const rowsOf = (name: string) => `__rows_${name}`
const totalOf = (name: string) => `__total_${name}`
const sourceOf = ({ from, localField = '_id', foreignField }: Join) => ({ from, localField, foreignField })
type Named = readonly [name: string, join: Join]

/**
 * One aggregate: `$match` by id, a `$lookup` by equality (the only form that an index serves on every version of the
 * database), then filtered, counted and cut, so that a long history does not travel. Joins that look up the same are one
 * `$lookup`, each with what it keeps of it.
 */
export async function lookup<T, J>(
  command: RawCommand,
  collection: RawCollection,
  id: string,
  joins: Joins<J>,
): Promise<Joined<T, J> | null> {
  if (!id) throw new Defect('a lookup without an id', { joins: Object.keys(joins) })
  const [found] = await joinedTo<T, J>(command, collection.aggregate().match({ _id: id }), joins, 1)
  return found ?? null
}

type Query = {
  readonly where: object
  readonly orderBy: readonly (readonly [path: string, direction: 'asc' | 'desc'])[]
  readonly limit: number
}

/** One aggregate as well: matched, ordered and cut before anything is joined, so that only what is answered is joined. */
export function findWith<T, J>(
  command: RawCommand,
  collection: RawCollection,
  { where, orderBy, limit }: Query,
  joins: Joins<J>,
): Promise<Joined<T, J>[]> {
  const matched = collection.aggregate().match(where)
  const order = Object.fromEntries(orderBy.map(([path, way]) => [path, way === 'asc' ? 1 : -1] as const))
  const ordered = orderBy.length === 0 ? matched : matched.sort(order)
  return joinedTo<T, J>(command, ordered.limit(limit), joins, limit)
}

/**
 * Runs the pipeline with the joins behind it; what was joined is told apart from the documents' own fields. The limit
 * stands at the end too, where an aggregate without one answers twenty.
 */
async function joinedTo<T, J>(
  command: RawCommand,
  pipeline: RawAggregate,
  joins: Joins<J>,
  limit: number,
): Promise<Joined<T, J>[]> {
  const stages = alike(Object.entries<Join>(joins)).reduce(
    (so, group) => joinStages(command, so, group),
    pipeline,
  )
  const { list } = await stages.limit(limit).end()
  return (list as Record<string, unknown>[]).map((row) => {
    const joined = Object.fromEntries(
      Object.keys(joins).map((name) => [name, { rows: row[rowsOf(name)], total: row[totalOf(name)] }]),
    )
    const doc = Object.fromEntries(Object.entries(row).filter(([field]) => !field.startsWith('__')))
    return { doc: doc as T, joined: joined as Joined<T, J>['joined'] }
  })
}

/** Those that look up the same, together. */
function alike(joins: readonly Named[]): Named[][] {
  const groups = new Map<string, Named[]>()
  for (const named of joins) {
    const source = JSON.stringify(sourceOf(named[1]))
    groups.set(source, [...(groups.get(source) ?? []), named])
  }
  return [...groups.values()]
}

function joinStages(command: RawCommand, pipeline: RawAggregate, group: readonly Named[]): RawAggregate {
  const [first] = group
  if (first === undefined) return pipeline
  const $ = command.aggregate
  const found = rowsOf(first[0])
  const each = (field: (join: Join, rows: string) => unknown, of: (name: string) => string = rowsOf) =>
    Object.fromEntries(group.map(([name, join]) => [of(name), field(join, `$${rowsOf(name)}`)]))
  return pipeline
    .lookup({ ...sourceOf(first[1]), as: found })
    .addFields(
      each(({ keep = {} }) => $.filter({ input: `$${found}`, as: 'each', cond: fits(command, keep) })),
    )
    .addFields({
      ...each(({ limit, fields }, rows) => slim(command, $.slice([rows, limit]), fields)),
      ...each((_join, rows) => $.size(rows), totalOf),
    })
}

/** The named fields of each row, or the rows as they are. */
function slim({ aggregate: $ }: RawCommand, rows: unknown, fields: Join['fields']): unknown {
  if (!fields) return rows
  const picked = Object.fromEntries(fields.map((field) => [field, `$$each.${field}`]))
  return $.map({ input: rows, as: 'each', in: picked })
}

function fits({ aggregate: $ }: RawCommand, keep: NonNullable<Join['keep']>): unknown {
  const tests = Object.entries(keep).map(([field, value]) => {
    const path = `$$each.${field}`
    if (!(value instanceof Condition)) return $.eq([path, value])
    const { op, operand } = value
    if (op === 'neq' || op === 'exists') throw new Defect('not a comparison for a lookup', { field, op })
    return $[op]([path, operand])
  })
  return $.and(tests)
}
