import { useEffect, useMemo, useState } from 'react'
import type { Address } from '@shared/addresses/contract'
import type { Store, Way } from '@shared/catalogue/contract'
import { currentAddress, loadAddresses, needAddresses, useAddresses } from '@/features/addresses'
import { useShop } from '@/features/catalogue'
import { cloudNow } from '@/platform/clock'
import { useCheckout } from './checkout'
import { isSlot, loadSlots, ownChoice, stillOpen, useSlots, type SlotChoice, type SlotView } from './slots'

/** What the checkout knows of how the order reaches the customer. */
export type CheckoutWay = {
  readonly way: Way
  /** Units of goods that a slot must hold. */
  readonly units: number
  /** Where a delivery goes; null: none yet. */
  readonly address: Address | null
  /** The slot of a pre-order; null: none yet. */
  readonly slot: SlotView | null
  /** What can still be booked; null until it is known. */
  readonly slots: readonly SlotView[] | null
  /** What became of the slot that was chosen before: it filled up, or its time ran out; null: nothing. */
  readonly lost: 'full' | 'closed' | null
  readonly pickSlot: (slot: SlotChoice) => void
}

/** The chosen way with what belongs to it: the address book is read for a delivery, the slots for a pre-order. */
export function useWay(store: Store | null, units: number): CheckoutWay {
  const way = useShop((s) => s.way)
  const address = useAddresses((s) => currentAddress(s, store))
  const [picked, pickSlot] = useState<SlotChoice | null>(null)
  const slots = useOpenSlots(store?.id ?? null, way)
  useBook(way)
  const found = picked === null ? undefined : slots?.find((slot) => isSlot(slot, picked))
  const slot = found ?? (picked === null && slots !== null ? ownChoice(slots, units) : null)
  const lost = useLost(slots, slot)
  return { way, units, address, slot, slots, lost, pickSlot }
}

/** Remembers the slot that was there: when it is gone, the card says so. */
function useLost(slots: readonly SlotView[] | null, slot: SlotView | null): CheckoutWay['lost'] {
  const [last, setLast] = useState<SlotView | null>(null)
  useEffect(() => {
    if (slot !== null) setLast(slot)
  }, [slot])
  if (slot !== null || slots === null || last === null) return null
  return slots.some((one) => isSlot(one, last)) ? 'full' : 'closed'
}

/** An address that the cloud doesn't know any more was removed on another phone: the book is read again. */
function useBook(way: Way): void {
  const unknown = useCheckout((s) => s.trouble?.code === 'ADDRESS_NEEDED')
  useEffect(() => {
    if (way === 'delivery') void (unknown ? loadAddresses() : needAddresses())
  }, [way, unknown])
}

/** The store's slots, asked when 预订 is chosen and when the cloud says that one is gone or full. */
function useOpenSlots(storeId: string | null, way: Way): readonly SlotView[] | null {
  const known = useSlots()
  const stale = useCheckout(({ trouble }) => trouble?.code === 'SLOT_FULL' || trouble?.code === 'SLOT_CLOSED')
  useEffect(() => {
    if (way === 'preorder' && storeId !== null) void loadSlots(storeId)
  }, [way, storeId])
  useEffect(() => {
    if (stale) void loadSlots(useSlots.getState().storeId)
  }, [stale])
  return useMemo(
    () => (known.storeId !== storeId || known.slots === null ? null : stillOpen(known.slots, cloudNow())),
    [known, storeId],
  )
}
