import { create } from 'zustand'
import type { Instant } from '@shared/kernel/time'
import type { InputOf, OutputOf } from '@shared/kernel/action'
import type { get, OrderView, requestInvoice } from '@shared/orders/contract'
import { customerRefreshAfterMs } from '@shared/orders/refresh'
import { ORDER_SENTENCES } from '@shared/orders/sentences'
import { couponReturned, meMoved } from '@/features/members'
import { cloudNow } from '@/platform/clock'
import { pay as paySheet } from '@/platform/pay'
import { sentence } from '@/platform/refusals'
import { api } from './api'

type Failed = { readonly code: string; readonly sentence: string; readonly requestId: string }
type Refreshed = OutputOf<typeof get>
type Queue = Refreshed['queue']
type State = {
  readonly orderId: string
  readonly order: OrderView | null
  /** While it is waited for: units of goods before it, and when it should be ready. */
  readonly queue: Queue
  readonly failed: Failed | null
  /** The page's own refreshes since the state last changed, or since the customer looked or pulled. */
  readonly nth: number
  /** When to ask again by itself: ms after `heardAt`, null: not any more. */
  readonly refreshAfterMs: number | null
  readonly heardAt: Instant
  /** WeChat's pay sheet said paid; the cloud has not heard of it yet. */
  readonly confirming: boolean
}

const START = {
  order: null,
  queue: null,
  failed: null,
  nth: 0,
  refreshAfterMs: null,
  heardAt: 0,
  confirming: false,
} as const
/** A link without an order's id. */
const NO_ORDER = {
  code: 'ORDER_NOT_FOUND',
  sentence: ORDER_SENTENCES.ORDER_NOT_FOUND,
  requestId: '',
} as const

export const useOrder = create<State>(() => ({ orderId: '', ...START }))
const { getState, setState: put } = useOrder

/** Turns to an order. What is known of another one is put away; `putOrder` may have brought this one already. */
export function turnToOrder(orderId: string): void {
  if (getState().orderId !== orderId) put({ orderId, ...START })
  if (orderId === '') put({ failed: NO_ORDER })
}

/** Takes an order that some reply brought: the page shows it without asking. */
export function putOrder(order: OrderView): void {
  put({ orderId: order.id, ...START, order })
}

/** The pay sheet closed with success: until the cloud hears of it, the page says so. */
export const confirmPayment = () => put({ confirming: true, nth: 0 })

/** What it held came back: it was never paid, or it was given up before anybody made it. */
const gaveBack = ({ state, acceptedAt }: OrderView) =>
  state === 'closed' || ((state === 'refunding' || state === 'refunded') && acceptedAt === null)

/** The cloud's null ends the asking; the pace and its bound are the shared rule's. */
function show({ order, queue, refreshAfterMs }: Refreshed, by: 'own' | 'hand'): void {
  const was = getState()
  const moved = was.order?.state !== order.state
  const nth = by === 'hand' || moved ? 0 : was.nth + 1
  const now = cloudNow()
  if (gaveBack(order)) couponReturned(order.id)
  if (was.order !== null && (moved || was.order.refunds.length !== order.refunds.length)) meMoved()
  put({
    order,
    queue,
    failed: null,
    nth,
    heardAt: now,
    refreshAfterMs: refreshAfterMs === null ? null : customerRefreshAfterMs(order, now, nth),
    confirming: was.confirming && order.state === 'pendingPay',
  })
}

// A tap's answer is newer than a refresh that was asked before it.
let asked = 0
// Questions on their way: the page doesn't ask by itself behind one.
let open = 0

/** Reads the order again. An answer that comes after the page turned elsewhere changes nothing. */
export async function refreshOrder(by: 'own' | 'hand'): Promise<void> {
  const { orderId } = getState()
  if (orderId === '') return
  if (by === 'own' && open > 0) return
  const mine = ++asked
  open++
  const answer = await api.get(orderId)
  open--
  if (mine !== asked || getState().orderId !== orderId) return
  if (answer.ok) return show(answer.data, by)
  const failed = {
    code: answer.code,
    sentence: sentence(answer, ORDER_SENTENCES),
    requestId: answer.requestId,
  }
  const { order, nth } = getState()
  const now = cloudNow()
  const again = order === null ? null : customerRefreshAfterMs(order, now, nth + 1)
  put({ failed, heardAt: now, nth: nth + 1, refreshAfterMs: again })
}

/** 继续支付. Answers a sentence when there is something to say. */
export async function payOrder(): Promise<string | null> {
  const { orderId } = getState()
  asked++
  const answer = await api.pay(orderId)
  if (!answer.ok) {
    await refreshOrder('hand')
    return sentence(answer, ORDER_SENTENCES)
  }
  if (getState().orderId !== orderId) return null
  put({ order: answer.data.order })
  if (answer.data.payment !== null) {
    const result = await paySheet(answer.data.payment)
    if (getState().orderId !== orderId) return null
    if (result.kind === 'cancelled') return '还没有支付，订单先替你留着'
    if (result.kind === 'failed') return `支付没有成功：${result.message}`
    confirmPayment()
  }
  await refreshOrder('hand')
  return null
}

/** The customer gives up an unpaid order. */
export async function cancelOrder(): Promise<string | null> {
  const { orderId } = getState()
  asked++
  const answer = await api.cancel(orderId)
  if (getState().orderId !== orderId) return null
  if (answer.ok) {
    show(answer.data, 'hand')
    return '订单已取消'
  }
  await refreshOrder('hand')
  return sentence(answer, ORDER_SENTENCES)
}

/** 申请退款: the customer gives up a paid order that nobody has accepted. Answers a sentence. */
export async function refundOrder(): Promise<string | null> {
  const { orderId } = getState()
  asked++
  const answer = await api.refund(orderId)
  if (getState().orderId !== orderId) return null
  if (answer.ok) {
    show(answer.data, 'hand')
    return '已申请退款'
  }
  await refreshOrder('hand')
  return sentence(answer, ORDER_SENTENCES)
}

/** 确认收到: the customer has their delivery. Answers a sentence. */
export async function receiveOrder(): Promise<string | null> {
  const { orderId } = getState()
  asked++
  const answer = await api.confirmReceipt(orderId)
  if (getState().orderId !== orderId) return null
  if (answer.ok) {
    show(answer.data, 'hand')
    return '已确认收到'
  }
  await refreshOrder('hand')
  return sentence(answer, ORDER_SENTENCES)
}

/** What is wrong with an invoice, at the field it is about; `all`: the whole. */
export type InvoiceFault = { readonly field: 'title' | 'taxNo' | 'email' | 'all'; readonly sentence: string }
export type InvoiceDraft = Omit<InputOf<typeof requestInvoice>, 'orderId'>

const INVOICE_FIELDS: Readonly<Record<string, InvoiceFault['field']>> = {
  TAX_NO_NEEDED: 'taxNo',
  TEXT_REJECTED: 'title',
}

/** 开发票 for the order at hand. null: it is recorded. */
export async function askInvoice(draft: InvoiceDraft): Promise<InvoiceFault | null> {
  const { orderId } = getState()
  const answer = await api.requestInvoice({ orderId, ...draft })
  const { order } = getState()
  if (answer.ok) {
    if (order?.id === orderId) put({ order: { ...order, invoice: answer.data.invoice } })
    return null
  }
  return { field: INVOICE_FIELDS[answer.code] ?? 'all', sentence: sentence(answer, ORDER_SENTENCES) }
}
