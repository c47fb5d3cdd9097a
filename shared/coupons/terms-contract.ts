import * as v from 'valibot'
import { Hours, Way } from '../catalogue/store-contract'
import { Bp, Count, FenAmount, Id } from '../kernel/fields'

/**
 * What a coupon takes off. Every kind names the most that it can cost the shop: `offFen` or `capFen`. That much is
 * reserved from the campaign's budget when it is issued. Units that a kind is about are the dearest in scope.
 */
export const Benefit = v.variant('kind', [
  /** 满减: `offFen` off what is in scope, from `thresholdFen` of it on. Slot: order. */
  v.object({ kind: v.literal('amountOff'), offFen: FenAmount, thresholdFen: FenAmount }),
  /** 折扣: what is in scope costs `payBp` of its price (8500 = 8.5 折), at most `capFen` off. Slot: order. */
  v.object({ kind: v.literal('percentOff'), payBp: Bp, capFen: FenAmount, thresholdFen: FenAmount }),
  /** 9.9 一杯: one unit costs `priceFen`. Slot: item, as the next three. */
  v.object({ kind: v.literal('fixedPrice'), priceFen: FenAmount, capFen: FenAmount }),
  /** 第二杯半价: of `nth` units the last costs `payBp` of its price. */
  v.object({ kind: v.literal('nthUnit'), nth: Count, payBp: Bp, capFen: FenAmount }),
  /** 兑换: one unit costs nothing. */
  v.object({ kind: v.literal('exchange'), capFen: FenAmount }),
  /** 买 N 送 M: of `buy + get` units the last `get` cost nothing. */
  v.object({ kind: v.literal('buyNGetM'), buy: Count, get: Count, capFen: FenAmount }),
  /** 免配送费: up to `capFen` of the delivery fee. Slot: delivery. */
  v.object({ kind: v.literal('freeDelivery'), capFen: FenAmount, thresholdFen: FenAmount }),
])
/** Which goods it is about: those that any list names; three empty lists mean everything. */
export const Scope = v.object({
  categoryIds: v.array(Id),
  productIds: v.array(Id),
  skuIds: v.array(Id),
})
/** What a coupon promises, copied into it when it is issued: later changes of the campaign don't touch it. */
export const Terms = v.object({
  benefit: Benefit,
  title: v.string(),
  /** Where the coupon came from, in words a customer reads: 新人礼. */
  source: v.string(),
  scope: Scope,
  /** Empty: every store. */
  storeIds: v.array(Id),
  /** Empty: every way. */
  ways: v.array(Way),
  /** Days of the week on which it can be used, 0 = Sunday, in the shop's zone; empty: every day. */
  days: v.array(v.pipe(Count, v.maxValue(6))),
  /** Hours in which it can be used, minutes since the shop's midnight, `[from, to)`; empty: all day. */
  hours: v.array(Hours),
})

export type Benefit = v.InferOutput<typeof Benefit>
export type BenefitKind = Benefit['kind']
export type Scope = v.InferOutput<typeof Scope>
export type Terms = v.InferOutput<typeof Terms>
