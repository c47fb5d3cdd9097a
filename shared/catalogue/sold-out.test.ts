import { soldOutOf } from './sold-out'

const store = { soldOut: ['cake'], daily: { bagel: 10, bun: 10, roll: 10 } }

it('names what staff switched off and what is counted down to nothing, each once', () => {
  const usedUp = (sku: string) => ['bagel', 'cake-2'].includes(sku)
  expect(soldOutOf(store, usedUp)).toEqual(['cake', 'bagel'])
  expect(soldOutOf({ ...store, soldOut: ['bagel'] }, usedUp)).toEqual(['bagel'])
})

it('asks only about counted skus', () => {
  expect(soldOutOf({ soldOut: [], daily: { roll: 5 } }, () => true)).toEqual(['roll'])
})
