import { collections } from '../../../cloudfunctions/database/collections'
import { openDatabase } from './index'
import { clientOf, declared, memoryDatabase } from './testing/wire-client'

const order = (i: number) => ({
  _id: `o${i}`,
  memberId: `m${i % 10}`,
  placedAt: i,
  pickupKey: `k${i}`,
  ...(i < 3 && { boardOf: 's1' }),
})

function shop() {
  const { database, client } = memoryDatabase(...collections)
  database.put(
    'orders',
    Array.from({ length: 500 }, (_, i) => order(i)),
  )
  database.put('counters', [{ _id: 's1', staff: {} }])
  /** Documents looked at by a call. */
  const examined = async (call: () => Promise<unknown>): Promise<number> => {
    const before = database.costs()
    await call()
    expect(database.costs().scans).toBe(before.scans)
    return database.costs().examined - before.examined
  }
  return { database, client, examined }
}

describe('the shop’s queries are served by its indexes', () => {
  it('orders of a member, newest first, looks at those it answers', async () => {
    const { client, examined, database } = shop()
    expect(database.explain('orders', { memberId: 'm3' }, [['placedAt', -1]])).toEqual({
      index: 'memberId_placedAt',
      sorted: true,
    })
    expect(await examined(() => client.find('orders', { memberId: 'm3' }, { placedAt: -1 }, 5))).toBe(5)
    const [newest] = await client.find(
      'orders',
      { memberId: 'm3', placedAt: { $lt: 400 } },
      { placedAt: -1 },
      1,
    )
    expect(newest?.['_id']).toBe('o393')
    expect(
      await examined(() =>
        client.find('orders', { memberId: 'm3', placedAt: { $lt: 400 } }, { placedAt: -1 }, 5),
      ),
    ).toBe(5)
  })

  it('a lookup by fields looks at the joined documents only', async () => {
    const { client, examined } = shop()
    const join = { $lookup: { from: 'orders', localField: '_id', foreignField: 'boardOf', as: 'board' } }
    expect(await examined(() => client.aggregate('counters', [{ $match: { _id: 's1' } }, join]))).toBe(4)
  })

  it('a lookup by a pipeline too, and its sort and limit', async () => {
    const { client, examined, database } = shop()
    database.put('members', [{ _id: 'm3' }])
    const pipeline = [
      { $match: { $expr: { $and: [{ $eq: ['$memberId', '$$me'] }] } } },
      { $sort: { placedAt: -1 } },
      { $limit: 2 },
    ]
    const join = { $lookup: { from: 'orders', let: { me: '$_id' }, pipeline, as: 'latest' } }
    const rows = () => client.aggregate('members', [{ $match: { _id: 'm3' } }, join])
    expect((await rows())[0]?.['latest']).toMatchObject([{ _id: 'o493' }, { _id: 'o483' }])
    expect(await examined(rows)).toBe(3)
  })

  it('either of two conditions, each by its index', async () => {
    const { client, examined } = shop()
    expect(
      await examined(() => client.find('orders', { $or: [{ pickupKey: 'k7' }, { boardOf: 's1' }] })),
    ).toBe(4)
  })

  it('due work: a range on one field', async () => {
    const { client, examined, database } = shop()
    database.put('orders', [
      { ...order(900), dueAt: 5 },
      { ...order(901), dueAt: 50 },
    ])
    expect(await client.find('orders', { dueAt: { $lte: 10 } })).toHaveLength(1)
    expect(await examined(() => client.find('orders', { dueAt: { $lte: 10 } }, { dueAt: 1 }))).toBe(1)
  })

  it('says of a query without an index that it scans', async () => {
    const { client, database } = shop()
    await client.find('orders', { note: 'x' })
    expect(database.explain('orders', { note: 'x' }).index).toBeNull()
    expect(database.costs().scans).toBe(1)
  })
})

