import { refuse } from '@shared/kernel/refusal'
import type { Doc } from './db'
import { Busy, DuplicateKey } from './errors'
import { rawDatabase, type RawDatabase } from './sdk'
import { createTx, type RunTx } from './tx'
import { inProcessCloud, type InProcessCloud } from '../../tests/builders/in-process'

type Account = Doc & { n: number }
let cloud: InProcessCloud
let tx: RunTx
const waited: number[] = []
const start = (raw: RawDatabase = rawDatabase()) =>
  createTx({ raw, random: () => 1, wait: async (ms) => void waited.push(ms) })
beforeEach(() => {
  cloud = inProcessCloud({ collections: [{ name: 'accounts', indexes: [] }] })
  cloud.database.put('accounts', [
    { _id: 'a', n: 100 },
    { _id: 'b', n: 0 },
  ])
  waited.length = 0
  tx = start()
})
afterEach(() => cloud.close())
const balance = (id: string) => (cloud.database.get('accounts', id) as Account).n

const transfer = (units: number) =>
  tx(async (db) => {
    const accounts = db.table<Account>('accounts')
    const [a, b] = await Promise.all([accounts.get('a'), accounts.get('b')])
    if (!a || !b || a.n < units) return refuse('POOR')
    await Promise.all([accounts.update('a', { n: a.n - units }), accounts.update('b', { n: b.n + units })])
    return b.n + units
  })

it('commits what work returns', async () => {
  expect(await transfer(30)).toBe(30)
  expect([balance('a'), balance('b')]).toEqual([70, 30])
})

it('rolls back on a refusal, and answers it', async () => {
  const refused = await tx(async (db) => {
    await db.table<Account>('accounts').update('a', { n: 0 })
    return refuse('NO', { why: 1 })
  })
  expect(refused).toEqual({ refused: 'NO', details: { why: 1 } })
  expect(balance('a')).toBe(100)
})

it('rolls back on a throw, and throws it on without another try', async () => {
  let runs = 0
  const failing = tx(async (db) => {
    runs++
    await db.table<Account>('accounts').update('a', { n: 0 })
    throw new Error('bug')
  })
  await expect(failing).rejects.toThrow('bug')
  expect([balance('a'), runs]).toEqual([100, 1])
})

it('loses nothing when many write the same documents', async () => {
  tx = createTx({
    raw: rawDatabase(),
    random: Math.random,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  })
  const results = await Promise.all(Array.from({ length: 8 }, () => transfer(10)))
  expect([...results].sort((x, y) => Number(x) - Number(y))).toEqual([10, 20, 30, 40, 50, 60, 70, 80])
  expect([balance('a'), balance('b')]).toEqual([20, 80])
})

it('passes a duplicate key on as such, without another try', async () => {
  const twice = tx((db) => db.table<Account>('accounts').add({ _id: 'a', n: 1 }))
  await expect(twice).rejects.toBeInstanceOf(DuplicateKey)
  expect(waited).toEqual([])
})

describe('conflicts', () => {
  const conflict = (text: string) => Object.assign(new Error(text), { errCode: -502001 })
  const failing = (error: unknown, times: number) => {
    const raw = rawDatabase()
    let left = times
    const startTransaction: RawDatabase['startTransaction'] = async () => {
      const transaction = await raw.startTransaction()
      if (left-- <= 0) return transaction
      return Object.assign(Object.create(transaction) as typeof transaction, {
        commit: () => Promise.reject(error),
      })
    }
    return start(Object.assign(Object.create(raw) as RawDatabase, { startTransaction }))
  }
  const work = () => Promise.resolve('done')

  it.each([
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.',
    '[ResourceUnavailable.TransactionBusy] Transaction is busy.',
    'WriteConflict error: this operation conflicted with another operation.',
  ])('are tried again: %s', async (text) => {
    expect(await failing(conflict(text), 3)(work)).toBe('done')
    expect(waited).toEqual([16, 32, 64])
  })

  it('are recognised in the bare reply that the wire gives', async () => {
    expect(await failing({ code: 'DATABASE_TRANSACTION_CONFLICT', message: '' }, 1)(work)).toBe('done')
  })

  it('end as Busy when they outlast every attempt, after less than four seconds', async () => {
    await expect(failing(conflict('TransactionConflict'), Infinity)(work)).rejects.toBeInstanceOf(Busy)
    expect(waited).toHaveLength(11)
    expect(waited.reduce((a, b) => a + b)).toBeLessThan(4_000)
  })

  it('are not seen in other failures', async () => {
    const gone = conflict(
      '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server',
    )
    await expect(failing(gone, 1)(work)).rejects.toThrow('TransactionNotExist')
    expect(waited).toEqual([])
  })
})
