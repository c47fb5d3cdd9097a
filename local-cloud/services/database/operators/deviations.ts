/** Standard deviations of nothing, and the sample's of a single number, are null; mingo makes 0 or NaN of them. */
import { $push } from 'mingo/operators/accumulator'

type Accumulator = (...args: Parameters<typeof $push>) => number | null

/** `degrees`: what is taken off the count, 1 for a sample. */
const deviation =
  (degrees: 0 | 1): Accumulator =>
  (rows, expression, options) => {
    const pushed = $push(rows, expression, options)
    const [only] = pushed
    // as an expression over `['$list']` it is the list's elements that count
    const values = expression === null && pushed.length === 1 && Array.isArray(only) ? only : pushed
    const numbers = values.filter((x: unknown): x is number => typeof x === 'number')
    if (numbers.length <= degrees) return null
    const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length
    const squares = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0)
    return Math.sqrt(squares / (numbers.length - degrees))
  }

export const deviationOperators = { $stdDevPop: deviation(0), $stdDevSamp: deviation(1) }
