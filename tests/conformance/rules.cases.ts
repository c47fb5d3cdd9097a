import assert from 'node:assert/strict'
import { type Bench, type Case, caseOf, COLLECTION, refusalOf, UNIQUE_COLLECTION } from './suite'

/** What the SDK gives for every code of the database that it doesn't know. */
export const SYSTEM_ERROR = -501001

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i)

/** Limits and errors. */
export function ruleCases(bench: Bench): Case[] {
  return [...limitCases(bench), ...errorCases(bench)]
}

function limitCases(bench: Bench): Case[] {
  return [
    caseOf(bench, 'get answers 100 by default and 1000 at most', async ({ things }) => {
      for (const part of range(11))
        await things.add({ data: range(100).map((i) => ({ _id: part * 100 + i })) })
      assert.equal((await things.get()).data.length, 100)
      assert.equal((await things.limit(2000).get()).data.length, 1000)
      assert.equal((await things.skip(1050).limit(100).get()).data.length, 50)
    }),
    caseOf(bench, 'aggregate answers 20 rows unless it limits', async ({ given, rows }) => {
      await given(...range(30).map((i) => ({ _id: i })))
      assert.equal((await rows((p) => p['match']!({}))).length, 20)
      assert.equal((await rows((p) => p['limit']!(25))).length, 25)
    }),
    caseOf(bench, 'an answer of more than a megabyte is refused', async ({ things }) => {
      for (const i of range(3)) await things.add({ data: { _id: i, text: 'x'.repeat(400_000) } })
      assert.equal((await things.limit(2).get()).data.length, 2)
      const { errCode, errMsg } = await refusalOf(things.get())
      assert.match(errMsg, /-602001 database query result size exceed limit/)
      // −602001 is in the text alone: the table from which the SDK takes errCode for the database hasn't got it
      assert.equal(errCode, SYSTEM_ERROR)
    }),
  ]
}

function errorCases(bench: Bench): Case[] {
  const missing = (b: Bench) => b.db.collection('no_such_collection')
  return [
    caseOf(bench, 'a second document of the same id is a duplicate', async ({ given, things }) => {
      await given({ _id: 'a', n: 1 })
      const { errCode, errMsg } = await refusalOf(things.add({ data: { _id: 'a', n: 2 } }))
      assert.equal(errCode, -502001)
      assert.match(errMsg, /E11000 duplicate key error collection: .*conformance index: _id_ dup key/)
      assert.equal((await things.doc('a').get()).data?.['n'], 1)
    }),
    caseOf(bench, 'of parallel adds with one id one succeeds', async ({ things }) => {
      const adds = await Promise.allSettled(range(8).map((n) => things.add({ data: { _id: 'a', n } })))
      assert.equal(adds.filter(({ status }) => status === 'fulfilled').length, 1)
    }),
    caseOf(bench, 'a missing collection is −502005, on every call', async (b) => {
      const calls = [
        missing(b).doc('x').get(),
        missing(b).where({ a: 1 }).get(),
        missing(b)
          .where({ a: 1 })
          .update({ data: { a: 2 } }),
        missing(b).add({ data: { a: 1 } }),
        missing(b).count(),
        missing(b).doc('x').remove(),
      ]
      for (const { errCode, errMsg } of await Promise.all(calls.map(refusalOf))) {
        assert.equal(errCode, -502005)
        assert.match(errMsg, /Db or Table not exist: no_such_collection/)
      }
    }),
    caseOf(
      bench,
      'doc().get() of a missing document throws unless told not to',
      async ({ cloud, things }) => {
        const strict = cloud.database({ throwOnNotFound: true }) as unknown as Bench['db']
        const { errMsg } = await refusalOf(strict.collection(COLLECTION).doc('none').get())
        assert.match(errMsg, /document with _id none does not exist/)
        assert.equal((await things.doc('none').get()).data, null)
      },
    ),
    caseOf(bench, 'an unknown operator is refused, also on an empty collection', async ({ things }) => {
      const { errCode, errMsg } = await refusalOf(things.where({ a: { $nonsense: 1 } }).get())
      assert.match(errMsg, /\$nonsense/)
      assert.equal(errCode, -502001)
    }),
    caseOf(bench, 'a collection that exists is not made again', async ({ db }) => {
      const { errMsg } = await refusalOf(db.createCollection(COLLECTION))
      assert.match(errMsg, /exist/i)
    }),
  ]
}

/** Needs the unique index on `code`. */
export function uniqueCases(bench: Bench): Case[] {
  const unique = bench.db.collection(UNIQUE_COLLECTION)
  const uniqueCase = (name: string, run: () => Promise<void>): Case => ({
    name: `unique index: ${name}`,
    async run() {
      await unique.where({ _id: bench._['exists']?.(true) }).remove()
      await run()
    },
  })
  return [
    uniqueCase('the same value twice is a duplicate, on add, set and update', async () => {
      await unique.add({
        data: [
          { _id: 'a', code: 1 },
          { _id: 'b', code: 2 },
        ],
      })
      const calls = [
        unique.add({ data: { _id: 'c', code: 1 } }),
        unique.doc('d').set({ data: { code: 2 } }),
        unique.doc('b').update({ data: { code: 1 } }),
      ]
      for (const { errCode, errMsg } of await Promise.all(calls.map(refusalOf))) {
        assert.match(errMsg, /E11000.*code_unique/)
        assert.equal(errCode, -502001)
      }
    }),
    uniqueCase('a missing field counts as null', async () => {
      await unique.add({ data: { _id: 'a' } })
      assert.match((await refusalOf(unique.add({ data: { _id: 'b' } }))).errMsg, /E11000/)
      assert.match((await refusalOf(unique.add({ data: { _id: 'c', code: null } }))).errMsg, /E11000/)
    }),
    uniqueCase('a value that is given up is free again', async () => {
      await unique.add({ data: { _id: 'a', code: 1 } })
      await unique.doc('a').update({ data: { code: 2 } })
      await unique.add({ data: { _id: 'b', code: 1 } })
      await unique.doc('a').remove()
      await unique.add({ data: { _id: 'c', code: 2 } })
      assert.equal((await unique.count()).total, 2)
    }),
    uniqueCase('two transactions can not both take a value', async () => {
      const [one, two] = await Promise.all([bench.db.startTransaction(), bench.db.startTransaction()])
      await one.collection(UNIQUE_COLLECTION).add({ data: { _id: 'a', code: 1 } })
      const { errCode, errMsg } = await refusalOf(
        two.collection(UNIQUE_COLLECTION).add({ data: { _id: 'b', code: 1 } }),
      )
      assert.match(errMsg, /TransactionConflict/)
      assert.equal(errCode, SYSTEM_ERROR)
      await one.commit()
      assert.equal((await unique.count()).total, 1)
    }),
  ]
}
