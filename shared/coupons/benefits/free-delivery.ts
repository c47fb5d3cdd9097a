import type { BenefitOf, DeliveryRule } from './rule'
import { capWords, thresholdWords } from './words'

/** 免配送费: the fee of a delivery, up to the cap. */
export const freeDelivery = ({ capFen, thresholdFen }: BenefitOf<'freeDelivery'>): DeliveryRule => ({
  slot: 'delivery',
  thresholdFen,
  largestCostFen: capFen,
  off: (feeFen) => Math.min(capFen, feeFen),
  words: () => ({ big: '免配送', unit: '', line: thresholdWords(thresholdFen), most: capWords(capFen) }),
})
