import type { OrderRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import { dueAtOf } from './due'
import { attendAt } from './payment'

/** Asks to be called when an order next needs something; not for what the sweep is good enough for. */
export async function callAgain(order: OrderRow, ctx: CloudCtx): Promise<void> {
  const dueAt = dueAtOf(order, 'calls')
  if (dueAt !== undefined) await attendAt(order._id, dueAt, ctx)
}
