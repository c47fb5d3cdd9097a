import { lastOf } from '@shared/kernel/lists'
import { create } from 'zustand'
import type { InvoiceView } from '@shared/manager/office-contract'
import { MANAGER_SENTENCES } from '@shared/manager/sentences'
import { sentence } from '@/platform/refusals'
import { api } from './api'

type Failed = { readonly code: string; readonly sentence: string; readonly requestId: string }
type State = {
  readonly storeId: string
  /** The latest first; null until the cloud was heard. */
  readonly invoices: readonly InvoiceView[] | null
  readonly more: boolean
  readonly loading: boolean
  readonly failed: Failed | null
}
const START: State = { storeId: '', invoices: null, more: false, loading: false, failed: null }

/** The invoices that customers of a store asked for. */
export const useInvoices = create<State>(() => START)
const { getState: get, setState: put } = useInvoices

// Only the last question's answer counts.
let asked = 0

async function load(before: number | null): Promise<void> {
  const { storeId } = get()
  const mine = ++asked
  put({ loading: true, failed: null })
  const answer = await api.invoices(storeId, before)
  if (mine !== asked) return
  if (!answer.ok) {
    const { code, requestId } = answer
    put({ loading: false, failed: { code, sentence: sentence(answer), requestId } })
    return
  }
  const earlier = before === null ? [] : (get().invoices ?? [])
  put({ invoices: [...earlier, ...answer.data.invoices], more: answer.data.more, loading: false })
}

/** Opens a store's list from the beginning. */
export function openInvoices(storeId: string): Promise<void> {
  if (get().storeId !== storeId) put({ ...START, storeId })
  return load(null)
}

/** The page behind the last one. */
export async function loadEarlierInvoices(): Promise<void> {
  const { invoices, more, loading } = get()
  const last = lastOf(invoices ?? [])
  if (more && !loading && last !== undefined) await load(last.askedAt)
}

const show = (invoice: InvoiceView) =>
  put({ invoices: get().invoices?.map((one) => (one.orderId === invoice.orderId ? invoice : one)) ?? null })

/** Marks one as written or not; null: done, else the sentence that says why not. */
export async function markIssued(invoice: InvoiceView, issued: boolean): Promise<string | null> {
  const { storeId } = get()
  const { orderId, askedAt } = invoice
  const answer = await api.issueInvoice({ storeId, orderId, askedAt, issued })
  if (get().storeId !== storeId) return null
  if (answer.ok) {
    show(answer.data.invoice)
    return null
  }
  if (answer.code === 'CHANGED_MEANWHILE') {
    show(answer.details.invoice)
    return '顾客刚刚改了抬头，已更新，请核对后再标记'
  }
  return sentence(answer, MANAGER_SENTENCES)
}
