/** mingo's `$elemMatch` with a subdocument also matches scalars, and its condition on elements misses some operators. */
import { Query } from 'mingo/query'
import type { Options } from 'mingo/types'
import { type Fields, isFields, reachedValues } from '../values'

const logical = new Set(['$and', '$or', '$nor'])

/** Conditions on the element itself (`{$gt: 1}`), as against conditions on its fields (`{price: {$gt: 1}}`). */
const isOnElement = (condition: Fields): boolean => {
  const keys = Object.keys(condition)
  return keys.length > 0 && keys.every((key) => key.startsWith('$') && !logical.has(key))
}

export function $elemMatch(selector: string, condition: Fields, options: Options): (doc: Fields) => boolean {
  const onElement = isOnElement(condition)
  const query = new Query<Fields>((onElement ? { element: condition } : condition) as never, options)
  const path = selector.split('.')
  const passes = (x: unknown): boolean =>
    onElement ? query.test({ element: x }) : isFields(x) && query.test(x)
  return (doc) => reachedValues(doc, path).some((value) => Array.isArray(value) && value.some(passes))
}
