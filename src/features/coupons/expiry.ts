import {
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  SECOND_MS,
  shopDateTime,
  startOfShopDay,
  type Instant,
} from '@shared/kernel/time'

const two = (n: number) => String(n).padStart(2, '0')

/** Time left as a clock: `MM:SS` under an hour, else `HH:MM:SS`. Nothing left reads 00:00. */
export function clockLeft(leftMs: number): string {
  const left = Math.max(0, leftMs)
  const hours = Math.floor(left / HOUR_MS)
  const rest = `${two(Math.floor((left % HOUR_MS) / MINUTE_MS))}:${two(Math.floor((left % MINUTE_MS) / SECOND_MS))}`
  return hours > 0 ? `${two(hours)}:${rest}` : rest
}

export type Expiry = {
  readonly text: string
  /** Under a week: worth a warmer colour. */
  readonly soon: boolean
  /** The text changes every second. */
  readonly ticking: boolean
}

/** When a coupon ends, in the words of the wallet. `expiresAt` itself is no longer valid. */
export function expiryOf(expiresAt: Instant, now: Instant): Expiry {
  const left = expiresAt - now
  if (left <= 0) return { text: '已过期', soon: false, ticking: false }
  if (left < DAY_MS) return { text: `还剩 ${clockLeft(left)}`, soon: true, ticking: true }
  const days = Math.round((startOfShopDay(expiresAt - 1) - startOfShopDay(now)) / DAY_MS)
  if (days < 7) return { text: `还有 ${days} 天到期`, soon: true, ticking: false }
  return { text: `${shopDateTime(expiresAt - 1).slice(0, 10)} 到期`, soon: false, ticking: false }
}
