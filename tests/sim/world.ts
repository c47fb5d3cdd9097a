/** The shop that simulations and crashes are played in: everything on offer, and people who want it. */
import { MINUTE_MS, SECOND_MS } from '@shared/kernel/time'
import { createTx } from '../../cloudfunctions/platform/tx'
import { rawDatabase } from '../../cloudfunctions/platform/sdk'
import { isUnpaid } from '../../scripts/audit/orders'
import type { OrderRow, StoreRow } from '../../cloudfunctions/database/rows'
import type { Loyalty } from '@shared/points/contract'
import { openShop, type TestShop } from '../builders/shop'
import { audit } from '../../scripts/audit/audit'
import { booksOf } from '../../scripts/audit/books'

export const BAGELS = 5

const loyalty: Loyalty = {
  pointsPerYuan: 10,
  pointFen: 2,
  mostShareBp: 5000,
  validMonths: 12,
  tiers: [
    { id: 'green', name: '新客', fromFen: 0, priceBp: 10_000, pointsBp: 10_000 },
    { id: 'gold', name: '常客', fromFen: 3000, priceBp: 9500, pointsBp: 15_000 },
  ],
}
/** One slot, this afternoon, that few orders fill. */
export const SLOT = 'dusk'
const everyWay: Partial<StoreRow> = {
  hours: [{ from: 0, to: 1440 }],
  daily: { bagel: BAGELS },
  ways: ['pickup', 'dineIn', 'delivery', 'preorder'],
  delivery: {
    radiusM: 3000,
    minimumFen: 1000,
    bands: [{ toM: 3000, feeFen: 500 }],
    freeFromFen: 6000,
    minutes: 30,
  },
  preorder: {
    daysAhead: 1,
    points: [{ id: 'dorm', name: '3 号宿舍', address: '3 号宿舍楼下' }],
    slots: [
      { id: SLOT, pointId: 'dorm', atMinute: 1100, cutoffDays: 0, cutoffMinute: 1080, capacity: 4, days: [] },
    ],
  },
}

/** Open all day, every way of ordering, five bagels, an owner and a clerk; transactions that meet try again without waiting. */
export function openWorld({ losesDelayedCalls = false } = {}): TestShop {
  return openShop({
    staff: { oBoss: 'owner', oClerk: 'clerk' },
    transfers: true,
    bagels: BAGELS,
    store: everyWay,
    shop: { loyalty },
    overrides: {
      ...(losesDelayedCalls ? { tasks: { later: () => Promise.resolve(false) } } : {}),
      tx: createTx({ raw: rawDatabase(), random: Math.random, wait: () => Promise.resolve() }),
    },
  })
}

/** What a crashed process left open has timed out after this. */
export const afterCrash = (shop: TestShop): Promise<void> => shop.advance(31 * SECOND_MS)

/** Time passes, and the timer comes each half hour. */
export async function passTime(shop: TestShop, minutes: number): Promise<void> {
  for (let left = minutes; left > 0; left -= 30) {
    await shop.advance(Math.min(30, left) * MINUTE_MS)
    if (left >= 30) await shop.tick()
  }
}

const isUnderWay = (shop: TestShop): boolean =>
  shop
    .rows<OrderRow>('orders')
    .some((o) => isUnpaid(o) || o.state === 'refunding' || o.refunds.some(({ state }) => state !== 'success'))

/** Everything that is under way comes to its end: hours pass, delayed calls and sweeps do their part. */
export async function settle(shop: TestShop): Promise<void> {
  shop.wechat.pay.setFaults({})
  await passTime(shop, 4 * 60)
  // what was refunded in the last of these hours is on its way
  for (let hours = 0; hours < 24 && isUnderWay(shop); hours++) await passTime(shop, 60)
}

/**
 * What the auditor says, and at the end also what WeChat Pay says of each order's money: while things are under way, a
 * payment may be made of which we have not heard.
 */
export function faultsIn(shop: TestShop, at: 'end' | 'underWay' = 'end'): string[] {
  const books = booksOf((name) => shop.rows(name), shop.now())
  if (at === 'underWay') return audit(books)
  const money = books.orders.flatMap((o) => {
    const trade = shop.wechat.pay.trade(o._id)
    const took = trade?.transactionId ? trade.totalFen : 0
    const gaveBack = trade?.refunds.reduce((sum, refund) => sum + refund.refundFen, 0) ?? 0
    const ended = o.state === 'closed' || o.state === 'refunded'
    const unpaid = o.state === 'pendingPay' || o.state === 'closing'
    const wrong: string[] = []
    if (gaveBack !== o.refundedFen)
      wrong.push(`${o._id}: WeChat gave back ${gaveBack}, it says ${o.refundedFen}`)
    if (ended && took !== gaveBack) wrong.push(`${o._id} is ${o.state}, and ${took - gaveBack} fen stayed`)
    if (!ended && !unpaid && took !== o.payFen)
      wrong.push(`${o._id} is ${o.state}: ${took} of ${o.payFen} fen came`)
    return wrong
  })
  return [...audit(books), ...money]
}
