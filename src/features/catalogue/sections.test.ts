import * as fc from 'fast-check'
import { firstSections, nearSections, sectionAt, type Section } from './sections'

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

const offsets = (parts: readonly number[]) =>
  parts.map((_, i) => parts.slice(0, i).reduce((sum, h) => sum + h, 0))

it('draws, wherever the list stands, at least what is in view and a screen on either side', () => {
  const heights = fc.array(fc.integer({ min: 155, max: 1500 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(heights, fc.nat(9000), fc.integer({ min: 300, max: 1200 }), (parts, y, height) => {
      const tops = offsets(parts)
      const end = tops.at(-1)! + parts.at(-1)!
      const near = nearSections(tops, Math.min(y, end), height)
      const from = Math.min(y, end) - height
      parts.forEach((part, i) => {
        const seen = tops[i]! < from + 3 * height && tops[i]! + part > from
        if (seen) expect(near).toContain(i)
      })
      expect(near).toContain(sectionAt(tops, Math.min(y, end)))
    }),
  )
  expect(nearSections([], 0, 600)).toEqual([])
  expect(nearSections([0, 1000, 2000], 0, 400)).toEqual([0])
})

it('fills the first screen with whole sections, before anything is measured', () => {
  // only how many products a section has is asked
  const section = (cards: number) => ({ products: Array.from({ length: cards }) }) as unknown as Section
  expect(firstSections([2, 3, 1, 9].map(section))).toBe(3)
  expect(firstSections([8, 8].map(section))).toBe(1)
  expect(firstSections([1, 1].map(section))).toBe(2)
})
