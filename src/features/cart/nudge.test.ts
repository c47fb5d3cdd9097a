import { nudgeOf, wayTerms } from './nudge'

const delivery = {
  radiusM: 3000,
  minimumFen: 1500,
  bands: [
    { toM: 1000, feeFen: 300 },
    { toM: 3000, feeFen: 500 },
  ],
  freeFromFen: 4000,
  minutes: 30,
}

it('asks by way: delivery its own minimum, a pre-order none', () => {
  const store = { minimumFen: 800, delivery }
  expect(wayTerms(store, 'pickup')).toEqual({ minimumFen: 800, freeFromFen: null })
  expect(wayTerms(store, 'dineIn')).toEqual({ minimumFen: 800, freeFromFen: null })
  expect(wayTerms(store, 'delivery')).toEqual({ minimumFen: 1500, freeFromFen: 4000 })
  expect(wayTerms(store, 'preorder')).toEqual({ minimumFen: 0, freeFromFen: null })
})

it('promises no free delivery where nobody pays for it', () => {
  const free = { ...delivery, bands: [{ toM: 3000, feeFen: 0 }] }
  expect(wayTerms({ minimumFen: 0, delivery: free }, 'delivery').freeFromFen).toBeNull()
})

it.each([
  [1499, null, { kind: 'minimum', shortFen: 1 }],
  [1500, null, { kind: 'freeDelivery', shortFen: 2500 }],
  [3999, { kind: 'coupon', shortFen: 1, offFen: 500 }, { kind: 'freeDelivery', shortFen: 1 }],
  [3900, { kind: 'coupon', shortFen: 99, offFen: 500 }, { kind: 'coupon', shortFen: 99, offFen: 500 }],
  [4000, null, null],
  [4000, { kind: 'coupon', shortFen: 1000, offFen: 500 }, { kind: 'coupon', shortFen: 1000, offFen: 500 }],
] as const)('at %i fen of goods it says the nearest thing', (goodsFen, coupon, said) => {
  expect(nudgeOf(goodsFen, { minimumFen: 1500, freeFromFen: 4000 }, coupon)).toEqual(said)
})
