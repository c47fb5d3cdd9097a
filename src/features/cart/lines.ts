import type { CartLine } from '@shared/orders/contract'

/** As the contract of `orders.place` has it. */
export const MOST_LINES = 20
export const MOST_OF_A_LINE = 99

/** What makes two lines the same drink: product, size, and how it is made. */
export const keyOf = (line: Pick<CartLine, 'productId' | 'skuId' | 'choices'>): string =>
  [line.productId, line.skuId, ...line.choices].join('/')

const count = (lines: readonly CartLine[]) => lines.reduce((sum, line) => sum + line.qty, 0)

export type Added = { readonly lines: readonly CartLine[]; readonly took: number }

/**
 * Puts a line into the cart: one that is the same grows, another goes last. `took` is how many fitted: a line holds 99,
 * a cart 20 lines. Law: the count grows by `took`, and nothing else changes.
 */
export function withLine(lines: readonly CartLine[], added: CartLine): Added {
  const key = keyOf(added)
  const same = lines.find((line) => keyOf(line) === key)
  if (same === undefined && lines.length >= MOST_LINES) return { lines, took: 0 }
  const qty = Math.min(MOST_OF_A_LINE, (same?.qty ?? 0) + added.qty)
  const grown =
    same === undefined
      ? [...lines, { ...added, qty }]
      : lines.map((line) => (line === same ? { ...line, qty } : line))
  return { lines: grown, took: count(grown) - count(lines) }
}

/** Sets how many of a line; 0 takes it out. An unknown key changes nothing. */
export function withQty(lines: readonly CartLine[], key: string, qty: number): readonly CartLine[] {
  const held = Math.min(MOST_OF_A_LINE, Math.max(0, Math.trunc(qty)))
  return lines.flatMap((line) => {
    if (keyOf(line) !== key) return [line]
    return held === 0 ? [] : [{ ...line, qty: held }]
  })
}

/** How many of a product are in the cart, over all its sizes and makings. */
export const countOf = (lines: readonly CartLine[], productId: string): number =>
  count(lines.filter((line) => line.productId === productId))
