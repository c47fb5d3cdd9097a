import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import Libsql from 'libsql'
import { type DataFileError, openDatabase } from './index'
import { clientOf, declared } from './testing/wire-client'

const folder = mkdtempSync(path.join(tmpdir(), 'changke-database-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
const newFile = (): string => path.join(folder, `${++files}.db`)
const open = (file: string) => openDatabase({ file, now: () => 5 })

/** Opens what can't be opened; the error. The file must be as it was. */
function troubleOf(file: string): DataFileError {
  const before = readFileSync(file)
  try {
    open(file).close()
  } catch (error) {
    expect(readFileSync(file).equals(before)).toBe(true)
    return error as DataFileError
  }
  throw new Error('the file was opened')
}

it('keeps documents, indexes and the order of insertion over a restart', async () => {
  const file = newFile()
  const first = open(file)
  first.ensure([declared('orders', ['no', true], ['memberId,-at'])])
  first.put('orders', [
    { _id: 'b', no: 1, at: new Date(9), list: [1, { x: null }], text: '拿铁' },
    { _id: 'a', no: 2 },
  ])
  await clientOf(first).update('orders', { _id: 'a' }, { $set: { memberId: 'm' } })
  await clientOf(first).add('orders', { _id: 7, no: 3 })
  const all = first.all('orders')
  first.close()
  const second = open(file)
  expect(second.all('orders')).toEqual(all)
  expect(second.explain('orders', { memberId: 'm' }).index).toBe('memberId,-at')
  await expect(clientOf(second).add('orders', { no: 2 })).rejects.toThrow(/E11000/)
  second.close()
  expect(existsSync(file + '-wal')).toBe(false)
})

it('acknowledges parallel writes only when all are on disk, and then has them all', async () => {
  const file = newFile()
  const database = open(file)
  database.ensure([declared('c')])
  await Promise.all(Array.from({ length: 50 }, (_, i) => clientOf(database).add('c', { _id: `d${i}` })))
  // what a kill would leave: the file and its log as they are now
  const copy = newFile()
  copyFileSync(file, copy)
  copyFileSync(file + '-wal', copy + '-wal')
  database.close()
  const restored = open(copy)
  expect(restored.all('c')).toHaveLength(50)
  restored.close()
})

it('refuses a file of a newer version and says what to do', () => {
  const file = newFile()
  open(file).close()
  const raw = new Libsql(file)
  raw.exec('PRAGMA user_version=99')
  raw.close()
  const { trouble, message } = troubleOf(file)
  expect(trouble).toBe('newer')
  expect(message).toMatch(/newer version.*Update the project.*Nothing was changed/)
})

it('refuses a file that is no database', () => {
  const file = newFile()
  writeFileSync(file, 'certainly not a database, '.repeat(100))
  expect(troubleOf(file)).toMatchObject({
    trouble: 'corrupt',
    message: expect.stringMatching(/damaged/) as string,
  })
})

it('refuses a damaged file', () => {
  const file = newFile()
  const database = open(file)
  database.ensure([declared('c')])
  database.put(
    'c',
    Array.from({ length: 500 }, (_, i) => ({ _id: `d${i}`, text: 'x'.repeat(200) })),
  )
  database.close()
  const bytes = readFileSync(file)
  bytes.fill(0xff, 4096, bytes.length - 4096)
  writeFileSync(file, bytes)
  expect(troubleOf(file).trouble).toBe('corrupt')
})

it('refuses a database of another program', () => {
  const file = newFile()
  const raw = new Libsql(file)
  raw.exec('CREATE TABLE theirs(x)')
  raw.close()
  expect(troubleOf(file).trouble).toBe('foreign')
})

it('refuses a file that is open elsewhere', () => {
  const file = newFile()
  const first = open(file)
  expect(troubleOf(file)).toMatchObject({
    trouble: 'inUse',
    message: expect.stringMatching(/Another local cloud/) as string,
  })
  first.close()
  open(file).close()
})

/** Runs the transferring child until it has acknowledged `count` transfers, and kills it; what it acknowledged. */
function killAfter(count: number, file: string): Promise<string[]> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(__dirname, 'testing/transfers.child.ts'), file],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const acknowledged: string[] = []
  createInterface({ input: child.stdout }).on('line', (id) => {
    acknowledged.push(id)
    if (acknowledged.length === count) child.kill('SIGKILL')
  })
  // 'close' comes after the last of its output has been read
  return new Promise((resolve) => child.once('close', () => resolve(acknowledged)))
}

it('loses no acknowledged transfer and no fen to kill -9', async () => {
  const file = newFile()
  const acknowledged: string[] = []
  for (const count of [40, 110]) {
    acknowledged.push(...(await killAfter(count, file)))
    const database = open(file)
    const balances = database.all('accounts') as { balance: number }[]
    expect(balances.reduce((sum, { balance }) => sum + balance, 0)).toBe(10_000)
    const kept = new Set((database.all('ledger') as { _id: string }[]).map(({ _id }) => _id))
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
    database.close()
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(150)
}, 120_000)
