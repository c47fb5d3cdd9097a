/** `kill -9` of the local cloud in the middle of 1,000 orders, and what is there afterwards. */
import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { OrderRow, StockRow } from '../../cloudfunctions/database/rows'
import { startLocalCloud } from '../../local-cloud'
import { LOCAL_CLOUD_MAIN, staleBuild, staleLocalCloud } from '../../scripts/build-cloud'
import { buyer, croissant, eggTarts, inParallel, place, STOCK_ID, type Buyer } from './buyers'

const ORDERS = 1_000
const KILLED_AFTER = 400
const CROISSANTS = 150
const CUSTOMERS = 40
const AT_ONCE = 12

let folder = ''
let child: ChildProcess | undefined
beforeAll(() => {
  const stale = staleBuild() ?? staleLocalCloud()
  if (stale) throw new Error(`${stale}: run npm run build:cloud first`)
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'changke-kill-'))
})
afterAll(() => {
  child?.kill('SIGKILL')
  if (folder) fs.rmSync(folder, { recursive: true, force: true })
})

/** The data folder, opened in this process while no other has it. */
async function inFolder<T>(
  work: (database: Awaited<ReturnType<typeof startLocalCloud>>['database']) => T,
): Promise<T> {
  const cloud = await startLocalCloud({ dataDir: folder, seed: true })
  try {
    return work(cloud.database)
  } finally {
    await cloud.close()
  }
}

async function startProcess(): Promise<string> {
  child = spawn(process.execPath, [LOCAL_CLOUD_MAIN, '--port', '0', '--data', folder, '--quiet'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { stdout } = child
  if (!stdout) throw new Error('the local cloud has no output')
  const [line] = (await new Promise<string[]>((resolve, reject) => {
    createInterface({ input: stdout }).once('line', (text) => resolve([text]))
    child?.once('exit', (code) => reject(new Error(`the local cloud ended with ${code}`)))
  })) as [string]
  return (JSON.parse(line) as { url: string }).url
}

const ended = (signal: NodeJS.Signals) =>
  new Promise<void>((resolve) => {
    child?.once('exit', () => resolve())
    child?.kill(signal)
  })

/** Every order that is not acknowledged yet is sent, with its own key; `enough` stops the whole rush. */
async function rush(url: string, acknowledged: Map<number, string>, enough: () => boolean): Promise<void> {
  const people: Buyer[] = await Promise.all(
    Array.from({ length: CUSTOMERS }, (_, i) => buyer(url, `oStorm${i}`)),
  )
  const open = Array.from({ length: ORDERS }, (_, i) => i).filter((i) => !acknowledged.has(i))
  await inParallel(open, AT_ONCE, async (i) => {
    if (enough()) return
    const lines = i % 5 === 0 ? [croissant] : [eggTarts]
    const who = people[i % CUSTOMERS]
    if (!who) return
    const reply = await place(who, { lines, key: `storm-${String(i).padStart(5, '0')}` })
    if (reply.ok) acknowledged.set(i, reply.data.order.id)
    else if (reply.code === 'SOLD_OUT') acknowledged.set(i, '')
    else throw new Error(reply.code)
  })
}

it('loses no acknowledged order and no croissant', async () => {
  await inFolder((db) =>
    db.put('stock', [{ _id: STOCK_ID, shopId: 'shop', available: CROISSANTS, held: 0, sold: 0 }]),
  )
  const acknowledged = new Map<number, string>()

  let killed: Promise<void> | undefined
  const first = rush(await startProcess(), acknowledged, () => {
    if (acknowledged.size >= KILLED_AFTER) killed ??= ended('SIGKILL')
    return killed !== undefined
  })
  // calls that were under way when it died fail; what they did is seen below
  await first.catch(() => undefined)
  await killed
  expect(acknowledged.size).toBeGreaterThanOrEqual(KILLED_AFTER)
  const before = new Map(acknowledged)

  // the phones try again with the same keys
  await rush(await startProcess(), acknowledged, () => false)
  await ended('SIGTERM')

  const { orders, stock } = await inFolder((db) => ({
    orders: db.all('orders') as OrderRow[],
    stock: db.get('stock', STOCK_ID) as StockRow,
  }))
  const ids = new Set(orders.map((o) => o._id))
  expect([...before.values()].filter((id) => id !== '' && !ids.has(id))).toEqual([])
  const placed = [...acknowledged.values()].filter((id) => id !== '')
  expect(acknowledged.size).toBe(ORDERS)
  expect(new Set(placed).size).toBe(placed.length)
  const stormed = orders.filter((o) => o.openid.startsWith('oStorm'))
  expect(stormed).toHaveLength(placed.length)
  expect(placed).toHaveLength(ORDERS - ORDERS / 5 + CROISSANTS)
  expect(stock).toMatchObject({ available: 0, held: CROISSANTS, sold: 0 })
}, 300_000)
