/** String operators that mingo lacks (`$indexOfCP`) or gets wrong (`$substr` with −1 means "to the end"; bytes, not units). */
import { evalExpr } from 'mingo/core'
import type { Options } from 'mingo/types'
import { writeError } from '../errors'

const operands = (doc: unknown, expression: unknown, options: Options): unknown[] =>
  (expression as unknown[]).map((part) => evalExpr(doc, part, options))

function $indexOfCP(doc: unknown, expression: unknown, options: Options): number | null {
  const [text, part, start = 0, end] = operands(doc, expression, options)
  if (text === null || text === undefined) return null
  if (typeof text !== 'string' || typeof part !== 'string') throw writeError('$indexOfCP requires strings')
  const points = [...text]
  const wanted = [...part]
  const last = Math.min(points.length, typeof end === 'number' ? end : Infinity) - wanted.length
  for (let at = Number(start); at <= last; at++)
    if (wanted.every((point, i) => points[at + i] === point)) return at
  return -1
}

function $indexOfBytes(doc: unknown, expression: unknown, options: Options): number | null {
  const [text, part, start = 0, end] = operands(doc, expression, options)
  if (text === null || text === undefined) return null
  if (typeof text !== 'string' || typeof part !== 'string') throw writeError('$indexOfBytes requires strings')
  const bytes = Buffer.from(text)
  return bytes.subarray(0, typeof end === 'number' ? end : undefined).indexOf(part, Number(start))
}

function $substrBytes(doc: unknown, expression: unknown, options: Options): string {
  const [text, start, count] = operands(doc, expression, options)
  if (text === null || text === undefined || Number(start) < 0) return ''
  const from = Number(start)
  const to = Number(count) < 0 ? undefined : from + Number(count)
  return Buffer.from(shown(text)).subarray(from, to).toString()
}

const shown = (value: unknown): string =>
  value instanceof Date ? value.toISOString() : String(value as string | number)

export const stringOperators = { $indexOfCP, $indexOfBytes, $substrBytes, $substr: $substrBytes }
