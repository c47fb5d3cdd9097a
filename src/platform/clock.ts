import type { Instant } from '@shared/kernel/time'

let aheadMs = 0

/** The cloud's clock as this phone last heard it. Countdowns and opening hours go by it, not by the phone's own. */
export const cloudNow = (): Instant => Date.now() + aheadMs

/** Takes the cloud's clock from a reply. */
export function heardClock(now: Instant): void {
  aheadMs = now - Date.now()
}
