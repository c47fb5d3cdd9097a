import type { Instant } from '@shared/kernel/time'
import type { history } from '@shared/points/contract'
import { call } from '@/platform/cloud'

/** The points room's only door to the cloud. */
export const api = {
  history: (before: Instant | null) => call<typeof history>('points.history', { before }),
}
