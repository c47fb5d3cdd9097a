import { soldOutOf } from './sold-out'

const store = { soldOut: ['cake'], limited: ['bagel', 'bun', 'roll'] }

it('names what staff switched off and what is counted down to nothing, each once', () => {
  const left = new Map([
    ['bagel', 0],
    ['bun', 3],
  ])
  expect(soldOutOf(store, (sku) => left.get(sku))).toEqual(['cake', 'bagel'])
  expect(soldOutOf({ ...store, soldOut: ['bagel'] }, (sku) => left.get(sku))).toEqual(['bagel'])
})

it('takes a limited sku that was never counted for unlimited', () => {
  expect(soldOutOf({ soldOut: [], limited: ['roll'] }, () => undefined)).toEqual([])
})
