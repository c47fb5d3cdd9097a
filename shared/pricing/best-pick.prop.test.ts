import * as fc from 'fast-check'
import { aCoupon, aLine, NOW, priceInput } from '../../tests/builders/carts'
import { bestWay, codeOf, legalWays, memberFenOf, offOfSet } from '../../tests/builders/price-by-definition'
import type { CouponView } from '../coupons/contract'
import { isRefused } from '../kernel/refusal'
import type { CouponVerdict, Quote } from '../orders/contract'
import { bestPick } from './best-pick'
import { pricedForMember } from './member-price'
import { price, type PriceInput } from './price'

const quoteFor = (input: PriceInput): Quote => {
  const answer = price(input)
  if (isRefused(answer)) throw new Error(answer.refused)
  return answer.quote
}
/** What coupons decide about: the amount before points. */
const beforePoints = (quote: Quote) => quote.payFen + quote.pointsOffFen
const sum = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0)
/** `expect` takes its time; 20,000 carts ask for it only when there is something to report. */
const expectSame = (said: unknown, defined: unknown) => {
  if (JSON.stringify(said) !== JSON.stringify(defined)) expect(said).toEqual(defined)
}
const isUsable = (v: CouponVerdict) => v.why.code === 'BEST' || v.why.code === 'USABLE'
const cart = priceInput([0, 5], [0, 7])

it('law 3: picks exactly what trying every legal combination picks, on 20,000 carts', () => {
  let several = 0
  fc.assert(
    fc.property(priceInput([1, 6], [3, 9]), (input) => {
      const way = bestWay(input)
      const quote = quoteFor(input)
      const fees = input.packaging.feeFen + input.deliveryFen
      if (way.coupons.length > 1) several++
      const { itemOffFen, orderOffFen, deliveryOffFen } = quote
      expectSame(
        [beforePoints(quote), [...quote.couponIds].sort(), itemOffFen, orderOffFen, deliveryOffFen],
        [
          memberFenOf(input) + fees - way.offFen,
          way.coupons.map((c) => c.id).sort(),
          ...offOfSet(input, way.coupons),
        ],
      )
    }),
    { numRuns: 20_000 },
  )
  // the carts are worth trying: many of them take more than one coupon
  expect(several).toBeGreaterThan(4_000)
})

it('law 3: decides among wallets full of ties as defined: fewer coupons, then what ends first, then ids', () => {
  const worth = fc.constantFrom(100, 200, 300, 400)
  const benefit = fc.oneof(
    worth.map((offFen) => ({ kind: 'amountOff' as const, offFen, thresholdFen: 0 })),
    worth.map((capFen) => ({ kind: 'exchange' as const, capFen })),
  )
  // scopes of one line each make an order coupon take less beside an item coupon than alone
  const scope = fc
    .constantFrom<string[][]>(['p0'], ['p1'], [])
    .map((productIds) => ({ categoryIds: [], productIds, skuIds: [] }))
  const tie = fc.record({ benefit, scope, expiresAt: fc.constantFrom(NOW + 1, NOW + 2, NOW + 3) })
  fc.assert(
    fc.property(
      cart,
      fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7]),
      fc.infiniteStream(tie),
      (input, ids, ties) => {
        const lines = [0, 1].map((product) => aLine({ product, unitFen: 400, qty: 1 }))
        const coupons = ids.map((id): CouponView => {
          const { benefit, scope, expiresAt } = ties.next().value
          return aCoupon(`c${id}`, benefit, { expiresAt }, { scope })
        })
        const tied = { ...input, lines, coupons }
        expect([...quoteFor(tied).couponIds].sort()).toEqual(
          bestWay(tied)
            .coupons.map((c) => c.id)
            .sort(),
        )
      },
    ),
    { numRuns: 2_000 },
  )
})

it('law 3: one more coupon never raises the price', () => {
  fc.assert(
    fc.property(priceInput([1, 5], [1, 7]), (input) => {
      const [, ...fewer] = input.coupons
      const without = quoteFor({ ...input, coupons: fewer })
      expect(beforePoints(quoteFor(input))).toBeLessThanOrEqual(beforePoints(without))
    }),
    { numRuns: 800 },
  )
})

it('one more unit never lowers what a coupon takes off, and takes none out of use', () => {
  const more = fc.record({
    product: fc.nat(7),
    unitFen: fc.constantFrom(0, 1, 500, 1000, 3000),
    qty: fc.constant(1),
  })
  fc.assert(
    fc.property(priceInput([1, 4], [1, 1]), more, fc.nat(), (input, unit, which) => {
      const offIn = (lines: PriceInput['lines']) => quoteFor({ ...input, lines }).couponFen
      const longer = [...input.lines, aLine(unit)]
      const larger = input.lines.map((line, i) => {
        if (i !== which % input.lines.length) return line
        return { ...line, qty: line.qty + 1, listFen: line.unitFen * (line.qty + 1) }
      })
      expect(offIn(longer)).toBeGreaterThanOrEqual(offIn(input.lines))
      expect(offIn(larger)).toBeGreaterThanOrEqual(offIn(input.lines))
    }),
    { numRuns: 1_500 },
  )
})

