import type { InputOf } from '@shared/kernel/action'
import type {
  cancel,
  confirmReceipt,
  get,
  list,
  pay,
  place,
  quote,
  refund,
  requestInvoice,
  slots,
} from '@shared/orders/contract'
import { call } from '@/platform/cloud'

/** The orders room's only door to the cloud. */
export const api = {
  quote: (basket: InputOf<typeof quote>) => call<typeof quote>('orders.quote', basket),
  /** Idempotent by its key: may be repeated after OFFLINE. */
  place: (input: InputOf<typeof place>) => call<typeof place>('orders.place', input),
  slots: (storeId: string) => call<typeof slots>('orders.slots', { storeId }),
  pay: (orderId: string) => call<typeof pay>('orders.pay', { orderId }),
  cancel: (orderId: string) => call<typeof cancel>('orders.cancel', { orderId }),
  /** Twice is the same as once: may be repeated after OFFLINE. */
  refund: (orderId: string) => call<typeof refund>('orders.refund', { orderId }),
  /** Twice is the same as once: may be repeated after OFFLINE. */
  confirmReceipt: (orderId: string) => call<typeof confirmReceipt>('orders.confirmReceipt', { orderId }),
  /** Sent again it replaces what was there. */
  requestInvoice: (input: InputOf<typeof requestInvoice>) =>
    call<typeof requestInvoice>('orders.requestInvoice', input),
  get: (orderId: string) => call<typeof get>('orders.get', { orderId }),
  /** `before`: the `placedAt` of the last one seen, null for the first page. */
  list: (before: number | null) => call<typeof list>('orders.list', { before }),
}
