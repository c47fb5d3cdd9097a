import * as fc from 'fast-check'
import { priceInput } from '../../tests/builders/carts'
import { isRefused } from '../kernel/refusal'
import { balanceOf } from '../points/account'
import type { Quote, QuoteLine } from '../orders/contract'
import { price, type PriceInput } from './price'

const sum = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0)
const quoteFor = (input: PriceInput): Quote => {
  const answer = price(input)
  if (isRefused(answer)) throw new Error(answer.refused)
  return answer.quote
}
const cart = priceInput([0, 6], [0, 8])
const runs = { numRuns: 600 }
/** In the order of the price. */
const KINDS = ['memberOffFen', 'itemOffFen', 'orderOffFen', 'pointsOffFen'] as const

it('law 1: of each kind the shares are the discount, and no share exceeds what the line still costs', () => {
  fc.assert(
    fc.property(cart, (input) => {
      const quote = quoteFor(input)
      for (const kind of KINDS)
        expect([kind, sum(quote.lines.map((l) => l[kind]))]).toEqual([kind, quote[kind]])
      for (const line of quote.lines) {
        const left = KINDS.map((_, i) => line.listFen - sum(KINDS.slice(0, i + 1).map((k) => line[k])))
        expect(KINDS.every((kind) => line[kind] >= 0) && left.every((fen) => fen >= 0)).toBe(true)
        expect(line.discountFen).toBe(sum(KINDS.map((kind) => line[kind])))
        expect(line.payFen).toBe(line.listFen - line.discountFen)
      }
    }),
    runs,
  )
})

it('adds up: goods − member price − coupons − points + packaging + delivery is what is paid, never below the fees', () => {
  fc.assert(
    fc.property(cart, (input) => {
      const q = quoteFor(input)
      expect(q.goodsFen).toBe(sum(input.lines.map((l) => l.unitFen * l.qty)))
      expect(q.couponFen).toBe(q.itemOffFen + q.orderOffFen + q.deliveryOffFen)
      expect(q.payFen).toBe(
        q.goodsFen - q.memberOffFen - q.couponFen - q.pointsOffFen + q.packagingFen + q.deliveryFen,
      )
      expect([q.packagingFen, q.deliveryFen]).toEqual([input.packaging.feeFen, input.deliveryFen])
      const fees = q.packagingFen + q.deliveryFen - q.deliveryOffFen
      expect(sum(q.lines.map((l) => l.payFen)) + fees).toBe(q.payFen)
      expect(q.deliveryOffFen >= 0 && q.deliveryOffFen <= q.deliveryFen && fees <= q.payFen).toBe(true)
    }),
    runs,
  )
})

it('stays within one fen of the exact share, and lays item coupons only on lines that give something', () => {
  fc.assert(
    fc.property(cart, (input) => {
      const q = quoteFor(input)
      const before = (line: QuoteLine) => line.listFen - line.memberOffFen - line.itemOffFen
      const order = input.coupons.find(
        (c) =>
          q.couponIds.includes(c.id) &&
          'thresholdFen' in c.terms.benefit &&
          c.terms.benefit.kind !== 'freeDelivery',
      )
      if (order) {
        const { categoryIds, productIds, skuIds } = order.terms.scope
        const ids = [...categoryIds, ...productIds, ...skuIds]
        const isIn = (l: QuoteLine) =>
          ids.length === 0 || [l.categoryId, l.productId, l.skuId].some((id) => ids.includes(id))
        const base = sum(q.lines.filter(isIn).map(before))
        for (const line of q.lines)
          expect(
            Math.abs(line.orderOffFen - (isIn(line) ? (q.orderOffFen * before(line)) / base : 0)),
          ).toBeLessThan(1)
      }
      const rest = sum(q.lines.map((l) => before(l) - l.orderOffFen))
      for (const line of rest > 0 ? q.lines : []) {
        const exact = (q.pointsOffFen * (before(line) - line.orderOffFen)) / rest
        expect(Math.abs(line.pointsOffFen - exact)).toBeLessThan(1)
      }
    }),
    runs,
  )
})

