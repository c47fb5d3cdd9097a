import assert from 'node:assert/strict'
import { SYSTEM_ERROR } from './rules.cases'
import {
  type Bench,
  type Case,
  caseOf,
  COLLECTION,
  type Failure,
  refusalOf,
  type Things,
  type Transaction,
} from './suite'

const open = async ({ db }: Bench): Promise<{ t: Transaction; inside: Things }> => {
  const t = await db.startTransaction()
  return { t, inside: t.collection(COLLECTION) }
}
/** commit() and rollback() pass on the server's own error, with its code; operations are given the SDK's errCode. */
const gone = (failure: Failure & { code?: string; message?: string }): void => {
  const { errCode, errMsg, code, message } = failure
  assert.match(errMsg ?? message ?? '', /TransactionNotExist.*commit or abort in 30 seconds/s)
  assert.equal(errCode ?? code, errMsg === undefined ? 'DATABASE_TRANSACTION_FAIL' : SYSTEM_ERROR)
}

/** `advance` moves the cloud's clock; without it (a real environment) the cases of expiry are left out. */
export function transactionCases(bench: Bench, advance: ((ms: number) => Promise<void>) | null): Case[] {
  return [
    ...isolation(bench),
    ...conflicts(bench),
    ...bounds(bench),
    ...(advance ? expiry(bench, advance) : []),
  ]
}

function isolation(bench: Bench): Case[] {
  return [
    caseOf(bench, 'transaction: commits all of it', async (b) => {
      await b.given({ _id: 'a', n: 1 })
      const { t, inside } = await open(b)
      await inside.doc('a').update({ data: { n: 2 } })
      await inside.add({ data: { _id: 'b', n: 1 } })
      await inside.doc('c').set({ data: { n: 1 } })
      await t.commit()
      assert.deepEqual(await b.ids({}), ['a', 'b', 'c'])
      assert.equal((await b.things.doc('a').get()).data?.['n'], 2)
    }),
    caseOf(bench, 'transaction: rolls back all of it', async (b) => {
      await b.given({ _id: 'a', n: 1 })
      const { t, inside } = await open(b)
      await inside.doc('a').remove()
      await inside.add({ data: { _id: 'b' } })
      await t.rollback()
      assert.deepEqual(await b.ids({}), ['a'])
    }),
    caseOf(bench, 'transaction: sees its own writes, others see none of them', async (b) => {
      await b.given({ _id: 'a', n: 1 })
      const { t, inside } = await open(b)
      await inside.doc('a').update({ data: { n: 2 } })
      assert.equal((await inside.doc('a').get()).data?.['n'], 2)
      assert.equal((await b.things.doc('a').get()).data?.['n'], 1)
      await t.rollback()
    }),
    caseOf(bench, 'transaction: reads the snapshot of its first operation', async (b) => {
      await b.given({ _id: 'a', n: 1 }, { _id: 'b', n: 1 })
      const { t, inside } = await open(b)
      await b.things.doc('a').update({ data: { n: 2 } })
      assert.equal((await inside.doc('a').get()).data?.['n'], 2)
      await b.things.doc('a').update({ data: { n: 3 } })
      await b.things.doc('b').remove()
      assert.equal((await inside.doc('a').get()).data?.['n'], 2)
      assert.equal((await inside.doc('b').get()).data?.['n'], 1)
      await t.commit()
    }),
    caseOf(bench, 'transaction: a document missing within it is null', async (b) => {
      const { t, inside } = await open(b)
      assert.equal((await inside.doc('none').get()).data, null)
      await t.commit()
    }),
    caseOf(bench, 'transaction: write skew is possible', async (b) => {
      await b.given({ _id: 'a', on: true }, { _id: 'b', on: true })
      const one = await open(b)
      const two = await open(b)
      await one.inside.doc('b').get()
      await two.inside.doc('a').get()
      await one.inside.doc('a').update({ data: { on: false } })
      await two.inside.doc('b').update({ data: { on: false } })
      await one.t.commit()
      await two.t.commit()
      assert.equal((await b.things.where({ on: true }).count()).total, 0)
    }),
  ]
}

