import { ReconcileTask } from '@shared/manager/office-contract'
import { DAY_MS, SECOND_MS, shopDay, shopDayStart } from '@shared/kernel/time'
import type { AlertRow, OrderRow, ReconciliationRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import { onceADay, task } from '../../platform/tick'
import { ordersPlacedFrom } from '../orders'
import { comparePayment, type Compared } from './compare-payment'
import { reconciliationRepository, reconciliationsSince } from './reconciliation-repository'

/** By then WeChat itself has closed its books of yesterday. */
const TEN = 10 * 60
/** Days that are made up for, should the function not have run. */
const DAYS_BACK = 3
/** So many orders at a call: well within its 60 seconds, however slowly WeChat answers. */
const PAGE = 100
const AT_ONCE = 5
const NEXT_PAGE_MS = 10 * SECOND_MS

/** Once a day: yesterday's orders, and those of the days before that were not finished. */
export const reconcileDays = onceADay('manager.reconcile', TEN, async (ctx) => {
  const days = Array.from({ length: DAYS_BACK }, (_, i) => shopDay(ctx.now - (DAYS_BACK - i) * DAY_MS))
  const known = await reconciliationsSince(ctx.db, days[0] ?? '')
  for (const day of days) {
    const row = known.find(({ _id }) => _id === day)
    if (row?.from !== null) await reconcilePage(day, row, ctx)
  }
})

/** The pages after a day's first. */
export const reconcileTask = task(ReconcileTask, async ({ day }, ctx) => {
  const row = await reconciliationRepository(ctx.db).day(day)
  if (row && row.from !== null) await reconcilePage(day, row, ctx)
})

/**
 * Compares a day's next orders and writes what differs, with how far it came, in one transaction: a page that is done
 * twice is written once, and a crash leaves the page to be done again.
 */
async function reconcilePage(
  day: string,
  known: ReconciliationRow | undefined,
  ctx: CloudCtx,
): Promise<void> {
  const start = shopDayStart(day)
  const from = known?.from ?? start
  const found = await ordersPlacedFrom(ctx.db, from, PAGE + 1)
  const rows = found.filter(({ placedAt }) => placedAt < start + DAY_MS)
  const { page, next } = pageOf(rows)
  const compared = await compareAll(page, ctx)
  const differences = page.flatMap((order, i) =>
    (compared[i]?.differences ?? []).map((d) => alertOf(day, order, d)),
  )
  const unanswered = compared.filter((c) => c.unanswered).length
  const written = await write(day, { from, next, page: page.length, unanswered, differences }, ctx)
  if (differences.length > 0) ctx.log('error', 'manager.booksDiffer', { day, differences })
  if (written && next !== null) await ctx.tasks.later({ task: 'manager.reconcile', day }, NEXT_PAGE_MS)
}

/** A page, and where the next begins: orders of one instant are never parted. */
function pageOf(rows: readonly OrderRow[]): { page: readonly OrderRow[]; next: number | null } {
  const over = rows[PAGE]
  if (!over) return { page: rows, next: null }
  const whole = rows.slice(0, PAGE).filter(({ placedAt }) => placedAt < over.placedAt)
  return whole.length > 0
    ? { page: whole, next: over.placedAt }
    : { page: rows.slice(0, PAGE), next: over.placedAt + 1 }
}

async function compareAll(orders: readonly OrderRow[], ctx: CloudCtx): Promise<Compared[]> {
  const compared: Compared[] = []
  for (let i = 0; i < orders.length; i += AT_ONCE)
    compared.push(
      ...(await Promise.all(orders.slice(i, i + AT_ONCE).map((order) => comparePayment(order, ctx)))),
    )
  return compared
}

const alertOf = (day: string, order: OrderRow, difference: Compared['differences'][number]): AlertRow => ({
  id: `${day}:${order._id}:${difference.kind}`,
  day,
  orderId: order._id,
  storeId: order.storeId,
  pickupCode: order.pickupCode,
  ...difference,
})

type Page = {
  readonly from: number
  readonly next: number | null
  readonly page: number
  readonly unanswered: number
  readonly differences: readonly AlertRow[]
}
/** False when another call has written this page meanwhile. */
function write(day: string, done: Page, ctx: CloudCtx): Promise<boolean> {
  return ctx.tx(async (db) => {
    const books = reconciliationRepository(db)
    const row = await books.day(day)
    if (row && row.from !== done.from) return false
    await books.put({
      _id: day,
      from: done.next,
      compared: (row?.compared ?? 0) + done.page,
      unanswered: (row?.unanswered ?? 0) + done.unanswered,
      differences: [...(row?.differences ?? []), ...done.differences],
    })
    for (const storeId of new Set(done.differences.map((alert) => alert.storeId)))
      await books.show(
        storeId,
        done.differences.filter((alert) => alert.storeId === storeId),
      )
    return true
  })
}
