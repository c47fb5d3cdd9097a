/** Laws under random interleavings: the steps of several transactions, plain writes and retries between them. */
import fc from 'fast-check'
import { type Client, declared, memoryDatabase, Refused } from './testing/wire-client'

const ACCOUNTS = 4
const START = 100
const transfer = fc.record({
  from: fc.nat(ACCOUNTS - 1),
  to: fc.nat(ACCOUNTS - 1),
  amount: fc.integer({ min: 1, max: 60 }),
  commits: fc.boolean(),
  key: fc.nat(3),
})
type Transfer = typeof transfer extends fc.Arbitrary<infer T> ? T : never

/** One transfer as the steps of a transaction, resumed one at a time. Ends with what became of it. */
async function* stepsOf(
  client: Client,
  n: number,
  { from, to, amount, commits, key }: Transfer,
): AsyncGenerator<undefined, boolean> {
  const tx = await client.begin()
  yield
  try {
    const source = await client.get('accounts', `a${from}`, tx)
    yield
    if (from === to || Number(source?.['balance']) < amount) {
      await client.rollback(tx)
      return false
    }
    await client.update(
      'accounts',
      { _id: `a${from}` },
      { $set: { balance: Number(source?.['balance']) - amount } },
      tx,
    )
    yield
    await client.update('accounts', { _id: `a${to}` }, { $inc: { balance: amount } }, tx)
    yield
    await client.add('ledger', { _id: `t${n}`, slot: key, amount }, tx)
    yield
    await (commits ? client.commit(tx) : client.rollback(tx))
    return commits
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return false
  }
}

test('transfers keep the sum, never overdraw, and take each unique slot once, in whatever order their steps run', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(transfer, { minLength: 2, maxLength: 7 }),
      fc.infiniteStream(fc.nat(1000)),
      async (transfers, picks) => {
        const { database, client } = memoryDatabase(declared('accounts'), declared('ledger', ['slot', true]))
        database.put(
          'accounts',
          Array.from({ length: ACCOUNTS }, (_, i) => ({ _id: `a${i}`, balance: START })),
        )
        const running = transfers.map((t, n) => ({ n, steps: stepsOf(client, n, t) }))
        const committed: number[] = []
        while (running.length) {
          const at = Number(picks.next().value) % running.length
          const { n, steps } = running[at]!
          const { done, value } = await steps.next()
          if (!done) continue
          if (value) committed.push(n)
          running.splice(at, 1)
        }
        const balances = (database.all('accounts') as { balance: number }[]).map(({ balance }) => balance)
        expect(balances.reduce((a, b) => a + b, 0)).toBe(ACCOUNTS * START)
        for (const balance of balances) expect(balance).toBeGreaterThanOrEqual(0)
        const ledger = database.all('ledger') as { _id: string; slot: number }[]
        expect(ledger.map(({ _id }) => _id).sort()).toEqual(committed.map((n) => `t${n}`).sort())
        expect(new Set(ledger.map(({ slot }) => slot)).size).toBe(ledger.length)
        database.close()
      },
    ),
    { numRuns: 200 },
  ))

test('available + held is constant under parallel guarded updates and transactions, and never below zero', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ units: fc.integer({ min: 1, max: 5 }), inside: fc.boolean() }), { maxLength: 12 }),
      async (holds) => {
        const { database, client } = memoryDatabase(declared('stock'))
        database.put('stock', [{ _id: 's', available: 15, held: 0 }])
        const hold = async ({ units, inside }: { units: number; inside: boolean }): Promise<void> => {
          const change = { $inc: { available: -units, held: units } }
          if (!inside)
            return void (await client.update('stock', { _id: 's', available: { $gte: units } }, change))
          const tx = await client.begin()
          const stock = await client.get('stock', 's', tx)
          if (Number(stock?.['available']) < units) return void (await client.rollback(tx))
          await client.update('stock', { _id: 's' }, change, tx)
          await client.commit(tx)
        }
        const results = await Promise.allSettled(holds.map(hold))
        for (const result of results)
          if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(Refused)
        const [{ available, held }] = database.all('stock') as [{ available: number; held: number }]
        expect(available + held).toBe(15)
        expect(available).toBeGreaterThanOrEqual(0)
        database.close()
      },
    ),
  ))

test('a snapshot reads the same however much is committed meanwhile', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(3), fc.integer(), fc.boolean()), { maxLength: 20 }),
      async (writes) => {
        const { database, client } = memoryDatabase(declared('c'))
        database.put(
          'c',
          [0, 1, 2].map((i) => ({ _id: `d${i}`, v: i })),
        )
        const tx = await client.begin()
        const read = async (): Promise<unknown[]> => {
          const seen: unknown[] = []
          for (const i of [0, 1, 2, 3]) seen.push(await client.get('c', `d${i}`, tx))
          return seen
        }
        const before = await read()
        for (const [i, v, removes] of writes) {
          if (removes) await client.remove('c', `d${i}`)
          else
            await client.call('modifyDocument', {
              collectionName: 'c',
              query: `{"_id":"d${i}"}`,
              data: `{"v":${v}}`,
              merge: false,
            })
        }
        expect(await read()).toEqual(before)
        await client.commit(tx)
        database.close()
      },
    ),
  ))
