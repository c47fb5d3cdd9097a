import type { InputOf } from '@shared/kernel/action'
import type { ticket } from '@shared/manager/contract'
import type { alerts, invoices, issueInvoice, putAwayAlert } from '@shared/manager/office-contract'
import { call } from '@/platform/cloud'

/** The door of invoices, alerts and tickets to the cloud. */
export const api = {
  invoices: (storeId: string, before: number | null) =>
    call<typeof invoices>('manager.invoices', { storeId, before }),
  issueInvoice: (input: InputOf<typeof issueInvoice>) =>
    call<typeof issueInvoice>('manager.issueInvoice', input),
  alerts: (storeId: string) => call<typeof alerts>('manager.alerts', { storeId }),
  putAwayAlert: (storeId: string, alertId: string) =>
    call<typeof putAwayAlert>('manager.putAwayAlert', { storeId, alertId }),
  ticket: (storeId: string, orderId: string) => call<typeof ticket>('manager.ticket', { storeId, orderId }),
}
