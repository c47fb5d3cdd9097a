import fc from 'fast-check'
import { readCount, readDecimal, readYuan, readZhe, typedYuan, typedZhe, yuanGrouped } from './typed'

it.each([
  ['9.9', 990],
  ['0.07', 7],
  ['1.15', 115],
  ['4.35', 435],
  ['1000', 100_000],
  ['.5', 50],
  ['3.', 300],
  [' 12 ', 1200],
  ['１２．５', 1250],
  ['', 'empty'],
  ['9.999', 'tooFine'],
  ['9.990', 'tooFine'],
  ['-5', 'garbled'],
  ['1e3', 'garbled'],
  ['1,000', 'garbled'],
  ['五元', 'garbled'],
  ['1.2.3', 'garbled'],
  ['.', 'garbled'],
])('reads ¥%j as %j', (typed, fen) => expect(readYuan(typed)).toBe(fen))

it.each([
  ['8.5', 8500],
  ['5', 5000],
  ['8.55', 8550],
  ['0.1', 100],
  ['85', 85_000],
  ['8.555', 'tooFine'],
])('reads %s 折 as %j', (typed, bp) => expect(readZhe(typed)).toBe(bp))

it('counts in whole numbers', () => expect([readCount('30'), readCount('1.5')]).toEqual([30, 'tooFine']))

test('what is shown is read back as the same fen, and a count as itself', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (fen) => {
      expect(readYuan(typedYuan(fen))).toBe(fen)
      expect(readDecimal(String(fen), 0)).toBe(fen)
    }),
  ))

test('a rate is read back as it was', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), (n) => expect(readZhe(typedZhe(n * 10))).toBe(n * 10)),
  ))

it.each([
  [300_000, '3,000'],
  [99_990, '999.9'],
  [123_456_789, '1,234,567.89'],
  [0, '0'],
])('groups %d fen as %s', (fen, words) => expect(yuanGrouped(fen)).toBe(words))
