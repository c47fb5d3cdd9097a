import type { Way } from '@shared/catalogue/contract'
import type { StoreDraft } from '@shared/stores/contract'

const ORDER: readonly Way[] = ['pickup', 'dineIn', 'delivery', 'preorder']

/** The ways with one switched on or off, in the order in which they are shown. */
export const withWay = (ways: readonly Way[], way: Way, on: boolean): Way[] =>
  ORDER.filter((w) => (w === way ? on : ways.includes(w)))

/** What a shop that begins to deliver finds filled in. */
export const FIRST_DELIVERY: NonNullable<StoreDraft['delivery']> = {
  radiusM: 3000,
  minimumFen: 2000,
  bands: [
    { toM: 1000, feeFen: 300 },
    { toM: 3000, feeFen: 500 },
  ],
  freeFromFen: null,
  minutes: 30,
}
export const FIRST_FREE_FROM_FEN = 5000
export const FIRST_PREORDER: NonNullable<StoreDraft['preorder']> = { daysAhead: 1, points: [], slots: [] }

/** A name for something that has no id yet: the cloud gives one, slots name their new point by it until then. */
export function placeholderId(prefix: string, taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map((x) => x.id))
  for (let n = 1; ; n++) if (!ids.has(`${prefix}${n}`)) return `${prefix}${n}`
}
