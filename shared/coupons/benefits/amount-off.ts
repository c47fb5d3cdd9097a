import { yuan } from '../../kernel/money'
import type { BenefitOf, OrderRule } from './rule'
import { thresholdWords } from './words'

/** 满减: a fixed amount, never more than the goods still cost. */
export const amountOff = ({ offFen, thresholdFen }: BenefitOf<'amountOff'>): OrderRule => ({
  slot: 'order',
  thresholdFen,
  largestCostFen: offFen,
  off: (restFen) => Math.min(offFen, restFen),
  words: () => ({ big: yuan(offFen), unit: '元', line: thresholdWords(thresholdFen), most: '' }),
})
