import { DAY_MS, shopDateTime, type Instant } from '../kernel/time'
import { afterQuiet, DEFAULT_RULES, type ReachRules } from '../reach/quiet'
import type { CouponView } from './contract'

type Span = Pick<CouponView, 'issuedAt' | 'startsAt' | 'expiresAt'>

/**
 * When the reminder of a coupon's end is due: the lead before it, after the quiet hours that this falls into. Null where it
 * would come to somebody who has only just got the coupon (its life must exceed the lead by a day, so that a nightly look
 * always sees it in time), or not before the end.
 */
export function remindAt({ issuedAt, startsAt, expiresAt }: Span, rules: ReachRules): Instant | null {
  const life = expiresAt - Math.max(issuedAt, startsAt)
  if (life < rules.couponLeadMs + DAY_MS) return null
  const at = afterQuiet(expiresAt - rules.couponLeadMs, rules)
  return at < expiresAt ? at : null
}

/** Whether it is worth asking a person for a reminder of this coupon: one would still come. By the usual rules. */
export function canBeReminded(span: Span, now: Instant): boolean {
  const at = remindAt(span, DEFAULT_RULES)
  return at !== null && now < at
}

/** Characters that WeChat's `thing` fields take. */
const THING = 20

/** The coupon by its title, or the first of several: 满 20 减 3 等 3 张. Fits a `thing` field with its count. */
function namesOf(titles: readonly string[]): string {
  const more = titles.length > 1 ? ` 等 ${titles.length} 张` : ''
  const title = [...(titles[0] ?? '')]
  const room = THING - [...more].length
  return (title.length <= room ? title.join('') : `${title.slice(0, room - 1).join('')}…`) + more
}

/** What the reminder says; which of it a template carries stands in the settings. Coupons that end together. */
export const reminderValues = (coupons: readonly CouponView[], shop: string): Record<string, string> => ({
  shop,
  coupon: namesOf(coupons.map(({ terms }) => terms.title)),
  count: String(coupons.length),
  // the last minute in which it can be used
  until: shopDateTime((coupons[0]?.expiresAt ?? 1) - 1),
  tip: '券在「我的优惠券」里，过期就不能用了',
})
