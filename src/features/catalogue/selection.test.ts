import * as fc from 'fast-check'
import type { Product } from '@shared/catalogue/contract'
import { isRefused } from '@shared/kernel/refusal'
import { blockedIds, unitPrice } from '@shared/pricing/unit-price'
import { isFull, openingSelection, tapChoice, type Selection } from './selection'

const free = (id: string) => ({ id, name: id, deltaFen: 0 })
const latte: Product = {
  id: 'latte',
  categoryId: 'coffee',
  name: '拿铁',
  intro: '',
  picture: '',
  marks: [],
  skus: [
    { id: 'm', name: '中杯', priceFen: 1500 },
    { id: 'l', name: '大杯', priceFen: 1800 },
  ],
  options: [
    { id: 'temp', name: '温度', max: 1, defaults: ['ice'], choices: ['ice', 'hot'].map(free) },
    { id: 'extra', name: '加料', max: 2, defaults: [], choices: ['shot', 'oat', 'float'].map(free) },
  ],
  impossible: [['hot', 'float']],
}

it('opens with the defaults, in a size that can be had', () => {
  expect(openingSelection(latte, [])).toEqual({ skuId: 'm', choices: ['ice'] })
  expect(openingSelection(latte, ['m'])).toEqual({ skuId: 'l', choices: ['ice'] })
  expect(openingSelection(latte, ['m', 'l']).skuId).toBe('m')
})

it('never reaches what the cloud would refuse, whatever is tapped that is not grey', () => {
  const taps = fc.array(fc.tuple(fc.constantFrom(...latte.options), fc.nat(2)), { maxLength: 12 })
  fc.assert(
    fc.property(taps, (all) => {
      let selection: Selection = openingSelection(latte, [])
      for (const [group, at] of all) {
        const id = group.choices[at]?.id
        const on = id !== undefined && selection.choices.includes(id)
        const grey =
          !on && (isFull(group, selection) || blockedIds(latte, 'm', selection.choices).has(id ?? ''))
        if (id !== undefined && !grey) selection = tapChoice(latte, selection, group, id)
        expect(isRefused(unitPrice(latte, selection.skuId, selection.choices))).toBe(false)
      }
    }),
  )
})

it('keeps the menu’s order, so that the same drink is the same line', () => {
  const extra = latte.options[1]!
  const shotFirst = tapChoice(
    latte,
    tapChoice(latte, openingSelection(latte, []), extra, 'shot'),
    extra,
    'oat',
  )
  const oatFirst = tapChoice(
    latte,
    tapChoice(latte, openingSelection(latte, []), extra, 'oat'),
    extra,
    'shot',
  )
  expect(shotFirst).toEqual(oatFirst)
})
