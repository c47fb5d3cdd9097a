import { soldOutOf, switchedOff } from './sold-out'

const [today, tomorrow] = ['20261122', '20261123']
const store = { soldOut: { cake: today, scone: true, tart: false }, daily: { bagel: 10, bun: 10, roll: 10 } }

it('is off for the day on which it was switched off, or until it is switched back', () => {
  expect(switchedOff(today, today)).toBe('today')
  expect(switchedOff(today, tomorrow)).toBeNull()
  expect([today, tomorrow].map((day) => switchedOff(true, day))).toEqual(['lasting', 'lasting'])
  expect([undefined, false].map((mark) => switchedOff(mark, today))).toEqual([null, null])
})

it('names what staff switched off and what is counted down to nothing, each once', () => {
  const usedUp = (sku: string) => ['bagel', 'cake-2'].includes(sku)
  expect(soldOutOf(store, today, usedUp)).toEqual(['cake', 'scone', 'bagel'])
  expect(soldOutOf(store, tomorrow, usedUp)).toEqual(['scone', 'bagel'])
  expect(soldOutOf({ ...store, soldOut: { bagel: today } }, today, usedUp)).toEqual(['bagel'])
})

it('asks only about counted skus', () => {
  expect(soldOutOf({ soldOut: {}, daily: { roll: 5 } }, today, () => true)).toEqual(['roll'])
})
