import { openSlots } from '@shared/catalogue/slots'
import { refuse } from '@shared/kernel/refusal'
import type { slots } from '@shared/orders/contract'
import type { UseCase } from '../../platform/router'
import { readShop } from '../catalogue'
import { rememberShop } from './shop-settings'
import { leftOf, slotDocId, slotRows } from './slot-repository'

/** Two weeks of a slot every few minutes of the morning; beyond it the latest are not offered. */
const MOST_SLOTS = 300

/** What can be ordered ahead at a store, with what is left of it. Reads the shop, and the slots if any is open. */
export const listSlots: UseCase<typeof slots> = async ({ storeId }, ctx) => {
  const { stores } = rememberShop(await readShop(ctx.db), ctx)
  const store = Object.hasOwn(stores, storeId) ? stores[storeId] : undefined
  if (!store) return refuse('STORE_NOT_FOUND')
  const offered = store.ways.includes('preorder') ? openSlots(store, ctx.now).slice(0, MOST_SLOTS) : []
  const rows = await slotRows(ctx.db, storeId, offered)
  return {
    slots: offered.map((slot) => ({
      slotId: slot.slotId,
      pointId: slot.point.id,
      day: slot.day,
      at: slot.at,
      cutoffAt: slot.cutoffAt,
      left: leftOf(slot, rows.get(slotDocId(storeId, slot))),
    })),
  }
}
