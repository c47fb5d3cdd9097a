import * as fc from 'fast-check'
import { deliveryTo, minimumOf } from './delivery'
import { metresBetween } from './distance'

const here = { lat: 30.26361, lng: 120.12308 }
/** So many metres due north: one degree of latitude is 111,195 m on a sphere of 6,371 km. */
const north = (metres: number) => ({ ...here, lat: here.lat + metres / 111_194.93 })
const delivery = {
  radiusM: 3000,
  minimumFen: 1500,
  bands: [
    { toM: 1000, feeFen: 200 },
    { toM: 2000, feeFen: 400 },
    { toM: 3000, feeFen: 600 },
  ],
  freeFromFen: 4000,
  minutes: 30,
}

it.each([
  [0, 200],
  [1000, 200],
  [1001, 400],
  [2000, 400],
  [2001, 600],
  [3000, 600],
])('costs by the band that reaches so far (%s m → %s fen)', (metres, feeFen) => {
  expect(deliveryTo(here, delivery, north(metres), 3999)).toEqual({ distanceM: metres, feeFen })
})

it('serves the radius and nothing beyond it', () => {
  expect(deliveryTo(here, delivery, north(3001), 99_999)).toEqual({
    refused: 'TOO_FAR',
    details: { distanceM: 3001, radiusM: 3000 },
  })
})

it('is free from an amount on, to the fen, and never where the shop says never', () => {
  expect(deliveryTo(here, delivery, north(2500), 4000)).toEqual({ distanceM: 2500, feeFen: 0 })
  expect(deliveryTo(here, { ...delivery, freeFromFen: null }, north(10), 1_000_000)).toMatchObject({
    feeFen: 200,
  })
})

it('asks the farthest band where the bands end too early, and nothing without bands', () => {
  const short = { ...delivery, bands: delivery.bands.slice(0, 1) }
  expect(deliveryTo(here, short, north(2500), 0)).toMatchObject({ feeFen: 200 })
  expect(deliveryTo(here, { ...delivery, bands: [] }, north(2500), 0)).toMatchObject({ feeFen: 0 })
})

it('has a minimum for each way', () => {
  const store = { minimumFen: 500, delivery }
  expect([minimumOf(store, 'pickup'), minimumOf(store, 'dineIn')]).toEqual([500, 500])
  expect([minimumOf(store, 'delivery'), minimumOf(store, 'preorder')]).toEqual([1500, 0])
})

it('is as far there as back, nothing to itself, and never farther than half around the earth', () => {
  const place = fc.record({
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lng: fc.double({ min: -180, max: 180, noNaN: true }),
  })
  fc.assert(
    fc.property(place, place, (a, b) => {
      expect(metresBetween(a, b)).toBe(metresBetween(b, a))
      expect(metresBetween(a, a)).toBe(0)
      expect(metresBetween(a, b)).toBeLessThanOrEqual(Math.ceil(6_371_000 * Math.PI))
    }),
  )
})

it('measures what a map measures', () => {
  // West Lake's broken bridge to Leifeng pagoda: 3.0 km; Beijing to Shanghai: 1,067 km
  expect(metresBetween({ lat: 30.2589, lng: 120.1489 }, { lat: 30.2319, lng: 120.1489 })).toBe(3002)
  expect(metresBetween({ lat: 39.9042, lng: 116.4074 }, { lat: 31.2304, lng: 121.4737 }) / 1000).toBeCloseTo(
    1067,
    -1,
  )
})