function conflicts(bench: Bench): Case[] {
  const conflict = ({ errCode, errMsg }: Failure): void => {
    assert.match(errMsg, /TransactionConflict.*maybe resource operated by others/)
    // only the text tells a conflict from any other trouble: the SDK knows no number for it
    assert.equal(errCode, SYSTEM_ERROR)
  }
  return [
    caseOf(bench, 'transaction: the second writer is in conflict at once, and over', async (b) => {
      await b.given({ _id: 'a', n: 1 })
      const one = await open(b)
      const two = await open(b)
      await one.inside.doc('a').update({ data: { n: 2 } })
      conflict(await refusalOf(two.inside.doc('a').update({ data: { n: 3 } })))
      await one.t.commit()
      gone(await refusalOf(two.inside.doc('a').get()))
      assert.equal((await b.things.doc('a').get()).data?.['n'], 2)
    }),
    caseOf(bench, 'transaction: writing what has changed since its snapshot is a conflict', async (b) => {
      await b.given({ _id: 'a', n: 1 })
      const { inside } = await open(b)
      await inside.doc('a').get()
      await b.things.doc('a').update({ data: { n: 2 } })
      conflict(await refusalOf(inside.doc('a').update({ data: { n: 3 } })))
    }),
    caseOf(bench, 'transaction: adding what another has added is a conflict', async (b) => {
      const one = await open(b)
      const two = await open(b)
      await one.inside.add({ data: { _id: 'a' } })
      conflict(await refusalOf(two.inside.add({ data: { _id: 'a' } })))
      await one.t.commit()
    }),
    caseOf(bench, 'transaction: a duplicate within it is refused and ends it', async (b) => {
      await b.given({ _id: 'a' })
      const { t, inside } = await open(b)
      const { errCode, errMsg } = await refusalOf(inside.add({ data: { _id: 'a' } }))
      assert.match(errMsg, /E11000/)
      assert.equal(errCode, -502001)
      gone(await refusalOf(t.commit()))
    }),
    caseOf(bench, 'a plain write waits for the transaction that holds the document', async (b) => {
      await b.given({ _id: 'a', n: 1 })
      const { t, inside } = await open(b)
      await inside.doc('a').update({ data: { n: 10 } })
      const plain = b.things.doc('a').update({ data: { n: b._['inc']?.(1) } })
      await b.things.doc('a').get()
      await t.commit()
      assert.equal((await plain).stats.updated, 1)
      assert.equal((await b.things.doc('a').get()).data?.['n'], 11)
    }),
    caseOf(bench, 'a plain write that waited goes on after a rollback', async (b) => {
      await b.given({ _id: 'a', n: 1 })
      const { t, inside } = await open(b)
      await inside.doc('a').remove()
      const plain = b.things.where({ _id: 'a', n: 1 }).update({ data: { n: 2 } })
      await t.rollback()
      assert.equal((await plain).stats.updated, 1)
    }),
  ]
}

function bounds(bench: Bench): Case[] {
  return [
    caseOf(bench, 'transaction: after the commit it is gone', async (b) => {
      const { t, inside } = await open(b)
      await inside.add({ data: { _id: 'a' } })
      await t.commit()
      gone(await refusalOf(inside.doc('a').get()))
      gone(await refusalOf(t.commit()))
    }),
    caseOf(bench, 'transaction: operations sent in parallel find it busy', async (b) => {
      const { t, inside } = await open(b)
      const results = await Promise.allSettled(
        Array.from({ length: 10 }, (_, n) => inside.doc(`a${n}`).get()),
      )
      const busy = results.filter((r) => r.status === 'rejected')
      assert.ok(busy.length > 0)
      for (const { reason } of busy) {
        assert.match((reason as Failure).errMsg, /TransactionBusy/)
        assert.equal((reason as Failure).errCode, SYSTEM_ERROR)
      }
      await t.rollback()
    }),
    caseOf(bench, 'transaction: where() is refused', async (b) => {
      const { inside } = await open(b)
      assert.equal((await refusalOf(inside.where({ n: 1 }).get())).errCode, SYSTEM_ERROR)
    }),
    caseOf(bench, 'transaction: where().update() goes outside of it, without its id', async (b) => {
      await b.given({ _id: 'a', n: 1 })
      const { t, inside } = await open(b)
      await inside.where({ n: 1 }).update({ data: { n: 2 } })
      await t.rollback()
      assert.equal((await b.things.doc('a').get()).data?.['n'], 2)
    }),
    caseOf(bench, 'transaction: at most 100 operations', async (b) => {
      const { inside } = await open(b)
      for (let i = 0; i < 100; i++) await inside.doc('a').get()
      assert.equal((await refusalOf(inside.doc('a').get())).errCode, SYSTEM_ERROR)
    }),
  ]
}

function expiry(bench: Bench, advance: (ms: number) => Promise<void>): Case[] {
  return [
    caseOf(bench, 'transaction: after 30 seconds it is gone, and its locks with it', async (b) => {
      await b.given({ _id: 'a', n: 1 })
      const { t, inside } = await open(b)
      await inside.doc('a').update({ data: { n: 2 } })
      await advance(29_000)
      assert.equal((await inside.doc('a').get()).data?.['n'], 2)
      await advance(1000)
      assert.equal((await b.things.doc('a').update({ data: { n: 3 } })).stats.updated, 1)
      gone(await refusalOf(inside.doc('a').get()))
      gone(await refusalOf(t.commit()))
    }),
  ]
}
