import { Defect } from '@shared/kernel/refusal'
import { Condition } from './query'
import type { RawCollection, RawCommand } from './sdk'

/** Which documents come along: those of `from` whose `foreignField` is the document's `localField` (its id if absent). */
export type Join = {
  readonly from: string
  readonly localField?: string
  readonly foreignField: string
  /** Only those that fit, field → scalar or comparison (`lt`, `lte`, `gt`, `gte`, `oneOf`). */
  readonly keep?: Readonly<Record<string, string | number | boolean | Condition>>
  /** At most so many, in the order in which the database holds them: as they were written. */
  readonly limit: number
}
/** `total` counts all that fit, also those beyond the limit. */
export type Joined<T, J> = { readonly doc: T; readonly joined: readonly J[]; readonly total: number }

const JOINED = '__joined'
const TOTAL = '__total'

/**
 * One aggregate: `$match` by id, `$lookup` by equality (the only form that an index serves on every version of the
 * database), then filtered, counted and cut, so that a long history does not travel.
 */
export async function lookup<T, J>(
  command: RawCommand,
  collection: RawCollection,
  id: string,
  join: Join,
): Promise<Joined<T, J> | null> {
  if (!id) throw new Defect('a lookup without an id', { from: join.from })
  const $ = command.aggregate
  const { list } = await collection
    .aggregate()
    .match({ _id: id })
    .lookup({
      from: join.from,
      localField: join.localField ?? '_id',
      foreignField: join.foreignField,
      as: JOINED,
    })
    .addFields({
      [JOINED]: $.filter({ input: `$${JOINED}`, as: 'each', cond: fits(command, join.keep ?? {}) }),
    })
    .addFields({ [JOINED]: $.slice([`$${JOINED}`, join.limit]), [TOTAL]: $.size(`$${JOINED}`) })
    .limit(1)
    .end()
  const [row] = list as (Record<string, unknown> | undefined)[]
  if (!row) return null
  const { [JOINED]: joined, [TOTAL]: total, ...doc } = row
  return { doc: doc as T, joined: joined as J[], total: total as number }
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
