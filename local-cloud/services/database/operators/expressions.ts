/** Expressions that mingo computes otherwise than MongoDB. */
import { evalExpr } from 'mingo/core'
import type { Options } from 'mingo/types'
import { failed, notSupported } from '../errors'
import { sortKey } from '../sort-key'
import { type Fields, isFields, typeName } from '../values'

type Operator = (doc: unknown, expression: unknown, options: Options) => unknown

/** Expressions compare across types, in the order that sorting uses; mingo answers false for two types. */
const comparing =
  (passes: (order: number) => unknown): Operator =>
  (doc, expression, options) => {
    const [a, b] = (expression as unknown[]).map((part) => comparable(evalExpr(doc, part, options)))
    return passes((a as string) < (b as string) ? -1 : a === b ? 0 : 1)
  }

/** A missing value is less than null. */
const comparable = (value: unknown): string => (value === undefined ? '' : sortKey(value))

/** mingo wants the number of places, which MongoDB lets be left out. */
const $trunc: Operator = (doc, expression, options) => {
  const [number, places = 0] = [expression].flat().map((part) => evalExpr(doc, part, options))
  if (number === null || number === undefined) return null
  if (typeof number !== 'number')
    throw failed(`[FailedOperation] $trunc only supports numeric types, not ${typeName(number)}`)
  const scale = 10 ** Number(places)
  return Math.trunc(number * scale) / scale
}

/** Null becomes the empty text. */
const casing =
  (change: (text: string) => string): Operator =>
  (doc, expression, options) => {
    const value = evalExpr(doc, Array.isArray(expression) ? (expression[0] as unknown) : expression, options)
    return value === null || value === undefined ? '' : change(String(value as string | number))
  }

/** Pairs `[key, value]` and objects `{k, v}`; mingo makes nothing of the latter. */
const $arrayToObject: Operator = (doc, expression, options) => {
  const only = Array.isArray(expression) && expression.length === 1 ? (expression[0] as unknown) : expression
  const entries = evalExpr(doc, only, options)
  if (entries === null || entries === undefined) return null
  if (!Array.isArray(entries))
    throw failed(`[FailedOperation] $arrayToObject requires an array, found: ${typeName(entries)}`)
  return Object.fromEntries(
    entries.map((entry: unknown) => {
      if (Array.isArray(entry)) return entry as unknown as [string, unknown]
      if (isFields(entry) && 'k' in entry) return [String(entry['k']), entry['v']]
      throw failed('[FailedOperation] $arrayToObject requires pairs or objects with k and v')
    }),
  ) as Fields
}

/** There are no text indexes, so there is no score of a text search to speak of. */
const $meta: Operator = () => {
  throw notSupported('$meta')
}

export const expressionOperators = {
  $cmp: comparing((order) => order),
  $gt: comparing((order) => order > 0),
  $gte: comparing((order) => order >= 0),
  $lt: comparing((order) => order < 0),
  $lte: comparing((order) => order <= 0),
  $trunc,
  $toUpper: casing((text) => text.toUpperCase()),
  $toLower: casing((text) => text.toLowerCase()),
  $arrayToObject,
  $meta,
}