describe('ensure', () => {
  it('is idempotent, adds and drops indexes over what is there', () => {
    const { database } = memoryDatabase(declared('c', ['a']))
    database.put('c', [{ _id: 1, a: 1, b: 2 }])
    database.ensure([declared('c', ['a'])])
    database.ensure([declared('c', ['b'])])
    expect(database.explain('c', { b: 2 }).index).toBe('b')
    expect(database.explain('c', { a: 1 }).index).toBeNull()
  })

  it('refuses a unique index over duplicates and leaves the old ones', () => {
    const { database } = memoryDatabase(declared('c', ['a']))
    database.put('c', [{ _id: 1 }, { _id: 2 }])
    expect(() => database.ensure([declared('c', ['b', true])])).toThrow(/E11000.*index: b/)
    expect(database.explain('c', { a: 1 }).index).toBe('a')
  })
})

it('put, all, get and isEmpty give copies that can be changed', () => {
  const { database } = memoryDatabase(declared('c'))
  expect(database.isEmpty()).toBe(true)
  const seed = { _id: 'a', list: [1] }
  database.put('c', [seed])
  seed.list.push(2)
  ;(database.get('c', 'a') as typeof seed).list.push(3)
  ;(database.all('c') as (typeof seed)[])[0]?.list.push(4)
  expect(database.get('c', 'a')).toEqual({ _id: 'a', list: [1] })
  expect(database.get('c', 'none')).toBeNull()
  expect(database.isEmpty()).toBe(false)
})

it('reports each call by what it is billed as', async () => {
  const calls: string[] = []
  const database = openDatabase({
    file: ':memory:',
    now: () => 0,
    onCall: ({ kind, collection }) => calls.push(`${kind} ${collection ?? ''}`),
  })
  database.ensure([declared('c')])
  database.put('c', [{ _id: 'a' }])
  const client = clientOf(database)
  await client.get('c', 'a')
  await client.aggregate('c', [{ $match: {} }])
  await client.update('c', { _id: 'a' }, { $set: { n: 1 } })
  await client.commit(await client.begin())
  expect(calls).toEqual(['read c', 'read c', 'write c', 'transaction ', 'transaction '])
})

it('updates and answers the document by the action that wx-server-sdk does not pass on', async () => {
  const { client, database } = memoryDatabase(declared('c'))
  database.put('c', [{ _id: 'a', left: 2 }])
  const take = () =>
    client.call('modifyAndReturnDoc', {
      collectionName: 'c',
      query: '{"_id":"a","left":{"$gt":0}}',
      data: '{"$inc":{"left":-1}}',
    })
  expect(await take()).toMatchObject({ updated: 1, doc: '{"_id":"a","left":1}' })
  await take()
  expect(await take()).toMatchObject({ updated: 0, doc: null })
})

it('answers an unknown action and a broken request with a code, and throws for neither', async () => {
  const { database } = memoryDatabase(declared('c'))
  expect(await database.handle({ action: 'database.nonsense' })).toMatchObject({ code: 'INVALID_PARAM' })
  expect(await database.handle({ action: 'database.getDocument' })).toMatchObject({ code: 'INVALID_PARAM' })
  expect(
    await database.handle({ action: 'database.getDocument', collectionName: 'c', query: '{' }),
  ).toHaveProperty('code')
})

it('a plain write that meets a transaction nobody ends goes on when its thirty seconds are over', async () => {
  const { client, clock } = memoryDatabase(declared('c'))
  await client.add('c', { _id: 'a', n: 0 })
  const tx = await client.begin()
  await client.update('c', { _id: 'a' }, { $set: { n: 1 } }, tx)
  const waiting = client.update('c', { _id: 'a' }, { $inc: { n: 10 } })
  clock.at += 30_000
  await expect(client.get('c', 'a', tx)).rejects.toThrow(/TransactionNotExist/)
  expect(await waiting).toBe(1)
  expect(await client.get('c', 'a')).toEqual({ _id: 'a', n: 10 })
})
