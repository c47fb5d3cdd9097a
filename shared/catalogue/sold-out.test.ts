import { soldOutOf } from './sold-out'

const store = { soldOut: ['cake'], limited: ['bagel', 'bun', 'roll'] }

it('names what staff switched off and what is counted down to nothing, each once', () => {
  const usedUp = (sku: string) => ['bagel', 'cake-2'].includes(sku)
  expect(soldOutOf(store, usedUp)).toEqual(['cake', 'bagel'])
  expect(soldOutOf({ ...store, soldOut: ['bagel'] }, usedUp)).toEqual(['bagel'])
})

it('asks only about limited skus', () => {
  expect(soldOutOf({ soldOut: [], limited: ['roll'] }, () => true)).toEqual(['roll'])
})
