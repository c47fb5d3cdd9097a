import type { CartLine } from '@shared/orders/contract'
import { MOST_LINES, MOST_OF_A_LINE } from './lines'

export type Last = { readonly storeId: string; readonly lines: readonly CartLine[] }
export type Memory = { readonly lines: readonly CartLine[]; readonly last: Last | null }

function isLine(x: unknown): x is CartLine {
  if (typeof x !== 'object' || x === null) return false
  const { productId, skuId, choices, qty } = x as Partial<CartLine>
  return (
    typeof productId === 'string' &&
    typeof skuId === 'string' &&
    Array.isArray(choices) &&
    choices.every((id) => typeof id === 'string') &&
    typeof qty === 'number' &&
    Number.isInteger(qty) &&
    qty >= 1 &&
    qty <= MOST_OF_A_LINE
  )
}
const linesIn = (x: unknown): CartLine[] => (Array.isArray(x) ? x.filter(isLine).slice(0, MOST_LINES) : [])

function lastIn(x: unknown): Last | null {
  if (typeof x !== 'object' || x === null) return null
  const { storeId, lines } = x as { readonly storeId?: unknown; readonly lines?: unknown }
  const kept = linesIn(lines)
  return typeof storeId === 'string' && kept.length > 0 ? { storeId, lines: kept } : null
}

/** The cart of the last visit. What an older app or a broken storage left is dropped line by line. */
export function readMemory(x: unknown): Memory {
  if (typeof x !== 'object' || x === null) return { lines: [], last: null }
  const { lines, last } = x as { readonly lines?: unknown; readonly last?: unknown }
  return { lines: linesIn(lines), last: lastIn(last) }
}
