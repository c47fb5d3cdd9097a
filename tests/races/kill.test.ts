/** `kill -9` of the local cloud in the middle of 1,000 orders, some of them paid, and what is there afterwards. */
import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { OrderRow, PayEventRow, StockRow } from '../../cloudfunctions/database/rows'
import { startLocalCloud } from '../../local-cloud'
import { LOCAL_CLOUD_MAIN, staleBuild, staleLocalCloud } from '../../scripts/build-cloud'
import { MINUTE_MS, shopDay } from '../../shared/kernel/time'
import { post } from '../builders/shop-client'
import { buyer, confirmPayment, croissant, eggTarts, inParallel, place, prepayOf, stockOf } from './buyers'

const ORDERS = 1_000
const KILLED_AFTER = 400
/** Callbacks of payments made from here on wait on the cloud's clock, so that the kill finds them on their way. */
const CALLBACKS_LATE_AFTER = 200
const LATE_MS = 10 * MINUTE_MS
/** Every fifth order takes a croissant, every tenth is paid: of 250, 100 are sold, 100 held, 50 left. */
const CROISSANTS = 250
const takesCroissant = (i: number) => i % 5 === 0
const isPaid = (i: number) => i % 10 === 0
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

/** What phones have been told: which orders they have, and which of them are paid. */
class Acknowledged {
  /** Order's number → its id and its payment. */
  readonly orders = new Map<number, { readonly id: string; readonly prepayId: string }>()
  /** Ids whose payment WeChat has confirmed; `late` are those whose callback was still to come. */
  readonly paid = new Set<string>()
  readonly late = new Set<string>()
  idsPlaced = () => [...this.orders.values()].map((order) => order.id)
}

/** Every order that is not acknowledged yet is sent, with its own key, and paid if it is to be; `enough` stops the rush. */
async function rush(url: string, told: Acknowledged, enough: () => boolean): Promise<void> {
  const people = await Promise.all(Array.from({ length: CUSTOMERS }, (_, i) => buyer(url, `oStorm${i}`)))
  let late = false
  await inParallel([...Array(ORDERS).keys()], AT_ONCE, async (i) => {
    if (enough()) return
    if (!late && told.orders.size >= CALLBACKS_LATE_AFTER) {
      late = true
      await post(`${url}/wechat/pay/faults`, { delayMs: LATE_MS })
    }
    if (!told.orders.has(i)) {
      const lines = takesCroissant(i) ? [croissant] : [eggTarts]
      const reply = await place(people[i % CUSTOMERS]!, { lines, key: `storm-${String(i).padStart(5, '0')}` })
      if (!reply.ok) throw new Error(reply.code)
      told.orders.set(i, { id: reply.data.order.id, prepayId: prepayOf(reply) })
    }
    const order = told.orders.get(i)!
    if (!isPaid(i) || told.paid.has(order.id)) return
    await confirmPayment(url, order.prepayId)
    told.paid.add(order.id)
    if (late) told.late.add(order.id)
  })
}

/** Orders while the cloud runs, until it is killed: what was under way then fails, and is looked at afterwards. */
async function rushUntilKilled(told: Acknowledged): Promise<void> {
  let killed: Promise<void> | undefined
  const rushed = rush(await startProcess(), told, () => {
    if (told.orders.size >= KILLED_AFTER) killed ??= ended('SIGKILL')
    return killed !== undefined
  })
  const failed = await rushed.then(
    () => null,
    (error: unknown) => error,
  )
  if (!killed) throw failed
  await killed
}

it('loses no acknowledged order, no payment and no croissant', async () => {
  const croissants = stockOf(shopDay(Date.now()), CROISSANTS)
  await inFolder((db) => db.put('stock', [croissants]))
  const told = new Acknowledged()
  await rushUntilKilled(told)
  expect(told.orders.size).toBeGreaterThanOrEqual(KILLED_AFTER)
  expect(told.late.size).toBeGreaterThan(0)
  expect(told.paid.size).toBeGreaterThan(told.late.size)
  const before = { placed: told.idsPlaced(), paid: [...told.paid] }

  // the phones try again with the same keys, WeChat reports what it has not reported yet
  const url = await startProcess()
  await rush(url, told, () => false)
  await post(`${url}/clock`, { advanceMs: LATE_MS })
  await ended('SIGTERM')

  const { orders, stock, payEvents } = await inFolder((db) => ({
    orders: (db.all('orders') as OrderRow[]).filter((o) => o.openid.startsWith('oStorm')),
    stock: db.get('stock', croissants._id) as StockRow,
    payEvents: db.all('payEvents') as PayEventRow[],
  }))
  const inState = (state: OrderRow['state']) => orders.filter((o) => o.state === state).map((o) => o._id)
  const missing = (ids: readonly string[], from: readonly string[]) => ids.filter((id) => !from.includes(id))
  expect(
    missing(
      before.placed,
      orders.map((o) => o._id),
    ),
  ).toEqual([])
  expect(missing(before.paid, inState('paid'))).toEqual([])
  // each of the thousand is there, once; a tenth is paid and the rest waits for its payment
  expect(new Set(told.idsPlaced()).size).toBe(ORDERS)
  expect(orders.map((o) => o._id).sort()).toEqual(told.idsPlaced().sort())
  expect(inState('paid').sort()).toEqual([...told.paid].sort())
  expect(inState('paid')).toHaveLength(ORDERS / 10)
  expect(inState('pendingPay')).toHaveLength(ORDERS - ORDERS / 10)
  expect(payEvents).toEqual([])
  expect(stock).toMatchObject({ available: 50, held: 100, sold: 100 })
}, 300_000)
