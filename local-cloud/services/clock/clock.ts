import type { Instant } from '@shared/kernel/time'
import type { StateStore } from '../../state/store'

/** The cloud's time: the machine's, moved forward by an offset that survives restarts and reaches the functions. */
export type Clock = {
  now(): Instant
  /** How far the cloud is ahead of the machine, ms. */
  readonly offsetMs: number
  /** Shared with the function instances: their `Date` reads it on each call. */
  readonly shared: SharedArrayBuffer
  /** Moves time forward to `at` without firing anything; an earlier instant changes nothing. */
  jumpTo(at: Instant): void
}

/** `startAt`: what the clock says from now on, whatever was remembered (tests begin at a known instant). */
export function openClock(store: StateStore, startAt?: Instant): Clock {
  const space = store.space<number>('clock')
  const shared = new SharedArrayBuffer(8)
  const cell = new Float64Array(shared)
  const machine = () => Date.now()
  cell[0] = startAt === undefined ? (space.get('offsetMs') ?? 0) : startAt - machine()
  if (startAt !== undefined) space.set('offsetMs', cell[0])
  const offset = () => cell[0] ?? 0
  return {
    now: () => machine() + offset(),
    get offsetMs() {
      return offset()
    },
    shared,
    jumpTo(at) {
      const offsetMs = at - machine()
      if (offsetMs <= offset()) return
      cell[0] = offsetMs
      space.set('offsetMs', offsetMs)
    },
  }
}
