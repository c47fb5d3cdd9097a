import { closesAt } from './closing'

/** An instant by the shop's clock, on 2026-11-22 or days later. */
const at = (hours: number, minutes = 0) => Date.UTC(2026, 10, 22, hours - 8, minutes)
const shop = (hours: readonly (readonly [number, number])[], specialDays = {}) => ({
  hours: hours.map(([from, to]) => ({ from: from * 60, to: to * 60 })),
  specialDays,
})

it('is the last closing of the day, also before a break and after the doors are shut', () => {
  const twice = shop([
    [7, 10.5],
    [14, 20],
  ])
  for (const hour of [6, 8, 12, 15, 21]) expect(closesAt(twice, at(hour))).toBe(at(20))
})

it('lies after midnight where the night begins before it', () => {
  const bar = shop([[22, 2]])
  expect(closesAt(bar, at(23))).toBe(at(26))
  expect(closesAt(bar, at(25))).toBe(at(26))
  expect(closesAt(bar, at(27))).toBe(at(50))
})

it('follows the hours of a special day, and midnight on a holiday', () => {
  const special = {
    '20261122': { hours: [{ from: 540, to: 900 }], note: '' },
    '20261123': { hours: [], note: '' },
  }
  const store = shop([[7, 20]], special)
  expect(closesAt(store, at(10))).toBe(at(15))
  expect(closesAt(store, at(24 + 10))).toBe(at(48))
  expect(closesAt(store, at(48 + 10))).toBe(at(48 + 20))
})
