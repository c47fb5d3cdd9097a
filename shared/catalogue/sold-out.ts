/**
 * How long a sku is off that staff switched off: for its day, after which nobody need switch it back (估清); or until
 * somebody does (长期停售).
 */
export type SwitchedOff = 'today' | 'lasting'
/** What is kept of it: the shop day that it is off, or true: lasting. Absent or false: on sale. */
export type OffMark = string | boolean

/** Whether a sku that carries this mark is off on a shop day, and for how long; null: to be had. */
export const switchedOff = (mark: OffMark | undefined, day: string): SwitchedOff | null =>
  mark === true ? 'lasting' : mark === day ? 'today' : null

/** Skus that are off on this day, of all that carry a mark. */
export const switchedOffOn = (marks: Readonly<Record<string, OffMark>>, day: string): string[] =>
  Object.keys(marks).filter((skuId) => switchedOff(marks[skuId], day) !== null)

/**
 * Sku ids that can't be had in a store on a day: switched off by staff, or counted down to nothing.
 * `usedUp` answers for counted skus alone: all others are unlimited.
 */
export function soldOutOf(
  store: {
    readonly soldOut: Readonly<Record<string, OffMark>>
    readonly daily: Readonly<Record<string, number>>
  },
  day: string,
  usedUp: (skuId: string) => boolean,
): string[] {
  const empty = Object.keys(store.daily).filter(usedUp)
  return [...new Set([...switchedOffOn(store.soldOut, day), ...empty])]
}
