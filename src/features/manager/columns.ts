import { HOUR_MS, type Instant } from '@shared/kernel/time'
import type { BoardOrder } from '@shared/manager/contract'
import type { OrderState } from '@shared/orders/contract'
import { type Batch, batchesOf } from './batches'
import { isUrgent } from './words'

export type Column = Extract<OrderState, 'paid' | 'making' | 'ready' | 'delivering'>
export const COLUMNS: readonly { readonly id: Column; readonly label: string }[] = [
  { id: 'paid', label: '待接单' },
  { id: 'making', label: '制作中' },
  { id: 'ready', label: '待取餐' },
]
/** Only for a store that delivers, and where one is on its way. */
export const ON_ITS_WAY = { id: 'delivering', label: '配送中' } as const

export const NOTHING: Readonly<Record<Column, { title: string; hint: string }>> = {
  paid: { title: '没有等着接的单', hint: '新订单会自己出现，并响铃提醒' },
  making: { title: '没有在做的单', hint: '接单后会到这里' },
  ready: { title: '没有等着取的单', hint: '做好叫号后会到这里' },
  delivering: { title: '没有在路上的单', hint: '出发配送后会到这里' },
}

/** What one column shows, from top to bottom. */
export type Shown = {
  /** Nobody has accepted them, though they were called out twice: the first to be refunded on top. */
  readonly urgent: readonly BoardOrder[]
  /** Pre-orders handed out within the hour, or overdue. */
  readonly soon: readonly Batch[]
  readonly plain: readonly BoardOrder[]
  readonly later: readonly Batch[]
}
const SOON_MS = HOUR_MS

/** The orders of a column in the order in which they want hands. `orders` are the oldest first. */
export function columnOf(orders: readonly BoardOrder[], column: Column, now: Instant): Shown {
  const its = orders.filter((o) => o.state === column)
  const calm = its.filter((o) => !isUrgent(o))
  const batches = batchesOf(calm)
  const isSoon = ({ slot }: Batch) => slot.at <= now + SOON_MS
  return {
    urgent: its.filter(isUrgent).sort((a, b) => (a.acceptBefore ?? 0) - (b.acceptBefore ?? 0)),
    soon: batches.filter(isSoon),
    plain: calm.filter((o) => o.slot === null),
    later: batches.filter((batch) => !isSoon(batch)),
  }
}
