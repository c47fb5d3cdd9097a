import { offAt, type BenefitOf, type ItemRule } from './rule'
import { capWords, han, zhe } from './words'

/** 第二杯半价: of the `nth` dearest units the last costs `payBp` of its price. */
export const nthUnit = ({ nth, payBp, capFen }: BenefitOf<'nthUnit'>): ItemRule => {
  const deal = payBp === 5000 ? '半价' : payBp === 0 ? '免费' : ` ${zhe(payBp)} 折`
  return {
    slot: 'item',
    thresholdFen: 0,
    largestCostFen: capFen,
    units: nth,
    unitOffs: (unitsFen) => unitsFen.map((unit, i) => (i === nth - 1 ? offAt(payBp, unit) : 0)),
    words: () => ({
      ...(payBp > 0 && payBp !== 5000 ? { big: zhe(payBp), unit: '折' } : { big: deal, unit: '' }),
      line: `第${han(nth)}件${deal}`,
      most: capWords(capFen),
    }),
  }
}
