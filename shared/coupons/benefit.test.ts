import * as fc from 'fast-check'
import { benefit, benefits } from '../../tests/builders/carts'
import { benefitAtThreshold, benefitWords, largestCostFen, ruleOf, slotOf, thresholdOf } from './benefit'
import { han } from './benefits/words'
import type { Benefit } from './contract'

const capFen = 2000
const thresholdFen = 3000
const ALL: readonly [Benefit, string, number, number][] = [
  [{ kind: 'amountOff', offFen: 500, thresholdFen }, 'order', 3000, 500],
  [{ kind: 'percentOff', payBp: 8500, capFen, thresholdFen }, 'order', 3000, 2000],
  [{ kind: 'fixedPrice', priceFen: 990, capFen }, 'item', 0, 2000],
  [{ kind: 'nthUnit', nth: 2, payBp: 5000, capFen }, 'item', 0, 2000],
  [{ kind: 'exchange', capFen }, 'item', 0, 2000],
  [{ kind: 'buyNGetM', buy: 2, get: 1, capFen }, 'item', 0, 2000],
  [{ kind: 'freeDelivery', capFen, thresholdFen }, 'delivery', 3000, 2000],
]

it.each(ALL)('%j lies in slot %s, from %d fen on, and costs at most %d', (one, slot, from, most) => {
  expect([slotOf(one), thresholdOf(one), largestCostFen(one)]).toEqual([slot, from, most])
})

it.each([
  [ALL[0]![0], { big: '5', unit: '元', line: '满 30 可用', most: '' }],
  [
    { kind: 'amountOff', offFen: 550, thresholdFen: 0 },
    { big: '5.5', unit: '元', line: '无门槛', most: '' },
  ],
  [ALL[1]![0], { big: '8.5', unit: '折', line: '满 30 可用', most: '最高减 20 元' }],
  [
    { kind: 'percentOff', payBp: 0, capFen, thresholdFen: 0 },
    { big: '免单', unit: '', line: '无门槛', most: '最高减 20 元' },
  ],
  [ALL[2]![0], { big: '9.9', unit: '元', line: '任选一件特价', most: '最高减 20 元' }],
  [ALL[3]![0], { big: '半价', unit: '', line: '第二件半价', most: '最高减 20 元' }],
  [
    { kind: 'nthUnit', nth: 3, payBp: 0, capFen },
    { big: '免费', unit: '', line: '第三件免费', most: '最高减 20 元' },
  ],
  [
    { kind: 'nthUnit', nth: 2, payBp: 6000, capFen },
    { big: '6', unit: '折', line: '第二件 6 折', most: '最高减 20 元' },
  ],
  [ALL[4]![0], { big: '免单', unit: '', line: '任选一件免费', most: '最高减 20 元' }],
  [ALL[5]![0], { big: '送一', unit: '', line: '买二送一', most: '最高减 20 元' }],
  [
    { kind: 'buyNGetM', buy: 12, get: 1, capFen },
    { big: '送一', unit: '', line: '买十二送一', most: '最高减 20 元' },
  ],
  [ALL[6]![0], { big: '免配送', unit: '', line: '满 30 可用', most: '最高减 20 元' }],
] satisfies [Benefit, object][])('writes %j on a ticket', (one, words) => {
  expect(benefitWords(one)).toEqual(words)
})

it('counts in characters', () => {
  expect([0, 2, 10, 11, 20, 35, 100].map(han)).toEqual(['零', '二', '十', '十一', '二十', '三十五', '100'])
})

it('promises at its threshold what it then takes off', () => {
  expect(benefitAtThreshold({ kind: 'amountOff', offFen: 500, thresholdFen: 3000 })).toBe(500)
  expect(benefitAtThreshold({ kind: 'percentOff', payBp: 9000, capFen: 500, thresholdFen: 3000 })).toBe(300)
  expect(benefitAtThreshold({ kind: 'percentOff', payBp: 5000, capFen: 500, thresholdFen: 3000 })).toBe(500)
})

it('takes units from the dearest on', () => {
  const offs = (one: Benefit, unitsFen: number[]) => {
    const rule = ruleOf(one)
    return rule.slot === 'item' ? [rule.units, rule.unitOffs(unitsFen)] : null
  }
  expect(offs({ kind: 'fixedPrice', priceFen: 990, capFen }, [1600])).toEqual([1, [610]])
  expect(offs({ kind: 'fixedPrice', priceFen: 990, capFen }, [900])).toEqual([1, [0]])
  expect(offs({ kind: 'exchange', capFen }, [1600])).toEqual([1, [1600]])
  expect(offs({ kind: 'nthUnit', nth: 2, payBp: 5000, capFen }, [1600, 1201])).toEqual([2, [0, 600]])
  expect(offs({ kind: 'buyNGetM', buy: 2, get: 2, capFen }, [9, 8, 7, 6])).toEqual([4, [0, 0, 7, 6]])
})

it('leaves the shop less than a fen ahead where a percentage falls between two', () => {
  fc.assert(
    fc.property(benefits.percentOff, fc.nat(2_000_000), (one, restFen) => {
      const rule = ruleOf({ ...one, capFen: restFen })
      const exact = (restFen * (10_000 - one.payBp)) / 10_000
      const off = rule.slot === 'order' ? rule.off(restFen) : NaN
      expect(off).toBeLessThanOrEqual(exact)
      expect(exact - off).toBeLessThan(1)
    }),
  )
})

it('takes off more of more, never more than there is, and grows no faster than what it is taken from', () => {
  fc.assert(
    fc.property(benefit, fc.nat(20_000), fc.nat(20_000), (one, smallFen, moreFen) => {
      const rule = ruleOf(one)
      if (rule.slot === 'item') return
      const [less, all] = [rule.off(smallFen), rule.off(smallFen + moreFen)]
      expect(less >= 0 && less <= smallFen && less <= rule.largestCostFen).toBe(true)
      expect(all >= less && all - less <= moreFen).toBe(true)
    }),
  )
})
