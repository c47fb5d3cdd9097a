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

/**
 * One aggregate: `$match` by id, a `$lookup` by equality for each join (the only form that an index serves on every
 * version of the database), then filtered, counted and cut, so that a long history does not travel.
 */
export async function lookup<T, J>(
  command: RawCommand,
  collection: RawCollection,
  id: string,
  joins: Joins<J>,
): Promise<Joined<T, J> | null> {
  if (!id) throw new Defect('a lookup without an id', { joins: Object.keys(joins) })
  const names = Object.keys(joins)
  const stages = Object.entries<Join>(joins).reduce(
    (pipeline, [name, join]) => joinStages(command, pipeline, name, join),
    collection.aggregate().match({ _id: id }),
  )
  const { list } = await stages.limit(1).end()
  const [row] = list as (Record<string, unknown> | undefined)[]
  if (!row) return null
  const joined = Object.fromEntries(
    names.map((name) => [name, { rows: row[rowsOf(name)], total: row[totalOf(name)] }]),
  )
  const doc = Object.fromEntries(Object.entries(row).filter(([field]) => !field.startsWith('__')))
  return { doc: doc as T, joined: joined as Joined<T, J>['joined'] }
}

function joinStages(command: RawCommand, pipeline: RawAggregate, name: string, join: Join): RawAggregate {
  const $ = command.aggregate
  const rows = rowsOf(name)
  return pipeline
    .lookup({
      from: join.from,
      localField: join.localField ?? '_id',
      foreignField: join.foreignField,
      as: rows,
    })
    .addFields({
      [rows]: $.filter({ input: `$${rows}`, as: 'each', cond: fits(command, join.keep ?? {}) }),
    })
    .addFields({
      [rows]: slim(command, $.slice([`$${rows}`, join.limit]), join.fields),
      [totalOf(name)]: $.size(`$${rows}`),
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
