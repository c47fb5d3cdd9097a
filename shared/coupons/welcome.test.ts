import { isRunning, spanOf, welcomeCouponId } from './welcome'

it('is one per member and campaign', () => {
  expect(welcomeCouponId('welcome', 'm1')).toBe('welcome:m1:welcome')
})

it('runs in [startAt, endAt)', () => {
  const campaign = { state: 'running' as const, startAt: 10, endAt: 20 }
  expect([9, 10, 19, 20].map((now) => isRunning(campaign, now))).toEqual([false, true, true, false])
})

it('ends at midnight in the shop’s zone, the day of issue being the first', () => {
  const midnightAfter = Date.UTC(2026, 10, 22, 16)
  const expiryOf = (at: number, days: number) => spanOf({ kind: 'days', days }, at).expiresAt
  expect(expiryOf(Date.UTC(2026, 10, 22, 15, 59), 1)).toBe(midnightAfter)
  expect(expiryOf(midnightAfter, 1)).toBe(midnightAfter + 86_400_000)
  expect(expiryOf(Date.UTC(2026, 10, 22, 2), 7)).toBe(Date.UTC(2026, 10, 28, 16))
})
