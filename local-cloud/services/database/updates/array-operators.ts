/** Update operators on arrays. On anything else than an array they are refused, which mingo would pass over in silence. */
import { writeError } from '../errors'
import { sortBy } from '../query/find'
import { predicateOf } from '../query/predicate'
import type { SortSpec } from '../sort-key'
import { equal, type Fields, isFields, typeName } from '../values'
import type { Operator } from './field-operators'

function arrayOf(old: unknown, name: string, path: string, id: unknown): readonly unknown[] | null {
  if (old === undefined) return null
  if (Array.isArray(old)) return old
  throw writeError(
    name === '$push'
      ? `The field '${path}' must be an array but is of type ${typeName(old)} in document {_id: ${JSON.stringify(id)}}`
      : `Cannot apply ${name} to a non-array value`,
  )
}

const $push: Operator =
  (argument, path, { _id }) =>
  (old) => {
    const array = arrayOf(old, '$push', path, _id) ?? []
    if (!isFields(argument) || !('$each' in argument)) return [...array, argument]
    const { $each, $position, $sort, $slice } = argument
    if (!Array.isArray($each)) throw writeError('The argument to $each in $push must be an array')
    if (!$each.length && $sort === undefined && $slice === undefined && old !== undefined) return old
    const position = typeof $position === 'number' ? $position : array.length
    let now = [...array]
    now.splice(position < 0 ? Math.max(0, array.length + position) : position, 0, ...($each as unknown[]))
    if ($sort !== undefined) now = sorted(now, $sort)
    if (typeof $slice === 'number') now = $slice < 0 ? now.slice($slice) : now.slice(0, $slice)
    return equal(now, old) ? old : now
  }

function sorted(array: readonly unknown[], by: unknown): unknown[] {
  const spec: SortSpec = isFields(by)
    ? Object.entries(by).map(([field, direction]) => [`v.${field}`, direction === -1 ? -1 : 1])
    : [['v', by === -1 ? -1 : 1]]
  return sortBy(array, (v) => ({ v }), spec)
}

const $pop: Operator =
  (argument, path, { _id }) =>
  (old) => {
    const array = arrayOf(old, '$pop', path, _id)
    if (!array?.length) return old
    if (argument !== 1 && argument !== -1)
      throw writeError(`$pop expects 1 or -1, found: ${JSON.stringify(argument)}`)
    return argument === 1 ? array.slice(0, -1) : array.slice(1)
  }

function without(array: readonly unknown[] | null, old: unknown, goes: (x: unknown) => boolean): unknown {
  const rest = array?.filter((x) => !goes(x))
  return rest && rest.length !== array?.length ? rest : old
}

const $pull: Operator =
  (condition, path, { _id }) =>
  (old) =>
    without(arrayOf(old, '$pull', path, _id), old, elementTest(condition))

/** A value is pulled where equal, `{$gt: 3}` tests the elements, `{price: 3}` their fields. */
function elementTest(condition: unknown): (x: unknown) => boolean {
  if (condition instanceof RegExp) return (x) => typeof x === 'string' && condition.test(x)
  if (!isFields(condition)) return (x) => equal(x, condition)
  const onElement = Object.keys(condition).some(
    (key) => key.startsWith('$') && !['$and', '$or', '$nor'].includes(key),
  )
  const matches = predicateOf(onElement ? { element: condition } : condition)
  return (x) => (onElement ? matches({ element: x } as Fields) : isFields(x) && matches(x))
}

const $pullAll: Operator =
  (values, path, { _id }) =>
  (old) => {
    if (!Array.isArray(values))
      throw writeError(`$pullAll requires an array argument but was given a ${typeName(values)}`)
    return without(arrayOf(old, '$pullAll', path, _id), old, (x) => values.some((value) => equal(value, x)))
  }

const $addToSet: Operator =
  (argument, path, { _id }) =>
  (old) => {
    const array = arrayOf(old, '$addToSet', path, _id) ?? []
    const each =
      isFields(argument) && Array.isArray(argument['$each']) ? (argument['$each'] as unknown[]) : [argument]
    const now = [...array]
    for (const value of each) if (!now.some((x) => equal(x, value))) now.push(value)
    return old !== undefined && now.length === array.length ? old : now
  }

export const arrayOperators: Readonly<Record<string, Operator>> = { $push, $pop, $pull, $pullAll, $addToSet }
