/** An index changes what a query costs, never what it answers. */
import fc from 'fast-check'
import { declared, memoryDatabase } from '../testing/wire-client'

const value = fc.constantFrom(null, 1, 2, 3, 1.5, 'a', 'b', true, new Date(5), new Date(9))
const stored = fc.oneof(
  { weight: 4, arbitrary: value },
  { weight: 1, arbitrary: fc.array(value, { maxLength: 3 }) },
)
const doc = fc.record(
  { a: stored, b: stored, c: fc.record({ d: stored }, { requiredKeys: [] }) },
  { requiredKeys: [] },
)

const comparison = fc.oneof(
  value.map((v) => ({ $eq: v })),
  fc.array(value, { maxLength: 3 }).map((vs) => ({ $in: vs })),
  fc.record({ $gt: value, $lt: value }, { requiredKeys: [] }),
  fc.record({ $gte: value, $lte: value }, { requiredKeys: [] }),
  value.map((v) => ({ $ne: v })),
  fc.boolean().map((v) => ({ $exists: v })),
)
const condition = fc.oneof(
  { weight: 2, arbitrary: value as fc.Arbitrary<unknown> },
  { weight: 3, arbitrary: comparison },
)
const fields = fc.record({ a: condition, b: condition, 'c.d': condition }, { requiredKeys: [] })
const filter = fc.oneof(
  { weight: 4, arbitrary: fields },
  { weight: 1, arbitrary: fc.tuple(fields, fields).map(([x, y]) => ({ $or: [x, y] })) },
  { weight: 1, arbitrary: fc.tuple(fields, fields).map(([x, y]) => ({ $and: [x, y] })) },
)
const direction = fc.constantFrom(1, -1)
const order = fc.record({ a: direction, b: direction, 'c.d': direction }, { requiredKeys: [] })

const indexes: [string][] = [['a'], ['a,b'], ['b,-a'], ['-c.d,b'], ['a,-b,c.d']]

test('with and without indexes a query answers the same, also after changes', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(doc, { maxLength: 25 }),
      fc.array(doc, { maxLength: 8 }),
      filter,
      order,
      async (docs, later, query, sort) => {
        const { database, client } = memoryDatabase(declared('scanned'), declared('indexed', ...indexes))
        const byId = { ...sort, _id: 1 }
        for (const name of ['scanned', 'indexed']) {
          database.put(
            name,
            docs.map((fields, i) => ({ _id: `d${String(i).padStart(2, '0')}`, ...fields })),
          )
          database.put(
            name,
            later.map((fields, i) => ({ _id: `d${String(i * 2).padStart(2, '0')}`, ...fields })),
          )
          await client.remove(name, 'd01')
        }
        expect(await client.find('indexed', query, byId)).toEqual(await client.find('scanned', query, byId))
        const few = await client.find('indexed', query, sort, 3)
        expect(few.length).toBe((await client.find('scanned', query, sort, 3)).length)
        database.close()
      },
    ),
    { numRuns: 300 },
  ))
