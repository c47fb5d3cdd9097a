import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, shopDateTime, type Instant } from '@shared/kernel/time'

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
  /** A week or less: worth a warmer colour. */
  readonly soon: boolean
  /** The text changes every second: the last hour. */
  readonly ticking: boolean
}

/**
 * When a coupon ends, in the words of the wallet. `expiresAt` itself is no longer valid. Days are counted up, as a
 * person counts them with today among them: a 7-day coupon says 7 on the day it came. Hours are counted down: nobody
 * is promised an hour that isn't there.
 */
export function expiryOf(expiresAt: Instant, now: Instant): Expiry {
  const left = expiresAt - now
  if (left <= 0) return { text: '已过期', soon: false, ticking: false }
  if (left < HOUR_MS) return { text: `还剩 ${clockLeft(left)}`, soon: true, ticking: true }
  if (left <= DAY_MS) return { text: `还剩 ${Math.floor(left / HOUR_MS)} 小时`, soon: true, ticking: false }
  const days = Math.ceil(left / DAY_MS)
  if (days <= 7) return { text: `还有 ${days} 天到期`, soon: true, ticking: false }
  return { text: `${shopDateTime(expiresAt - 1).slice(0, 10)} 到期`, soon: false, ticking: false }
}
