/** The quick test of scalars agrees with mingo, which decides the rest. */
import fc from 'fast-check'
import { Query } from 'mingo/query'
import { engineOptions } from '../operators/context'
import { predicateOf } from './predicate'

const scalar = fc.constantFrom(null, 0, 1, 2, 'a', 'b', '', true, false, new Date(1), new Date(2))
const stored = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 2 }) },
)
const doc = fc.record({ a: stored, o: fc.record({ p: stored }, { requiredKeys: [] }) }, { requiredKeys: [] })
const operator = fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte')
const condition = fc.oneof(
  scalar,
  fc.tuple(operator, scalar).map(([name, v]) => ({ [name]: v })),
  fc
    .tuple(fc.constantFrom('$in', '$nin'), fc.array(scalar, { maxLength: 3 }))
    .map(([name, vs]) => ({ [name]: vs })),
  fc.boolean().map((v) => ({ $exists: v })),
)

test('quick and thorough say the same', () =>
  fc.assert(
    fc.property(doc, fc.constantFrom('a', 'o.p'), condition, (document, field, wanted) => {
      const filter = { [field]: wanted }
      expect(predicateOf(filter)(document)).toBe(new Query(filter as never, engineOptions()).test(document))
    }),
    { numRuns: 2000 },
  ))
