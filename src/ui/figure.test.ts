import * as fc from 'fast-check'
import { asFigure, figureText } from './figure'

it.each([
  ['3.5', 100, 350],
  ['3.55', 100, 355],
  ['0.07', 100, 7],
  ['18', 100, 1800],
  ['18.', 100, 1800],
  ['9.8', 1000, 9800],
  ['1.5', 10_000, 15_000],
  [' 30 ', 1, 30],
  ['007', 1, 7],
])('reads %s at scale %d as %d', (typed, scale, value) => expect(asFigure(typed, scale)).toBe(value))

it.each(['', ' ', '-1', '1e3', '3,5', '.', '一', '1.2.3'])('finds no figure in "%s"', (typed) =>
  expect(asFigure(typed, 100)).toBeNaN(),
)

it('keeps decimals that the unit has not, so that somebody can refuse them', () => {
  expect(Number.isInteger(asFigure('3.555', 100))).toBe(false)
  expect(Number.isInteger(asFigure('1.5', 1))).toBe(false)
})

it('reads every amount as it writes it', () => {
  const scale = fc.constantFrom(1, 10, 100, 1000, 10_000)
  fc.assert(fc.property(fc.nat(100_000_000), scale, (n, s) => expect(asFigure(figureText(n, s), s)).toBe(n)))
  expect(figureText(NaN, 100)).toBe('')
})
