import * as fc from 'fast-check'
import { armOf, lotOf } from './arm'

const id = fc.string({ minLength: 1, maxLength: 40 })
const members = Array.from({ length: 20_000 }, (_, i) => `m${(i * 7_919).toString(32)}`)
/** The 99.9 % points of chi-square with 1 and with 9 degrees of freedom (any published table). */
const CHI_1 = 10.83
const CHI_9 = 27.88
const chiSquare = (seen: readonly number[], expected: readonly number[]) =>
  seen.reduce((sum, n, i) => sum + (n - (expected[i] ?? 0)) ** 2 / (expected[i] ?? 1), 0)

test('an arm is a pure function of salt, subject and share', () =>
  fc.assert(
    fc.property(id, id, fc.nat(10_000), (salt, subject, bp) => {
      expect(armOf(salt, subject, bp)).toBe(armOf(salt, subject, bp))
      expect(armOf(salt, subject, 0)).toBe('treated')
      expect(armOf(salt, subject, 10_000)).toBe('control')
      const lot = lotOf(salt, subject)
      expect(Number.isInteger(lot) && lot >= 0 && lot < 10_000).toBe(true)
    }),
  ))

test('a larger share keeps everybody who was control before', () =>
  fc.assert(
    fc.property(id, id, fc.nat(10_000), fc.nat(10_000), (salt, subject, a, b) => {
      if (armOf(salt, subject, Math.min(a, b)) === 'control')
        expect(armOf(salt, subject, Math.max(a, b))).toBe('control')
    }),
  ))

test.each(['autumn', 'recovery#1', '召回'])('lots of %s are as even as chance', (salt) => {
  const tenths = Array<number>(10).fill(0)
  for (const member of members) {
    const tenth = Math.floor(lotOf(salt, member) / 1_000)
    tenths[tenth] = (tenths[tenth] ?? 0) + 1
  }
  expect(chiSquare(tenths, Array<number>(10).fill(members.length / 10))).toBeLessThan(CHI_9)
})

test.each([
  ['autumn', 'winter'],
  ['a', 'b'],
  ['recovery#1', 'recovery#2'],
])('what %s says of a member tells nothing of what %s says', (one, other) => {
  const cells = [0, 0, 0, 0]
  for (const member of members) {
    const cell = (lotOf(one, member) < 5_000 ? 2 : 0) + (lotOf(other, member) < 5_000 ? 1 : 0)
    cells[cell] = (cells[cell] ?? 0) + 1
  }
  const [nn = 0, ny = 0, yn = 0, yy = 0] = cells
  const both = [nn + ny, yn + yy].flatMap((row) =>
    [nn + yn, ny + yy].map((col) => (row * col) / members.length),
  )
  expect(chiSquare(cells, both)).toBeLessThan(CHI_1)
})
