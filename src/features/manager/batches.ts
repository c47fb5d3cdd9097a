import type { BoardOrder } from '@shared/manager/contract'
import type { OrderSlot } from '@shared/orders/contract'
import { unitsLeft } from '@shared/orders/refund'

/** So many of one dish, all orders of a batch together; what was given back is not made. */
export type BatchItem = {
  readonly name: string
  readonly units: number
  /** By how it is made, the most first; one with specText '' where there is nothing to choose. */
  readonly specs: readonly { readonly specText: string; readonly units: number }[]
}
/** The pre-orders that go to one place at one time. */
export type Batch = {
  readonly key: string
  readonly slot: OrderSlot
  readonly orders: readonly BoardOrder[]
  readonly units: number
  /** The most first. */
  readonly items: readonly BatchItem[]
}

const slotKey = ({ day, slotId, at, pointName }: OrderSlot) => [day, slotId, at, pointName].join(':')

/** Pre-orders by slot and point, the soonest first; orders without a slot are none of its business. */
export function batchesOf(orders: readonly BoardOrder[]): Batch[] {
  const bySlot = new Map<string, { slot: OrderSlot; orders: BoardOrder[] }>()
  for (const order of orders) {
    if (order.slot === null) continue
    const key = slotKey(order.slot)
    const batch = bySlot.get(key) ?? { slot: order.slot, orders: [] }
    batch.orders.push(order)
    bySlot.set(key, batch)
  }
  return [...bySlot]
    .map(([key, { slot, orders: its }]) => ({ key, slot, orders: its, ...makingsOf(its) }))
    .sort((a, b) => a.slot.at - b.slot.at || (a.key < b.key ? -1 : 1))
}

function makingsOf(orders: readonly BoardOrder[]): { units: number; items: BatchItem[] } {
  const byName = new Map<string, Map<string, number>>()
  for (const order of orders) {
    const left = unitsLeft(order)
    order.lines.forEach(({ name, specText }, line) => {
      const units = left[line] ?? 0
      if (units === 0) return
      const specs = byName.get(name) ?? new Map<string, number>()
      specs.set(specText, (specs.get(specText) ?? 0) + units)
      byName.set(name, specs)
    })
  }
  const items = [...byName].map(([name, specs]): BatchItem => {
    const bySpec = [...specs].map(([specText, units]) => ({ specText, units }))
    return { name, units: sum(bySpec), specs: bySpec.sort((a, b) => b.units - a.units) }
  })
  return { units: sum(items), items: items.sort((a, b) => b.units - a.units) }
}

const sum = (all: readonly { readonly units: number }[]) => all.reduce((n, { units }) => n + units, 0)
