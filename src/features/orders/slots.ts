import { create } from 'zustand'
import type { Instant } from '@shared/kernel/time'
import type { slots } from '@shared/orders/contract'
import type { OutputOf } from '@shared/kernel/action'
import { ORDER_SENTENCES } from '@shared/orders/sentences'
import { sentence } from '@/platform/refusals'
import { api } from './api'

/** A time at a point, as the cloud said it: how many units of goods it still takes. */
export type SlotView = OutputOf<typeof slots>['slots'][number]
export type SlotChoice = Pick<SlotView, 'day' | 'slotId'>

type State = {
  readonly storeId: string
  /** Soonest first; null until the cloud was heard. */
  readonly slots: readonly SlotView[] | null
  readonly failed: { readonly sentence: string; readonly requestId: string } | null
}

export const useSlots = create<State>(() => ({ storeId: '', slots: null, failed: null }))

let asked = 0

/** Asks what can be ordered ahead at a store. What is known of it stays until the answer; another store's goes. */
export async function loadSlots(storeId: string): Promise<void> {
  const mine = ++asked
  const was = useSlots.getState()
  useSlots.setState({ storeId, slots: was.storeId === storeId ? was.slots : null, failed: null })
  const answer = await api.slots(storeId)
  if (mine !== asked) return
  if (answer.ok) useSlots.setState({ slots: answer.data.slots })
  else
    useSlots.setState({
      failed: { sentence: sentence(answer, ORDER_SENTENCES), requestId: answer.requestId },
    })
}

export const isSlot = (slot: SlotChoice, { day, slotId }: SlotChoice): boolean =>
  slot.day === day && slot.slotId === slotId

/** Those whose cut-off has not come: the page may have been open for a while. `[…, cutoffAt)` */
export const stillOpen = (slots: readonly SlotView[], now: Instant): readonly SlotView[] =>
  slots.filter((slot) => now < slot.cutoffAt)

/**
 * The slot that is chosen by itself: the soonest that holds the order, where there is but one point. Between points the
 * customer chooses: nobody should wait at the wrong door.
 */
export function ownChoice(slots: readonly SlotView[], units: number): SlotView | null {
  const points = new Set(slots.map((slot) => slot.pointId))
  return points.size === 1 ? (slots.find((slot) => slot.left >= units) ?? null) : null
}
