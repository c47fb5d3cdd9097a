import { fen, type Fen } from '../kernel/money'

/**
 * Splits a discount over an order's lines in proportion to their amounts, by the largest remainder.
 *
 * Units: fen. Needs 0 ≤ discount ≤ Σ lines, else RangeError (callers clamp).
 * Law 1: Σ parts = discount; 0 ≤ parts[i] ≤ lines[i]; a line that costs nothing gets nothing. Leftover fen go to the
 * largest remainders, earlier line first, so one basket always splits in one way.
 */
export function splitDiscount(lines: readonly Fen[], discount: Fen): Fen[] {
  const total = lines.reduce((sum, line) => sum + fen(line), 0)
  if (lines.some((line) => line < 0)) throw new RangeError('a line below zero')
  if (discount < 0 || discount > total) throw new RangeError(`discount ${discount} outside 0..${total}`)
  if (total === 0) return lines.map(() => 0)
  // whole products, not fractions: the remainders compare exactly
  const products = lines.map((line) => fen(discount * line))
  const parts = products.map((product) => Math.floor(product / total))
  const leftover = discount - parts.reduce((sum, part) => sum + part, 0)
  const byRemainder = products
    .map((product, line) => ({ line, remainder: product % total }))
    .sort((a, b) => b.remainder - a.remainder || a.line - b.line)
  const luckier = new Set(byRemainder.slice(0, leftover).map((r) => r.line))
  return parts.map((part, line) => (luckier.has(line) ? part + 1 : part))
}

/**
 * What the first `k` of a line's `qty` units cost, of `payFen` paid for the line: ⌊payFen · k / qty⌋.
 * Law 2: refunds of single units, each the difference of two of these, add up to `payFen` in any partition.
 */
export function costOfFirst(k: number, qty: number, payFen: Fen): Fen {
  if (!(Number.isSafeInteger(k) && Number.isSafeInteger(qty) && 0 <= k && k <= qty && qty > 0))
    throw new RangeError(`first ${k} of ${qty} units`)
  return Math.floor(fen(payFen * k) / qty)
}
