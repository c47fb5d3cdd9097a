/** Logarithms refuse what has none; mingo makes NaN of it, which nobody notices. */
import { evalExpr } from 'mingo/core'
import type { Options } from 'mingo/types'
import { failed } from '../errors'
import { typeName } from '../values'

type Operator = (doc: unknown, expression: unknown, options: Options) => number | null

const operands = (doc: unknown, expression: unknown, options: Options): unknown[] =>
  [expression].flat().map((part) => evalExpr(doc, part, options))

function positive(name: string, value: unknown): number {
  if (typeof value !== 'number')
    throw failed(`[FailedOperation] ${name} only supports numeric types, not ${typeName(value)}`)
  if (value <= 0)
    throw failed(`[FailedOperation] ${name}'s argument must be a positive number, but is ${value}`)
  return value
}

const ofOne =
  (name: string, compute: (value: number) => number): Operator =>
  (doc, expression, options) => {
    const [value] = operands(doc, expression, options)
    return value === null || value === undefined ? null : compute(positive(name, value))
  }

const $log: Operator = (doc, expression, options) => {
  const [value, base] = operands(doc, expression, options)
  if (value === null || value === undefined || base === null || base === undefined) return null
  if (typeof base === 'number' && (base <= 0 || base === 1))
    throw failed(
      `[FailedOperation] $log's base must be a positive number not equal to 1, but is ${String(base)}`,
    )
  // 8 to the base 2 is 3, which the quotient of natural logarithms isn't to the last digit
  if (base === 10) return Math.log10(positive('$log', value))
  if (base === 2) return Math.log2(positive('$log', value))
  return Math.log(positive('$log', value)) / Math.log(positive('$log', base))
}

export const logarithmOperators = { $ln: ofOne('$ln', Math.log), $log10: ofOne('$log10', Math.log10), $log }