it('does not depend on the order of the coupons', () => {
  const shuffled = cart.chain((input) =>
    fc.record({
      input: fc.constant(input),
      mixed: fc.shuffledSubarray([...input.coupons], { minLength: input.coupons.length }),
    }),
  )
  fc.assert(
    fc.property(shuffled, ({ input, mixed }) => {
      expect(quoteFor({ ...input, coupons: mixed })).toEqual(quoteFor(input))
    }),
    { numRuns: 800 },
  )
})

it('gives every live coupon exactly one verdict: the first reason that stands in the way, or what it takes off', () => {
  fc.assert(
    fc.property(cart, (input) => {
      const { verdicts, couponIds } = quoteFor(input)
      const live = input.coupons.filter((c) => c.state === 'issued' || c.state === 'held')
      expect(verdicts.map((v) => v.couponId).sort()).toEqual(live.map((c) => c.id).sort())
      for (const verdict of verdicts) {
        const coupon = live.find((c) => c.id === verdict.couponId)!
        const applied = couponIds.includes(coupon.id)
        expect(verdict.why.code).toBe(applied ? 'BEST' : codeOf(input, coupon))
        if (!applied) expect(verdict.offFen).toBe(isUsable(verdict) ? sum(offOfSet(input, [coupon])) : 0)
      }
    }),
    { numRuns: 1_500 },
  )
})

it('lists the applied coupons first, then the usable ones, then those that miss the least', () => {
  fc.assert(
    fc.property(cart, (input) => {
      const { verdicts, couponIds, couponFen } = quoteFor(input)
      const n = couponIds.length
      expect(verdicts.slice(0, n).map((v) => v.couponId)).toEqual(couponIds)
      expect(sum(verdicts.slice(0, n).map((v) => v.offFen))).toBe(couponFen)
      const rest = verdicts.slice(n)
      const usable = rest.filter(isUsable).map((v) => v.offFen)
      expect(rest.slice(0, usable.length).every(isUsable)).toBe(true)
      expect(usable).toEqual([...usable].sort((a, b) => b - a))
      const short = rest.flatMap(({ why }) => (why.code === 'BELOW_THRESHOLD' ? [why.shortFen] : []))
      expect(short).toEqual([...short].sort((a, b) => a - b))
    }),
    { numRuns: 800 },
  )
})

it('says what is missing so that adding just that makes the coupon usable', () => {
  fc.assert(
    fc.property(priceInput([1, 4], [1, 4]), (input) => {
      // list prices: what is added then counts in full
      const guest = { ...input, account: null }
      for (const { couponId, why } of quoteFor(guest).verdicts) {
        if (why.code !== 'BELOW_THRESHOLD' && why.code !== 'TOO_FEW') continue
        const coupon = input.coupons.find((c) => c.id === couponId)!
        const line = input.lines.find((l) => codeOf({ ...guest, lines: [l] }, coupon) !== 'OUT_OF_SCOPE')!
        const enough =
          why.code === 'TOO_FEW'
            ? { ...line, qty: why.short, listFen: line.unitFen * why.short }
            : { ...line, qty: 1, unitFen: why.shortFen, listFen: why.shortFen }
        const { code } = quoteFor({ ...guest, coupons: [coupon], lines: [...input.lines, enough] })
          .verdicts[0]!.why
        expect(['BEST', 'NOTHING_OFF']).toContain(code)
      }
    }),
    { numRuns: 800 },
  )
})

it('accepts exactly the legal combinations as a choice, and charges for them as defined', () => {
  const withChoice = priceInput([1, 4], [1, 5]).chain((input) =>
    fc.record({
      input: fc.constant(input),
      ids: fc.subarray([...input.coupons.map((c) => c.id), 'unknown']).map((all) => all.slice(0, 3)),
    }),
  )
  fc.assert(
    fc.property(withChoice, ({ input, ids }) => {
      const answer = price({ ...input, choice: ids })
      const way = legalWays(input).find(
        (w) => w.coupons.length === ids.length && w.coupons.every((c) => ids.includes(c.id)),
      )
      if (!way) return expect(answer).toEqual({ refused: 'COUPON_UNUSABLE' })
      if (isRefused(answer)) throw new Error(`${ids.join()} is legal`)
      expect(answer.quote.couponFen).toBe(way.offFen)
      expect([...answer.quote.couponIds].sort()).toEqual([...ids].sort())
    }),
    { numRuns: 1_500 },
  )
})

it('tells the cart bar the same as the quote', () => {
  fc.assert(
    fc.property(cart, (input) => {
      const lines = pricedForMember(input.lines, input.account, input.loyalty, NOW)
      const { verdicts } = bestPick(input.coupons, { ...input, lines })
      expect(verdicts).toEqual(quoteFor(input).verdicts)
    }),
    { numRuns: 500 },
  )
})
