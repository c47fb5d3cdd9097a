import { DAY_MS, shopWeekday, startOfShopDay, type Instant } from '../../kernel/time'
import type { Gate } from '../facts'

const WITHIN_MS = 28 * DAY_MS
const ORDERS = 4
const WEEKS = 3

/**
 * 常客 come back by themselves: four paid orders in 28 days over at least three weeks. They are reminded; a coupon would
 * only make the cup cheaper that they buy anyway.
 */
export const regular: Gate = ({ paidAt, now }) => {
  const recent = paidAt.filter((at) => at > now - WITHIN_MS && at <= now)
  return recent.length >= ORDERS && new Set(recent.map(weekOf)).size >= WEEKS
}

/** When its week began: Monday, in the shop's zone. */
const weekOf = (at: Instant): Instant => startOfShopDay(at) - ((shopWeekday(at) + 6) % 7) * DAY_MS