it('a member never pays more than a guest for a line, and only members have prices and points of their own', () => {
  fc.assert(
    fc.property(cart, (input) => {
      const guest = quoteFor({ ...input, account: null })
      expect([guest.memberOffFen, guest.points, guest.usablePoints, guest.pointsOffFen]).toEqual([0, 0, 0, 0])
      expect(quoteFor(input).memberOffFen).toBeGreaterThanOrEqual(0)
    }),
    runs,
  )
})

it('spends whole points, at most the balance and the share that the shop allows, and none unless asked', () => {
  fc.assert(
    fc.property(cart, (input) => {
      const q = quoteFor({ ...input, usePoints: true })
      const { pointFen, pointsPerYuan, mostShareBp } = input.loyalty
      const restFen = sum(q.lines.map((l) => l.payFen + l.pointsOffFen))
      const balance = input.account ? balanceOf(input.account, input.now) : 0
      expect(q.points).toBe(q.usablePoints)
      expect([q.pointsOffFen, q.usablePointsFen]).toEqual([q.points * pointFen, q.points * pointFen])
      expect(q.points <= balance && q.pointsOffFen * 10_000 <= restFen * mostShareBp).toBe(true)
      if (pointsPerYuan === 0 || pointFen === 0) expect(q.points).toBe(0)
      else if (q.points < balance)
        expect((q.pointsOffFen + pointFen) * 10_000).toBeGreaterThan(restFen * mostShareBp)
      const kept = quoteFor({ ...input, usePoints: false })
      expect([kept.points, kept.pointsOffFen, kept.usablePoints]).toEqual([0, 0, q.usablePoints])
      expect(kept.couponIds).toEqual(q.couponIds)
    }),
    runs,
  )
})

it('applies no coupon when none is wanted, and tells the best all the same', () => {
  fc.assert(
    fc.property(cart, (input) => {
      const [none, best] = [quoteFor({ ...input, choice: [] }), quoteFor(input)]
      expect([none.couponIds, none.couponFen]).toEqual([[], 0])
      const named = (q: Quote) =>
        q.verdicts.filter((v) => v.why.code === 'BEST').map((v) => [v.couponId, v.offFen])
      expect(named(none).sort()).toEqual(named(best).sort())
      expect(named(best).map(([id]) => id)).toEqual(best.couponIds)
    }),
    runs,
  )
})

describe('the hash of a quote', () => {
  const goods = priceInput([1, 4], [0, 4])
  const hash = (input: PriceInput) => quoteFor(input).hash

  it('is equal for equal prices, whatever the coupons that are not applied', () => {
    fc.assert(
      fc.property(goods, (input) => {
        const { hash: one, couponIds } = quoteFor(input)
        expect(one).toMatch(/^[0-9a-f]{16}$/)
        const applied = input.coupons.filter((c) => couponIds.includes(c.id)).reverse()
        expect(hash({ ...input, coupons: applied, choice: couponIds })).toBe(one)
      }),
    )
  })

  it('differs as soon as anything differs that the price depends upon', () => {
    fc.assert(
      fc.property(goods, (input) => {
        const quote = quoteFor(input)
        const [first, ...rest] = input.lines
        const withFirst = (over: Partial<typeof first>) => ({
          ...input,
          lines: [{ ...first!, ...over }, ...rest],
        })
        const changed: PriceInput[] = [
          withFirst({ unitFen: first!.unitFen + 1, listFen: first!.listFen + first!.qty }),
          withFirst({ qty: first!.qty + 1, listFen: first!.listFen + first!.unitFen }),
          withFirst({ skuId: 'other' }),
          withFirst({ choices: ['hot'] }),
          { ...input, packaging: { ...input.packaging, feeFen: input.packaging.feeFen + 1 } },
          { ...input, way: 'delivery', deliveryFen: input.deliveryFen + 1 },
        ]
        for (const other of changed) expect(hash(other)).not.toBe(quote.hash)
        if (quote.couponIds.length > 0) expect(hash({ ...input, choice: [] })).not.toBe(quote.hash)
        if (quote.memberOffFen > 0) expect(hash({ ...input, account: null })).not.toBe(quote.hash)
        if (quote.usablePoints > 0)
          expect(hash({ ...input, usePoints: !input.usePoints })).not.toBe(quote.hash)
      }),
      { numRuns: 600 },
    )
  })
})
