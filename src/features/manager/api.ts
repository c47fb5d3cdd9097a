import type { InputOf } from '@shared/kernel/action'
import type {
  accept,
  acceptAll,
  ahead,
  board,
  deliver,
  handOver,
  handOverByCode,
  orders,
  ready,
  refund,
  refuse,
  setPaused,
} from '@shared/manager/contract'
import { call } from '@/platform/cloud'

/** The manager room's only door to the cloud. */
export const api = {
  board: (storeId: string) => call<typeof board>('manager.board', { storeId }),
  accept: (storeId: string, orderId: string) => call<typeof accept>('manager.accept', { storeId, orderId }),
  ahead: (storeId: string, day: string) => call<typeof ahead>('manager.ahead', { storeId, day }),
  /** Each order is judged by itself, and twice is the same as once: may be repeated after OFFLINE. */
  acceptAll: (storeId: string, orderIds: readonly string[]) =>
    call<typeof acceptAll>('manager.acceptAll', { storeId, orderIds: [...orderIds] }),
  ready: (storeId: string, orderId: string) => call<typeof ready>('manager.ready', { storeId, orderId }),
  deliver: (storeId: string, orderId: string) =>
    call<typeof deliver>('manager.deliver', { storeId, orderId }),
  handOver: (storeId: string, orderId: string) =>
    call<typeof handOver>('manager.handOver', { storeId, orderId }),
  handOverByCode: (storeId: string, code: string) =>
    call<typeof handOverByCode>('manager.handOverByCode', { storeId, code }),
  refuse: (storeId: string, orderId: string, reason: string) =>
    call<typeof refuse>('manager.refuse', { storeId, orderId, reason }),
  refund: (input: InputOf<typeof refund>) => call<typeof refund>('manager.refund', input),
  orders: (input: InputOf<typeof orders>) => call<typeof orders>('manager.orders', input),
  setPaused: (storeId: string, paused: boolean) =>
    call<typeof setPaused>('manager.setPaused', { storeId, paused }),
}
