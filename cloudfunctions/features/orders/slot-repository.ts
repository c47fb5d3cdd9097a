import type { OpenSlot } from '@shared/catalogue/slots'
import type { SlotRow } from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import { inc, lt, oneOf } from '../../platform/query'

/** Which slot of which store and day. */
export type SlotKey = { readonly day: string; readonly slotId: string }
export const slotDocId = (storeId: string, { day, slotId }: SlotKey): string => `${storeId}:${day}:${slotId}`

const taken = (row: SlotRow | null | undefined): number => (row ? row.held + row.sold : 0)
/** Units that a slot still takes; never below zero, though its capacity may have been lowered. */
export const leftOf = ({ capacity }: Pick<OpenSlot, 'capacity'>, row: SlotRow | null | undefined): number =>
  Math.max(0, capacity - taken(row))

/** A slot's document comes into being with its first unit; until then nothing of it is taken. */
export function slotRepository(db: TxDb) {
  const slots = db.table<SlotRow>('slots')
  return {
    row: (storeId: string, slot: SlotKey): Promise<SlotRow | null> => slots.get(slotDocId(storeId, slot)),
    /** Takes units that the slot has: held, or sold at once when nothing is to be paid. `row` is as it was read. */
    take(
      row: SlotRow | null,
      storeId: string,
      { day, slotId }: SlotKey,
      units: number,
      into: 'held' | 'sold',
    ) {
      if (row) return slots.update(row._id, { [into]: inc(units) })
      const _id = slotDocId(storeId, { day, slotId })
      return slots.add({ _id, storeId, day, slotId, held: 0, sold: 0, [into]: units })
    },
    sell: (id: string, units: number) => slots.update(id, { held: inc(-units), sold: inc(units) }),
    release: (id: string, units: number) => slots.update(id, { held: inc(-units) }),
    takeBack: (id: string, units: number) => slots.update(id, { sold: inc(-units) }),
  }
}

/** What is taken of these slots of a store, by document id, in one read; those without a document are missing. */
export async function slotRows(
  db: Db,
  storeId: string,
  slots: readonly SlotKey[],
): Promise<Map<string, SlotRow>> {
  if (slots.length === 0) return new Map()
  const ids = slots.map((slot) => slotDocId(storeId, slot))
  const rows = await db.table<SlotRow>('slots').find({ where: { _id: oneOf(ids) }, limit: ids.length })
  return new Map(rows.map((row) => [row._id, row]))
}

/** Forgets the slots of days before this one, except what an order still holds: one write. Answers how many. */
export const forgetPastSlots = (db: Db, today: string): Promise<number> =>
  db.table<SlotRow>('slots').removeAll({ day: lt(today), held: 0 })
