import type { BenefitOf, ItemRule } from './rule'
import { capWords, han } from './words'

/** 买 N 送 M: of the `buy + get` dearest units the last `get`, the cheaper ones, cost nothing. */
export const buyNGetM = ({ buy, get, capFen }: BenefitOf<'buyNGetM'>): ItemRule => ({
  slot: 'item',
  thresholdFen: 0,
  largestCostFen: capFen,
  units: buy + get,
  unitOffs: (unitsFen) => unitsFen.map((unit, i) => (i >= buy ? unit : 0)),
  words: () => ({
    big: `送${han(get)}`,
    unit: '',
    line: `买${han(buy)}送${han(get)}`,
    most: capWords(capFen),
  }),
})
