import { isWithinHours } from '../catalogue/opening'
import type { Way } from '../catalogue/store-contract'
import { shopWeekday, type Instant } from '../kernel/time'
import type { CouponVerdict } from '../orders/quote-contract'
import type { CouponView, Terms } from './contract'

/** Why a coupon can't be used. */
export type Hindrance = Exclude<CouponVerdict['why'], { readonly code: 'BEST' | 'USABLE' }>

/** Where, how and when an order is made, whatever is in it. */
export type Occasion = { readonly storeId: string; readonly way: Way; readonly now: Instant }

/** Why not this way, or null. A delivery fee exists only on a delivery. */
function wayHindrance({ benefit, ways }: Terms, way: Way): Hindrance | null {
  const ofDelivery = benefit.kind === 'freeDelivery'
  const fits = (ways.length === 0 || ways.includes(way)) && (!ofDelivery || way === 'delivery')
  return fits ? null : { code: 'OTHER_WAY', ways: ofDelivery ? ['delivery'] : [...ways] }
}

/**
 * Why a live coupon can't be used on this occasion, whatever is in the cart; null: the goods decide.
 *
 * Law 14: it runs in `[startsAt, expiresAt)`; its days and its hours `[from, to)` are each judged at `now` in the shop's
 * zone, so hours that cross midnight on a Friday end with the Friday unless Saturday is among the days. The first reason
 * in this order is told: what no order can change, then where and how, then when.
 */
export function hindranceOf(coupon: CouponView, { storeId, way, now }: Occasion): Hindrance | null {
  const { state, startsAt, expiresAt, terms } = coupon
  if (state === 'held') return { code: 'HELD' }
  if (now >= expiresAt) return { code: 'EXPIRED' }
  if (now < startsAt) return { code: 'NOT_YET', startsAt }
  if (terms.storeIds.length > 0 && !terms.storeIds.includes(storeId)) return { code: 'OTHER_STORE' }
  const otherWay = wayHindrance(terms, way)
  if (otherWay) return otherWay
  const { days, hours } = terms
  if (days.length > 0 && !days.includes(shopWeekday(now))) return { code: 'OTHER_DAY', days: [...days] }
  if (hours.length > 0 && !isWithinHours(hours, now)) return { code: 'OTHER_HOUR', hours: [...hours] }
  return null
}
