import { lastOf } from '../kernel/lists'
import { refuse } from '../kernel/refusal'
import type { Fen } from '../kernel/money'
import type { Delivery, Store, Way } from './contract'
import { metresBetween, type Place } from './distance'

/** What of a store its minimum spend depends on. */
type Ways = Pick<Store, 'minimumFen' | 'delivery'>

/** What goods must come to before any discount, by the way they are had; a pre-order has no minimum. Fen. */
export function minimumOf({ minimumFen, delivery }: Ways, way: Way): Fen {
  if (way === 'preorder') return 0
  return way === 'delivery' ? (delivery?.minimumFen ?? 0) : minimumFen
}

/**
 * How far a delivery goes and what it costs before a coupon: the fee of the first band that reaches so far, `[0, toM]`,
 * and nothing from `freeFromFen` of goods on (before any discount, so that a coupon never makes a delivery dearer).
 * TOO_FAR beyond the radius; on it is served. Metres, fen.
 */
export function deliveryTo(store: Place, delivery: Delivery, to: Place, goodsFen: Fen) {
  const distanceM = metresBetween(store, to)
  if (distanceM > delivery.radiusM) return refuse('TOO_FAR', { distanceM, radiusM: delivery.radiusM })
  return { distanceM, feeFen: feeOf(delivery, distanceM, goodsFen) }
}

function feeOf({ bands, freeFromFen }: Delivery, distanceM: number, goodsFen: Fen): Fen {
  if (freeFromFen !== null && goodsFen >= freeFromFen) return 0
  // bands that end before the radius leave the rest at the price of the farthest
  return (bands.find(({ toM }) => distanceM <= toM) ?? lastOf(bands))?.feeFen ?? 0
}
