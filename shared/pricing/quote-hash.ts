import type { Quote } from '../orders/contract'

/** FNV-1a over UTF-16 code units; 32 bits. */
function fnv1a(text: string, seed: number): number {
  let hash = seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/**
 * A short mark over everything the price depends upon: what is bought and at what unit price, each line's shares, the
 * coupons, the points, packaging and delivery. Equal quotes have equal hashes; it tells changes apart and protects
 * nothing (the cloud prices anew).
 */
export function quoteHash(quote: Omit<Quote, 'hash' | 'verdicts'>): string {
  const lines = quote.lines.map((l) => [
    [l.productId, l.skuId, l.choices, l.qty, l.unitFen],
    [l.memberOffFen, l.itemOffFen, l.orderOffFen, l.pointsOffFen],
  ])
  const { couponIds, points, packagingFen, deliveryFen, deliveryOffFen, payFen } = quote
  const text = JSON.stringify([lines, couponIds, points, packagingFen, deliveryFen, deliveryOffFen, payFen])
  // two seeds make 64 bits: FNV's own offset basis, and the same with its halves exchanged
  return [0x811c9dc5, 0x9dc5811c].map((seed) => fnv1a(text, seed).toString(16).padStart(8, '0')).join('')
}
