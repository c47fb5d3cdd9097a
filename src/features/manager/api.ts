import type { accept, board, handOver, ready, refuse, setPaused } from '@shared/manager/contract'
import { call } from '@/platform/cloud'

/** The manager room's only door to the cloud. */
export const api = {
  board: (storeId: string) => call<typeof board>('manager.board', { storeId }),
  accept: (storeId: string, orderId: string) => call<typeof accept>('manager.accept', { storeId, orderId }),
  ready: (storeId: string, orderId: string) => call<typeof ready>('manager.ready', { storeId, orderId }),
  handOver: (storeId: string, orderId: string) =>
    call<typeof handOver>('manager.handOver', { storeId, orderId }),
  refuse: (storeId: string, orderId: string, reason: string) =>
    call<typeof refuse>('manager.refuse', { storeId, orderId, reason }),
  setPaused: (storeId: string, paused: boolean) =>
    call<typeof setPaused>('manager.setPaused', { storeId, paused }),
}
