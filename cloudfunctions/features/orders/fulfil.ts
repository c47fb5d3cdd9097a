import { addressText } from '@shared/addresses/address'
import { deliveryTo } from '@shared/catalogue/delivery'
import { openSlot } from '@shared/catalogue/slots'
import type { InputOf } from '@shared/kernel/action'
import type { Fen } from '@shared/kernel/money'
import { isRefused, refuse } from '@shared/kernel/refusal'
import { shopDay, type Instant } from '@shared/kernel/time'
import type { quote } from '@shared/orders/contract'
import type { StoreRow } from '../../database/rows'
import type { Addresses } from '../addresses'

/** What a customer asks for, coupons aside. */
export type BasketInput = Omit<InputOf<typeof quote>, 'coupons'>
/** What the way asks beyond the goods. */
type Asked = Pick<BasketInput, 'way' | 'addressId' | 'slot'>
type Facts = { readonly addresses: Addresses; readonly goodsFen: Fen; readonly now: Instant }

/** How the goods reach the customer: where to, or when and where, and what that costs. Reads nothing. */
export function fulfil(store: StoreRow, { way, addressId, slot }: Asked, facts: Facts) {
  if (way === 'delivery') return deliver(store, addressId, facts)
  const today = { day: shopDay(facts.now), deliveryFen: 0, destination: null, slot: null }
  return way === 'preorder' ? orderAhead(store, slot, facts.now) : today
}

/** ADDRESS_NEEDED also for one that is not (any more) in the caller's own book. */
function deliver(store: StoreRow, addressId: string | null, { addresses, goodsFen, now }: Facts) {
  if (!store.delivery) return refuse('WAY_NOT_OFFERED')
  const address = addresses.find(({ id }) => id === addressId)
  if (!address) return refuse('ADDRESS_NEEDED')
  const priced = deliveryTo(store, store.delivery, address, goodsFen)
  if (isRefused(priced)) return priced
  const { name, phone, lat, lng } = address
  const destination = { name, phone, address: addressText(address), lat, lng, distanceM: priced.distanceM }
  return { day: shopDay(now), deliveryFen: priced.feeFen, destination, slot: null }
}

function orderAhead(store: StoreRow, choice: Asked['slot'], now: Instant) {
  if (!store.preorder) return refuse('WAY_NOT_OFFERED')
  if (!choice) return refuse('SLOT_NEEDED')
  const slot = openSlot(store, choice, now)
  return slot ? { day: slot.day, deliveryFen: 0, destination: null, slot } : refuse('SLOT_CLOSED')
}
