import * as fc from 'fast-check'
import type { CouponVerdict } from '@shared/orders/contract'
import { bestIds, couponRowWords, sectionsOf, tapped } from './coupon-choice'

const verdict = (over: Partial<CouponVerdict> = {}): CouponVerdict => ({
  couponId: 'c1',
  title: '券',
  slot: 'order',
  thresholdFen: 0,
  expiresAt: 0,
  offFen: 100,
  why: { code: 'USABLE' },
  ...over,
})
const all = fc
  .array(fc.constantFrom('item' as const, 'order' as const, 'delivery' as const), {
    minLength: 1,
    maxLength: 12,
  })
  .map((slots) => slots.map((slot, i) => verdict({ couponId: `c${i}`, slot })))

it('keeps at most one coupon a slot, whatever is tapped; the same tap twice changes nothing', () => {
  fc.assert(
    fc.property(all, fc.array(fc.nat(11), { maxLength: 20 }), (verdicts, taps) => {
      let chosen: string[] = []
      for (const tap of taps) {
        const one = verdicts[tap % verdicts.length]!
        const before = chosen
        chosen = tapped(chosen, one, verdicts)
        const slots = chosen.map((id) => verdicts.find((v) => v.couponId === id)!.slot)
        expect(new Set(slots).size).toBe(chosen.length)
        if (before.includes(one.couponId))
          expect(tapped(chosen, one, verdicts).sort()).toEqual([...before].sort())
        else expect(chosen).toContain(one.couponId)
      }
    }),
  )
})

it('sorts the usable ones by what they lower', () => {
  const verdicts = [
    verdict({ couponId: 'a', slot: 'delivery', why: { code: 'BEST' } }),
    verdict({ couponId: 'b', slot: 'item' }),
    verdict({ couponId: 'c', slot: 'item', why: { code: 'OUT_OF_SCOPE' } }),
  ]
  expect(sectionsOf(verdicts).map((s) => [s.title, s.verdicts.length])).toEqual([
    ['单品券', 1],
    ['配送券', 1],
  ])
  expect(bestIds(verdicts)).toEqual(['a'])
})

it('names what is applied, and says so when it is the best', () => {
  const verdicts = [
    verdict({ couponId: 'a', title: '拿铁 9.9', slot: 'item', why: { code: 'BEST' } }),
    verdict({ couponId: 'b', title: '满 30 减 5', why: { code: 'BEST' } }),
  ]
  expect(couponRowWords({ verdicts, couponIds: ['b', 'a'] })).toBe('拿铁 9.9 + 满 30 减 5 · 已选最优惠')
  expect(couponRowWords({ verdicts, couponIds: ['a'] })).toBe('拿铁 9.9')
  expect(couponRowWords({ verdicts, couponIds: [] })).toBe('这次不用券')
  const held = verdict({ title: '新人 5 元券', why: { code: 'HELD' } })
  expect(couponRowWords({ verdicts: [held], couponIds: [] })).toBe('新人 5 元券 · 正用在另一个待支付的订单上')
  expect(couponRowWords({ verdicts: [], couponIds: [] })).toBe('')
})
