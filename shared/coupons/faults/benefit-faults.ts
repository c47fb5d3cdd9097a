import type { Store } from '../../catalogue/contract'
import { sortedCopy } from '../../kernel/lists'
import { yuan, type Fen } from '../../kernel/money'
import { ruleOf } from '../benefit'
import { offAt } from '../benefits/rule'
import type { FieldFault } from '../campaign-contract'
import type { Benefit } from '../terms-contract'
import { countFault, faultIf, fenFault, rateFault } from './fault'
import type { PriceInScope } from './prices-in-scope'

/** No coupon takes more off than this; a slip of the finger that adds a zero should not pass. */
export const COUPON_MOST_FEN: Fen = 100_000
const THRESHOLD_MOST_FEN: Fen = 1_000_000
const UNITS_MOST = 10

const FIELD = 'terms.benefit'

/** Numbers of a benefit that make no sense by themselves. */
export function benefitNumbers(benefit: Benefit): FieldFault[] {
  const threshold = (fen: Fen) => fenFault(`${FIELD}.thresholdFen`, fen, 0, THRESHOLD_MOST_FEN, '使用门槛')
  const cap = (fen: Fen) => fenFault(`${FIELD}.capFen`, fen, 1, COUPON_MOST_FEN, '最高减')
  switch (benefit.kind) {
    case 'amountOff':
      return [
        ...fenFault(`${FIELD}.offFen`, benefit.offFen, 1, COUPON_MOST_FEN, '减的金额'),
        ...threshold(benefit.thresholdFen),
      ]
    case 'percentOff':
      return [
        ...rateFault(`${FIELD}.payBp`, benefit.payBp, '折扣'),
        ...cap(benefit.capFen),
        ...threshold(benefit.thresholdFen),
      ]
    case 'fixedPrice':
      return [
        ...fenFault(`${FIELD}.priceFen`, benefit.priceFen, 1, COUPON_MOST_FEN, '特价'),
        ...cap(benefit.capFen),
      ]
    case 'nthUnit':
      return [
        ...countFault(`${FIELD}.nth`, benefit.nth, 2, UNITS_MOST, '第几件'),
        ...rateFault(`${FIELD}.payBp`, benefit.payBp, '折扣'),
        ...cap(benefit.capFen),
      ]
    case 'exchange':
      return cap(benefit.capFen)
    case 'buyNGetM':
      return [
        ...countFault(`${FIELD}.buy`, benefit.buy, 1, UNITS_MOST, '买几件'),
        ...countFault(`${FIELD}.get`, benefit.get, 1, UNITS_MOST, '送几件'),
        ...cap(benefit.capFen),
      ]
    case 'freeDelivery':
      return [...cap(benefit.capFen), ...threshold(benefit.thresholdFen)]
  }
}

/** Numbers of a benefit that contradict each other or the prices of what it is about. Needs sound numbers. */
export function benefitContradictions(
  benefit: Benefit,
  prices: readonly PriceInScope[],
  stores: readonly Pick<Store, 'delivery'>[],
): FieldFault[] {
  switch (benefit.kind) {
    case 'amountOff':
      return faultIf(
        benefit.thresholdFen <= benefit.offFen,
        `${FIELD}.thresholdFen`,
        `使用门槛要高于减的 ¥${yuan(benefit.offFen)}，否则整单白送`,
      )
    case 'percentOff':
      return shallowCap(benefit)
    case 'freeDelivery':
      return deliveryFaults(benefit.capFen, stores)
    default:
      return unitFaults(benefit, prices)
  }
}

/** A cap that is reached before the threshold is: then the rate never applies. */
function shallowCap({ payBp, capFen, thresholdFen }: Extract<Benefit, { kind: 'percentOff' }>) {
  const atThreshold = offAt(payBp, thresholdFen)
  return faultIf(
    capFen < atThreshold,
    `${FIELD}.capFen`,
    `满 ¥${yuan(thresholdFen)} 按折扣该减 ¥${yuan(atThreshold)}，最高减 ¥${yuan(capFen)} 让折扣永远打不满`,
  )
}

/** What is promised of one unit must hold for the dearest in scope, and the budget must not reserve what nothing can cost. */
function unitFaults(benefit: Extract<Benefit, { capFen: Fen }>, prices: readonly PriceInScope[]) {
  const rule = ruleOf(benefit)
  const dearest = sortedCopy(prices, (a, b) => b.listFen - a.listFen)[0]
  if (rule.slot !== 'item' || !dearest) return []
  const promised = (unitFen: Fen) =>
    rule.unitOffs(Array.from({ length: rule.units }, () => unitFen)).reduce((sum, off) => sum + off, 0)
  const neededFen = promised(dearest.listFen)
  const mostFen = promised(Math.max(...prices.map((p) => p.mostFen)))
  if (mostFen === 0)
    return faultIf(
      true,
      `${FIELD}.priceFen`,
      `范围里最贵的${dearest.name}也只卖 ¥${yuan(dearest.listFen)}，特价没有便宜`,
    )
  return [
    ...faultIf(
      benefit.capFen < neededFen,
      `${FIELD}.capFen`,
      `${dearest.name}卖 ¥${yuan(dearest.listFen)}，要减 ¥${yuan(neededFen)} 才算数，最高减填低了；也可以缩小商品范围`,
    ),
    ...faultIf(
      benefit.capFen > mostFen,
      `${FIELD}.capFen`,
      `范围里最多只能减 ¥${yuan(mostFen)}，最高减填高了会白占预算`,
    ),
  ]
}

function deliveryFaults(capFen: Fen, stores: readonly Pick<Store, 'delivery'>[]) {
  const fees = stores.flatMap(({ delivery }) => delivery?.bands.map((band) => band.feeFen) ?? [])
  const mostFen = Math.max(0, ...fees)
  return fees.length === 0
    ? faultIf(true, FIELD, '适用的门店都没有开通外送，免配送费用不上')
    : faultIf(
        capFen > mostFen,
        `${FIELD}.capFen`,
        mostFen === 0
          ? '适用的门店外送本来就不收配送费'
          : `配送费最贵也只有 ¥${yuan(mostFen)}，最高减填高了会白占预算`,
      )
}
