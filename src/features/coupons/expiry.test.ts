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
  it('counts calendar days of the shop under a week', () => {
    // ends with the 24th: two midnights away
    expect(expiryOf(Date.UTC(2026, 10, 24, 16), NOW)).toEqual({
      text: '还有 2 天到期',
      soon: true,
      ticking: false,
    })
  })
  it('names the last day on which it can be used', () => {
    expect(expiryOf(Date.UTC(2026, 11, 21, 16), NOW).text).toBe('2026-12-21 到期')
    expect(expiryOf(NOW + 30 * DAY_MS, NOW).soon).toBe(false)
  })
})
