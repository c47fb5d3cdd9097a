import { DAY_MS, MINUTE_MS, shopMinutes, startOfShopDay, type Instant } from '../kernel/time'

/**
 * The shop's own settings. Quiet hours are minutes since the shop's midnight, `[from, to)`; they may cross midnight, and
 * `from = to` means none.
 */
export type ReachRules = {
  readonly quietFrom: number
  readonly quietTo: number
  /** How long before a coupon's end its reminder is due, if the hour is decent. */
  readonly couponLeadMs: number
  /** Of all members, so many never hear of marketing: what it adds altogether is told from them. */
  readonly holdoutBp: number
}
/** 22:00–08:00, a day ahead, and five of a hundred held out: for a shop that has set nothing. */
export const DEFAULT_RULES: ReachRules = {
  quietFrom: 22 * 60,
  quietTo: 8 * 60,
  couponLeadMs: DAY_MS,
  holdoutBp: 500,
}

type Quiet = Pick<ReachRules, 'quietFrom' | 'quietTo'>

/** Whether marketing sleeps: at `from` it does, at `to` no longer (law 14). */
export function isQuiet(at: Instant, { quietFrom, quietTo }: Quiet): boolean {
  const minute = shopMinutes(at)
  return quietFrom <= quietTo
    ? minute >= quietFrom && minute < quietTo
    : minute >= quietFrom || minute < quietTo
}

/** `at` itself, or the end of the quiet hours that it falls into: moved, not dropped. */
export function afterQuiet(at: Instant, quiet: Quiet): Instant {
  if (!isQuiet(at, quiet)) return at
  const opens = startOfShopDay(at) + quiet.quietTo * MINUTE_MS
  return opens > at ? opens : opens + DAY_MS
}
