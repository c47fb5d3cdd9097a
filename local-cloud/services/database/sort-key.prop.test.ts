import fc from 'fast-check'
import { inverted, sortKey } from './sort-key'

const rankOf = (v: unknown): number =>
  v === null ? 0 : typeof v === 'number' ? 1 : typeof v === 'string' ? 2 : typeof v === 'boolean' ? 3 : 4

/** MongoDB's order of scalars, said directly. */
function order(a: unknown, b: unknown): number {
  const ranks = rankOf(a) - rankOf(b)
  if (ranks) return Math.sign(ranks)
  const [x, y] = [a, b].map((v) => (v instanceof Date ? v.getTime() : v)) as [number, number]
  return x < y ? -1 : x > y ? 1 : 0
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const number = fc.oneof(fc.double({ noNaN: true }), fc.integer(), fc.constantFrom(0, -0, Infinity, -Infinity))
const scalar = fc.oneof(
  fc.constant(null),
  number,
  fc.string(),
  fc.constantFrom('', 'a', 'a\u0000', 'a\u0000b', 'ab'),
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
)

test('keys of scalars sort as the scalars do, and backwards when inverted', () =>
  fc.assert(
    fc.property(scalar, scalar, (a, b) => {
      expect(compare(sortKey(a), sortKey(b))).toBe(order(a, b))
      expect(compare(inverted(sortKey(a)), inverted(sortKey(b)))).toBe(-order(a, b) || 0)
    }),
  ))

test('no key is the beginning of another one, whatever the values are made of', () =>
  fc.assert(
    fc.property(
      fc.tuple(scalar, scalar, scalar).chain(([a, b, c]) => {
        const nested = fc.constantFrom<unknown>(a, [a], [a, b], [], {}, { '': a }, { x: a, y: b }, { x: [c] })
        return fc.tuple(nested, nested)
      }),
      ([a, b]) => {
        const [x, y] = [sortKey(a), sortKey(b)]
        expect(x !== y && y.startsWith(x)).toBe(false)
      },
    ),
  ))

test('a compound key sorts by its first part, then by its second', () =>
  fc.assert(
    fc.property(scalar, scalar, scalar, scalar, (a, b, c, d) => {
      const both = compare(sortKey(a) + sortKey(b), sortKey(c) + sortKey(d))
      expect(both).toBe(order(a, c) || order(b, d))
    }),
  ))
