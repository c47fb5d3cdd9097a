import { yuan } from '../../kernel/money'
import type { BenefitOf, ItemRule } from './rule'
import { capWords } from './words'

/** 9.9 一杯: the dearest unit costs `priceFen`. Nothing comes off where it costs less already. */
export const fixedPrice = ({ priceFen, capFen }: BenefitOf<'fixedPrice'>): ItemRule => ({
  slot: 'item',
  thresholdFen: 0,
  largestCostFen: capFen,
  units: 1,
  unitOffs: (unitsFen) => unitsFen.map((unit) => Math.max(0, unit - priceFen)),
  words: () => ({ big: yuan(priceFen), unit: '元', line: '任选一件特价', most: capWords(capFen) }),
})
