import * as fc from 'fast-check'
import { sectionAt } from './sections'

it('finds the last section that begins at or above the edge', () => {
  const tops = [0, 100, 260]
  expect([0, 98, 100, 258, 260, 9000].map((y) => sectionAt(tops, y))).toEqual([0, 0, 1, 1, 2, 2])
  expect(sectionAt([], 50)).toBe(0)
  expect(sectionAt(tops, -20)).toBe(0)
})

it('answers the section that a tap on the rail scrolls to, though a browser rounds the way there', () => {
  const heights = fc.array(fc.double({ min: 40, max: 900, noNaN: true }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(heights, fc.nat(11), (parts, at) => {
      fc.pre(at < parts.length)
      const tops = parts.map((_, i) => parts.slice(0, i).reduce((sum, h) => sum + h, 0))
      expect(sectionAt(tops, Math.floor(tops[at]!))).toBe(at)
    }),
  )
})
