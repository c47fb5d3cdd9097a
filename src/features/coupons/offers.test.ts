import type { Offer } from '@shared/coupons/contract'
import { EMPTY_ACCOUNT } from '@shared/points/account'
import { aCoupon, NOW } from '../../../tests/builders/shop-views'
import { validityWords } from '@shared/coupons/validity-words'
import { afterClaim, forWords, leftWords } from './offers'

const offer = (over: Partial<Offer> = {}): Offer => ({
  campaignId: 'c1',
  terms: aCoupon.terms,
  by: { kind: 'claim' },
  validity: { kind: 'days', days: 7 },
  endsAt: NOW + 1,
  left: 1,
  remaining: null,
  hindrance: null,
  ...over,
})

it('is one fewer after a claim, and says so when that was the last', () => {
  const offers = [offer({ left: 2, remaining: 9 }), offer({ campaignId: 'c2' })]
  const [first, other] = afterClaim(offers, 'c1', EMPTY_ACCOUNT, NOW)
  expect(first).toMatchObject({ left: 1, remaining: 8, hindrance: null })
  expect(other).toEqual(offers[1])
  expect(afterClaim([first!], 'c1', EMPTY_ACCOUNT, NOW)[0]).toMatchObject({
    left: 0,
    hindrance: 'ALREADY_CLAIMED',
  })
  expect(afterClaim([offer({ left: 3, remaining: 1 })], 'c1', EMPTY_ACCOUNT, NOW)[0]?.hindrance).toBe(
    'SOLD_OUT',
  )
})

it('is out of reach when the points are gone', () => {
  const forPoints = offer({ campaignId: 'c2', by: { kind: 'points', points: 30 } })
  const account = { ...EMPTY_ACCOUNT, lots: { '209912': 29 } }
  expect(afterClaim([forPoints], 'c1', account, NOW)[0]?.hindrance).toBe('POINTS_SHORT')
})

it('says what is left only where it matters', () => {
  expect(leftWords(offer())).toBe('')
  expect(leftWords(offer({ left: 2, remaining: 12 }))).toBe('还可领 2 张 · 仅剩 12 张')
  expect(leftWords(offer({ remaining: 400 }))).toBe('')
  expect(leftWords(offer({ left: 0, remaining: 3, hindrance: 'ALREADY_CLAIMED' }))).toBe('')
})

it('says how long, and for whom', () => {
  expect(validityWords(offer())).toBe('领取后 7 天内有效')
  expect(validityWords(offer({ validity: { kind: 'days', days: 1 } }))).toBe('领取当天有效')
  const dates = {
    kind: 'dates',
    startAt: Date.UTC(2026, 10, 30, 16),
    endAt: Date.UTC(2026, 11, 31, 16),
  } as const
  expect(validityWords(offer({ validity: dates }))).toBe('2026-12-01 至 2026-12-31 有效')
  const tiers = [{ id: 'gold', name: '常客', fromFen: 0, priceBp: 9500, pointsBp: 15_000 }]
  expect(forWords(offer({ by: { kind: 'monthly', tierIds: ['gold'] } }), tiers)).toBe('常客专享，每月一张')
  expect(forWords(offer(), tiers)).toBe('')
})
