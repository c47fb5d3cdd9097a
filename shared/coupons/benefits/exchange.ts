import type { BenefitOf, ItemRule } from './rule'
import { capWords } from './words'

/** 兑换: the dearest unit costs nothing. */
export const exchange = ({ capFen }: BenefitOf<'exchange'>): ItemRule => ({
  slot: 'item',
  thresholdFen: 0,
  largestCostFen: capFen,
  units: 1,
  unitOffs: (unitsFen) => unitsFen,
  words: () => ({ big: '免单', unit: '', line: '任选一件免费', most: capWords(capFen) }),
})
