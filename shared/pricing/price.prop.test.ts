import * as fc from 'fast-check'
import type { CouponView } from '../coupons/contract'
import { isRefused } from '../kernel/refusal'
import { bestPick, hindrance, offOf } from './best-pick'
import { price, type GoodsLine } from './price'
import { quoteHash } from './quote-hash'

const NOW = 1_000_000
const packaging = { id: 'bag', name: '打包袋', feeFen: 100 }
const sum = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0)

const line = (unitFen: number, qty: number, i: number): GoodsLine => ({
  productId: `p${i}`,
  skuId: `p${i}-m`,
  choices: [],
  qty,
  name: `商品${i}`,
  specText: '',
  picture: '',
  unitFen,
  listFen: unitFen * qty,
})
const lines = fc
  .array(fc.tuple(fc.nat(5_000), fc.integer({ min: 1, max: 99 })), { minLength: 1, maxLength: 20 })
  .map((all) => all.map(([unitFen, qty], i) => line(unitFen, qty, i)))
const coupon = fc
  .record({
    offFen: fc.integer({ min: 0, max: 20_000 }),
    thresholdFen: fc.oneof(fc.constant(0), fc.nat(100_000)),
    // few different values, so that ties happen
    expiresAt: fc.constantFrom(NOW - 1, NOW, NOW + 1, NOW + 2),
    issuedAt: fc.constantFrom(0, NOW - 1, NOW, NOW + 1),
    state: fc.constantFrom('issued' as const, 'issued' as const, 'held' as const, 'redeemed' as const),
  })
  .map(({ state, issuedAt, expiresAt, ...terms }) => ({ state, issuedAt, expiresAt, terms }))
const coupons = fc.array(coupon, { maxLength: 6 }).map((all) =>
  all.map(({ terms, state, issuedAt, expiresAt }, i): CouponView => ({
    id: `c${i}`,
    terms: { kind: 'amountOff', title: '券', source: '新人礼', ...terms },
    state,
    issuedAt,
    expiresAt,
    orderId: null,
  })),
)

const quoteFor = (
  goods: readonly GoodsLine[],
  all: readonly CouponView[],
  chosen: string | null = 'best',
) => {
  const answer = price({ lines: goods, coupons: all, coupon: chosen, packaging, now: NOW })
  if (isRefused(answer)) throw new Error(answer.refused)
  return answer.quote
}

it('adds up to the fen', () => {
  fc.assert(
    fc.property(lines, coupons, (goods, all) => {
      const q = quoteFor(goods, all)
      expect(sum(q.lines.map((l) => l.listFen))).toBe(q.goodsFen)
      expect(sum(q.lines.map((l) => l.discountFen))).toBe(q.couponFen)
      expect(sum(q.lines.map((l) => l.payFen)) + q.packagingFen).toBe(q.payFen)
      q.lines.forEach((l) => expect(l.payFen >= 0 && l.discountFen >= 0).toBe(true))
      expect(q.payFen).toBeGreaterThanOrEqual(0)
    }),
  )
})

it('picks as well as trying every coupon by hand', () => {
  fc.assert(
    fc.property(lines, coupons, (goods, all) => {
      const tried = all.flatMap((c) => {
        const answer = price({ lines: goods, coupons: all, coupon: c.id, packaging, now: NOW })
        return isRefused(answer) ? [] : [answer.quote.payFen]
      })
      expect(quoteFor(goods, all).payFen).toBe(Math.min(quoteFor(goods, all, null).payFen, ...tried))
    }),
  )
})

it('never asks for more because of one more coupon', () => {
  fc.assert(
    fc.property(lines, coupons, (goods, all) => {
      expect(quoteFor(goods, all).payFen).toBeLessThanOrEqual(quoteFor(goods, all.slice(1)).payFen)
    }),
  )
})

it('does not depend on the order of the coupons, and ties go to the earliest expiry', () => {
  fc.assert(
    fc.property(lines, coupons, (goods, all) => {
      const goodsFen = sum(goods.map((l) => l.listFen))
      const { best, verdicts } = bestPick(all, goodsFen, NOW)
      expect(bestPick([...all].reverse(), goodsFen, NOW)).toEqual({ best, verdicts })
      const rivals = all.filter(
        (c) =>
          best &&
          c.state === 'issued' &&
          !hindrance(c, goodsFen, NOW) &&
          offOf(c, goodsFen) === offOf(best, goodsFen),
      )
      rivals.forEach((c) => expect(c.expiresAt).toBeGreaterThanOrEqual(best!.expiresAt))
    }),
  )
})

it('gives every live coupon one reason, the applied one first, and marks at most one as best', () => {
  fc.assert(
    fc.property(lines, coupons, (goods, all) => {
      const q = quoteFor(goods, all)
      const live = all.filter((c) => c.state !== 'redeemed' && c.issuedAt <= NOW).map((c) => c.id)
      expect(q.verdicts.map((v) => v.couponId).sort()).toEqual(live.sort())
      expect(q.verdicts.filter((v) => v.why.code === 'BEST')).toHaveLength(q.couponId ? 1 : 0)
      if (q.couponId) expect(q.verdicts[0]).toMatchObject({ couponId: q.couponId, why: { code: 'BEST' } })
      for (const v of q.verdicts)
        if (v.why.code === 'BELOW_THRESHOLD') expect(q.goodsFen + v.why.shortFen).toBe(v.thresholdFen)
    }),
  )
})

it('applies no coupon outside of [issuedAt, expiresAt), chosen or not', () => {
  fc.assert(
    fc.property(lines, coupons, (goods, all) => {
      const runs = (c: CouponView) => c.issuedAt <= NOW && NOW < c.expiresAt
      const applied = all.find((c) => c.id === quoteFor(goods, all).couponId)
      if (applied) expect(runs(applied)).toBe(true)
      for (const c of all.filter((one) => !runs(one)))
        expect(price({ lines: goods, coupons: all, coupon: c.id, packaging, now: NOW })).toEqual({
          refused: 'COUPON_UNUSABLE',
        })
    }),
  )
})

it('hashes equal prices equally and different ones differently', () => {
  fc.assert(
    fc.property(lines, coupons, (goods, all) => {
      const q = quoteFor(goods, all)
      expect(q.hash).toMatch(/^[0-9a-f]{16}$/)
      expect(quoteFor(goods, all).hash).toBe(q.hash)
      const dearer = goods.map((l, i) =>
        i === 0 ? { ...l, unitFen: l.unitFen + 1, listFen: l.listFen + l.qty } : l,
      )
      expect(quoteFor(dearer, all).hash).not.toBe(q.hash)
      expect(quoteHash({ ...q, packagingFen: q.packagingFen + 1 })).not.toBe(q.hash)
    }),
  )
})
