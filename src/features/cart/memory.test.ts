import * as fc from 'fast-check'
import { readMemory } from './memory'

const line = { productId: 'latte', skuId: 'latte-l', choices: ['ice'], qty: 2 }

it('reads back what was saved', () => {
  const saved = { lines: [line], last: { storeId: 'campus', lines: [line] } }
  expect(readMemory(JSON.parse(JSON.stringify(saved)))).toEqual(saved)
})

it('drops the lines that are not lines', () => {
  const broken = [
    null,
    7,
    { ...line, qty: 0 },
    { ...line, qty: 1.5 },
    { ...line, choices: [3] },
    { ...line, skuId: 1 },
  ]
  expect(readMemory({ lines: [...broken, line], last: { storeId: 'campus', lines: broken } })).toEqual({
    lines: [line],
    last: null,
  })
})

it('makes a cart of anything', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (x) => {
      const { lines, last } = readMemory(x)
      expect(Array.isArray(lines)).toBe(true)
      expect(last === null || last.lines.length > 0).toBe(true)
    }),
  )
})
