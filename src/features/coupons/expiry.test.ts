import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@shared/kernel/time'
import { clockLeft, expiryOf } from './expiry'

/** 2026-11-22 10:00 in the shop's zone. */
const NOW = Date.UTC(2026, 10, 22, 2)

describe('clockLeft', () => {
  it('counts minutes and seconds, and hours when there are any', () => {
    expect(clockLeft(29 * MINUTE_MS + 9 * SECOND_MS)).toBe('29:09')
    expect(clockLeft(5 * HOUR_MS + 12 * MINUTE_MS + 33 * SECOND_MS)).toBe('05:12:33')
  })
  it('never shows less than nothing', () => {
    expect(clockLeft(0)).toBe('00:00')
    expect(clockLeft(-5_000)).toBe('00:00')
  })
})

describe('expiryOf', () => {
  it('is expired at the very instant', () => {
    expect(expiryOf(NOW, NOW).text).toBe('已过期')
    expect(expiryOf(NOW + 1_000, NOW)).toEqual({ text: '还剩 00:01', soon: true, ticking: true })
  })
  it('says 7 days on the day a 7-day coupon came, and one fewer each midnight', () => {
    const end = Date.UTC(2026, 10, 28, 16) // ends with the 28th, the 22nd is its first day
    const last = { soon: true, ticking: false }
    expect(expiryOf(end, NOW)).toEqual({ text: '还有 7 天到期', ...last })
    expect(expiryOf(end, Date.UTC(2026, 10, 22, 16) - 1).text).toBe('还有 7 天到期')
    expect(expiryOf(end, Date.UTC(2026, 10, 22, 16)).text).toBe('还有 6 天到期')
    expect(expiryOf(end, end - DAY_MS - 1).text).toBe('还有 2 天到期')
  })
  it('counts whole hours on the last day, and the clock in the last hour', () => {
    const last = { soon: true, ticking: false }
    expect(expiryOf(NOW + DAY_MS, NOW)).toEqual({ text: '还剩 24 小时', ...last })
    expect(expiryOf(NOW + 6 * HOUR_MS - 1, NOW)).toEqual({ text: '还剩 5 小时', ...last })
    expect(expiryOf(NOW + HOUR_MS, NOW)).toEqual({ text: '还剩 1 小时', ...last })
    expect(expiryOf(NOW + HOUR_MS - SECOND_MS, NOW)).toEqual({
      text: '还剩 59:59',
      soon: true,
      ticking: true,
    })
  })
  it('names the last day on which it can be used', () => {
    expect(expiryOf(Date.UTC(2026, 11, 21, 16), NOW).text).toBe('2026-12-21 到期')
    expect(expiryOf(NOW + 8 * DAY_MS, NOW).soon).toBe(false)
  })
})
