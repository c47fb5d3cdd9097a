import type { Fen } from '../kernel/money'
import { amountOff } from './benefits/amount-off'
import { buyNGetM } from './benefits/buy-n-get-m'
import { exchange } from './benefits/exchange'
import { fixedPrice } from './benefits/fixed-price'
import { freeDelivery } from './benefits/free-delivery'
import { nthUnit } from './benefits/nth-unit'
import { percentOff } from './benefits/percent-off'
import type { BenefitRule, BenefitWords } from './benefits/rule'
import type { Benefit } from './terms-contract'

/** What a benefit does. A new kind: its schema in the contract, a file beside the others, a line here. */
export function ruleOf(benefit: Benefit): BenefitRule {
  switch (benefit.kind) {
    case 'amountOff':
      return amountOff(benefit)
    case 'percentOff':
      return percentOff(benefit)
    case 'fixedPrice':
      return fixedPrice(benefit)
    case 'nthUnit':
      return nthUnit(benefit)
    case 'exchange':
      return exchange(benefit)
    case 'buyNGetM':
      return buyNGetM(benefit)
    case 'freeDelivery':
      return freeDelivery(benefit)
  }
}

/** The part of a price that it lowers; an order takes at most one coupon for each. */
export const slotOf = (benefit: Benefit): BenefitRule['slot'] => ruleOf(benefit).slot

/** What the goods in scope must reach, at member prices and before any coupon; 0 for kinds that have no threshold. */
export const thresholdOf = (benefit: Benefit): Fen => ruleOf(benefit).thresholdFen

/** The most that one coupon can cost: what a budget reserves when it is issued. */
export const largestCostFen = (benefit: Benefit): Fen => ruleOf(benefit).largestCostFen

/** What it takes off when what is in scope just reaches its threshold: what is promised to whoever adds a little. */
export function benefitAtThreshold(benefit: Benefit): Fen {
  const rule = ruleOf(benefit)
  return rule.slot === 'order' ? rule.off(rule.thresholdFen) : rule.largestCostFen
}

/** How it is written on a ticket. */
export const benefitWords = (benefit: Benefit): BenefitWords => ruleOf(benefit).words()
