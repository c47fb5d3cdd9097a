import type { OrderRow } from '../../cloudfunctions/database/rows'
import type { Books, Rule } from './books'
import { hasBought, isUnpaid, sumOf, yes } from './orders'

const stockIdsOf = (o: OrderRow) =>
  Object.entries(o.stockHeld).map(([sku, units]) => [`${o.storeId}:${sku}:${o.stockDay}`, units] as const)

/** Units by document, over the orders that `counts` picks. */
function unitsBy(
  orders: readonly OrderRow[],
  counts: (o: OrderRow) => boolean,
  entries: (o: OrderRow) => readonly (readonly [string, number])[],
): Map<string, number> {
  const units = new Map<string, number>()
  for (const o of orders.filter(counts))
    for (const [id, n] of entries(o)) units.set(id, (units.get(id) ?? 0) + n)
  return units
}

/** Law 6, stock: nothing below zero, nothing made or lost, and what orders hold and bought is what the stock says. */
export const stockCounts: Rule = ({ orders, stock }) => {
  const held = unitsBy(orders, isUnpaid, stockIdsOf)
  const sold = unitsBy(orders, hasBought, stockIdsOf)
  const known = new Set(stock.map((row) => row._id))
  // past days are put away once nothing is held
  const missing = [...held.keys()]
    .filter((id) => !known.has(id))
    .map((id) => `${id} is held and has no document`)
  return [
    ...missing,
    ...stock.flatMap((row) => [
      ...yes(row.available < 0 || row.held < 0 || row.sold < 0, `${row._id} is below zero`),
      ...yes(row.available + row.held + row.sold !== row.supply, `${row._id}: stock was made or lost`),
      ...yes(
        row.held !== (held.get(row._id) ?? 0),
        `${row._id} holds ${row.held}, orders ${held.get(row._id) ?? 0}`,
      ),
      ...yes(
        row.sold !== (sold.get(row._id) ?? 0),
        `${row._id} sold ${row.sold}, orders ${sold.get(row._id) ?? 0}`,
      ),
      ...yes(
        (row.available === 0) !== (row.emptyOf === 'shop'),
        `${row._id} has ${row.available} left and says otherwise`,
      ),
    ]),
  ]
}

const slotIdsOf = (o: OrderRow) =>
  o.slot ? [[`${o.storeId}:${o.slot.day}:${o.slot.slotId}`, o.units] as const] : []

/** Law 6, slots: what orders hold and bought is what the slot says, and never more than it can take. */
export const slotCounts: Rule = (books) => {
  const { orders, slots } = books
  const held = unitsBy(orders, isUnpaid, slotIdsOf)
  const sold = unitsBy(orders, hasBought, slotIdsOf)
  return slots.flatMap((row) => [
    ...yes(row.held < 0 || row.sold < 0, `${row._id} is below zero`),
    ...yes(
      row.held !== (held.get(row._id) ?? 0),
      `${row._id} holds ${row.held}, orders ${held.get(row._id) ?? 0}`,
    ),
    ...yes(
      row.sold > (sold.get(row._id) ?? 0),
      `${row._id} sold ${row.sold}, orders ${sold.get(row._id) ?? 0}`,
    ),
    ...yes(row.held + row.sold > capacityOf(books, row), `${row._id} is overbooked`),
  ])
}

const capacityOf = ({ shop }: Books, { storeId, slotId }: { storeId: string; slotId: string }): number =>
  sumOf(
    (shop.stores[storeId]?.preorder?.slots ?? []).filter((slot) => slot.id === slotId),
    (slot) => slot.capacity,
  )
