/** Update operators on single values. */
import { writeError } from '../errors'
import { sortKey } from '../sort-key'
import { equal, isFields, typeName } from '../values'
import type { Doc } from '../values'
import { type Change, GONE } from './paths'

/** Makes the change an operator means by its argument. `path` and `doc` are for its messages. */
export type Operator = (argument: unknown, path: string, doc: Doc) => Change

const keep =
  (now: unknown): Change =>
  (old) =>
    equal(old, now) ? old : now

const $set: Operator = (value) => keep(value)

const $unset: Operator = () => () => GONE

function arithmetic(
  name: string,
  verb: string,
  missing: (by: number) => number,
  of: (a: number, b: number) => number,
): Operator {
  return (by, path, doc) => (old) => {
    if (typeof by !== 'number')
      throw writeError(`Cannot ${verb} with non-numeric argument: {${path}: ${JSON.stringify(by)}}`)
    if (old === undefined) return missing(by)
    if (typeof old === 'number') return of(old, by)
    const field = path.split('.').at(-1)
    throw writeError(
      `Cannot apply ${name} to a value of non-numeric type. {_id: ${JSON.stringify(doc._id)}} has the field ` +
        `'${field}' of non-numeric type ${typeName(old)}`,
    )
  }
}

const $inc = arithmetic(
  '$inc',
  'increment',
  (by) => by,
  (a, b) => a + b,
)
const $mul = arithmetic(
  '$mul',
  'multiply',
  () => 0,
  (a, b) => a * b,
)

const $min: Operator = (value) => (old) => (old === undefined || sortKey(value) < sortKey(old) ? value : old)
const $max: Operator = (value) => (old) => (old === undefined || sortKey(value) > sortKey(old) ? value : old)

const bits: Readonly<Record<string, (a: number, b: number) => number>> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
}

const $bit: Operator = (argument, path) => (old) => {
  const [[name, by] = ['', null], ...more] = isFields(argument) ? Object.entries(argument) : []
  const of = bits[name]
  if (!of || more.length || typeof by !== 'number') {
    throw writeError(
      `The $bit modifier field must be one of 'and', 'or' and 'xor' with a number: {${path}: ${JSON.stringify(argument)}}`,
    )
  }
  if (old !== undefined && !Number.isInteger(old)) {
    throw writeError(
      `Cannot apply $bit to a value of non-integral type. The field '${path}' is of type ${typeName(old)}`,
    )
  }
  return of((old as number | undefined) ?? 0, by)
}

export const fieldOperators: Readonly<Record<string, Operator>> = {
  $set,
  $unset,
  $inc,
  $mul,
  $min,
  $max,
  $bit,
}
