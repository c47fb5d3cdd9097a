import * as fc from 'fast-check'
import type { Product } from '../catalogue/contract'
import { isRefused } from '../kernel/refusal'
import { blockedIds, defaultSelection, specText, unitPrice } from './unit-price'

const latte: Product = {
  id: 'latte',
  categoryId: 'coffee',
  name: '拿铁',
  intro: '',
  picture: 'latte',
  marks: [],
  skus: [
    { id: 'latte-m', name: '中杯', priceFen: 1500 },
    { id: 'latte-l', name: '大杯', priceFen: 1800 },
  ],
  options: [
    {
      id: 'temp',
      name: '温度',
      max: 1,
      defaults: ['less-ice'],
      choices: [
        { id: 'hot', name: '热', deltaFen: 0 },
        { id: 'less-ice', name: '少冰', deltaFen: 0 },
      ],
    },
    {
      id: 'sugar',
      name: '糖度',
      max: 1,
      defaults: ['half'],
      choices: [
        { id: 'half', name: '半糖', deltaFen: 0 },
        { id: 'none', name: '无糖', deltaFen: -100 },
      ],
    },
    {
      id: 'extra',
      name: '加料',
      max: 2,
      defaults: [],
      choices: [
        { id: 'shot', name: '加浓', deltaFen: 300 },
        { id: 'oat', name: '燕麦奶', deltaFen: 200 },
        { id: 'float', name: '冰淇淋', deltaFen: 400 },
      ],
    },
  ],
  impossible: [
    ['hot', 'float'],
    ['latte-m', 'float'],
  ],
}

it('adds the choices to the price of the size', () => {
  expect(unitPrice(latte, 'latte-l', ['less-ice', 'half', 'shot'])).toMatchObject({ unitFen: 2100 })
  expect(unitPrice(latte, 'latte-m', ['hot', 'none'])).toMatchObject({ unitFen: 1400 })
})

it('reads the same however the choices are ordered', () => {
  const one = unitPrice(latte, 'latte-l', ['shot', 'half', 'less-ice'])
  expect(one).toEqual(unitPrice(latte, 'latte-l', ['less-ice', 'half', 'shot']))
  expect(one).toMatchObject({ choices: ['less-ice', 'half', 'shot'] })
  expect(specText(latte, 'latte-l', ['half', 'less-ice'])).toBe('大杯 / 少冰 / 半糖')
})

it.each([
  ['latte-xl', ['hot', 'half'], { refused: 'SKU_UNKNOWN' }],
  ['latte-l', ['hot', 'half', 'gold'], { refused: 'CHOICE_UNKNOWN' }],
  ['latte-l', ['hot', 'half', 'shot', 'shot'], { refused: 'CHOICE_UNKNOWN' }],
  ['latte-l', ['hot'], { refused: 'CHOICE_MISSING', details: { groupId: 'sugar' } }],
  ['latte-l', ['hot', 'less-ice', 'half'], { refused: 'TOO_MANY', details: { groupId: 'temp', max: 1 } }],
  [
    'latte-l',
    ['less-ice', 'half', 'shot', 'oat', 'float'],
    { refused: 'TOO_MANY', details: { groupId: 'extra', max: 2 } },
  ],
  ['latte-l', ['hot', 'half', 'float'], { refused: 'IMPOSSIBLE', details: { ids: ['hot', 'float'] } }],
  [
    'latte-m',
    ['less-ice', 'half', 'float'],
    { refused: 'IMPOSSIBLE', details: { ids: ['latte-m', 'float'] } },
  ],
])('refuses %s with %j', (skuId, choices, refusal) => {
  expect(unitPrice(latte, skuId, choices)).toEqual(refusal)
})

it('asks of members what the menu says, the choices included, and never more than of others', () => {
  const withMember = (memberFen: number): Product => ({
    ...latte,
    skus: [{ id: 'latte-l', name: '大杯', priceFen: 1800, memberFen }],
  })
  const choices = ['less-ice', 'half', 'shot']
  expect(unitPrice(withMember(1500), 'latte-l', choices)).toMatchObject({
    unitFen: 2100,
    memberUnitFen: 1800,
  })
  expect(unitPrice(withMember(1900), 'latte-l', choices)).toMatchObject({
    unitFen: 2100,
    memberUnitFen: 2100,
  })
  expect(unitPrice(latte, 'latte-l', choices)).toMatchObject({ unitFen: 2100, memberUnitFen: 2100 })
})

it('never costs less than nothing', () => {
  const cheap: Product = { ...latte, skus: [{ id: 'latte-l', name: '大杯', priceFen: 50 }] }
  expect(unitPrice(cheap, 'latte-l', ['less-ice', 'none'])).toMatchObject({ unitFen: 0 })
})

it('opens the spec sheet with what can be had', () => {
  const { skuId, choices } = defaultSelection(latte)
  expect(isRefused(unitPrice(latte, skuId, choices))).toBe(false)
})

it('disables exactly what would make the selection impossible', () => {
  expect(blockedIds(latte, 'latte-l', ['hot', 'half'])).toEqual(new Set(['float']))
  expect(blockedIds(latte, 'latte-l', ['less-ice', 'half', 'float'])).toEqual(new Set(['latte-m', 'hot']))
  const ids = ['shot', 'oat', 'float']
  fc.assert(
    fc.property(fc.constantFrom('hot', 'less-ice'), fc.subarray(ids, { maxLength: 1 }), (temp, extras) => {
      const choices = [temp, 'half', ...extras]
      fc.pre(!isRefused(unitPrice(latte, 'latte-l', choices)))
      const blocked = blockedIds(latte, 'latte-l', choices)
      for (const id of ids.filter((x) => !extras.includes(x))) {
        const refused = isRefused(unitPrice(latte, 'latte-l', [...choices, id]))
        expect(refused).toBe(blocked.has(id))
      }
    }),
  )
})
