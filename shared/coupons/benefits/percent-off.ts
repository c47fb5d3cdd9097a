import { offAt, type BenefitOf, type OrderRule } from './rule'
import { capWords, thresholdWords, zhe } from './words'

/** 折扣: a share of what the goods still cost, up to the cap. */
export const percentOff = ({ payBp, capFen, thresholdFen }: BenefitOf<'percentOff'>): OrderRule => ({
  slot: 'order',
  thresholdFen,
  largestCostFen: capFen,
  off: (restFen) => Math.min(capFen, offAt(payBp, restFen)),
  words: () => ({
    ...(payBp === 0 ? { big: '免单', unit: '' } : { big: zhe(payBp), unit: '折' }),
    line: thresholdWords(thresholdFen),
    most: capWords(capFen),
  }),
})
