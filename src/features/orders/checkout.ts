import { create } from 'zustand'
import type { InputOf } from '@shared/kernel/action'
import type { OrderView, Payment, place, Quote } from '@shared/orders/contract'
import { ORDER_SENTENCES } from '@shared/orders/sentences'
import { couponsTaken } from '@/features/members'
import { newKey } from '@/platform/ids'
import { api } from './api'
import { basketName, type Basket } from './basket'
import { troubleOf, type Trouble } from './trouble'

type PlaceInput = InputOf<typeof place>
type State = {
  /** One per checkout: however often it is sent, it is one order. */
  readonly key: string
  /** The cloud's quote, and the basket it is for. */
  readonly quoted: { readonly name: string; readonly quote: Quote } | null
  readonly quoting: boolean
  readonly trouble: Trouble | null
  readonly placing: boolean
  /** The price rose while the customer looked at it: what was sent, and what it costs now. */
  readonly rose: { readonly sent: PlaceInput; readonly quote: Quote } | null
  /** Sent, and not known whether it arrived: only the very same may be sent again. */
  readonly unsure: PlaceInput | null
  /** It is placed: what follows (the pay sheet) doesn't belong to this checkout any more. */
  readonly done: boolean
}
/** What became of placing. `none`: nothing was placed, the state says why. */
export type Placing =
  | { readonly kind: 'placed'; readonly order: OrderView; readonly payment: Payment | null }
  /** The order stands, the payment could not be made: it can be paid from the order's page. */
  | { readonly kind: 'unpayable'; readonly orderId: string; readonly sentence: string }
  | { readonly kind: 'none' }

const fresh = (): State => ({
  key: newKey(),
  quoted: null,
  quoting: false,
  trouble: null,
  placing: false,
  rose: null,
  unsure: null,
  done: false,
})
export const useCheckout = create<State>(fresh)
const { getState: get, setState: put } = useCheckout

// Counts visits: what was asked on an earlier one is not shown on this one.
let visit = 0

/** The page opens. An order of which nobody knows whether it arrived is kept, so it can be sent again. */
export function openCheckout(): number {
  visit++
  if (get().unsure === null && !get().placing) put(fresh())
  return visit
}

/** The page was left: late answers change nothing on the screen. */
export function leaveCheckout(): void {
  visit++
  put({ quoting: false, rose: null })
}

/** Whether the page that asked is still there. */
export const stillHere = (asked: number): boolean => asked === visit

/** The basket is another one now: what was wrong with the old one is not said of it. */
export function forgetTrouble(): void {
  if (get().unsure === null && !get().placing) put({ trouble: null })
}

let lastQuote = 0
/** Asks the cloud what the basket costs. Only the answer to the last question counts. */
export async function quoteBasket(basket: Basket): Promise<void> {
  const [mine, asked] = [++lastQuote, visit]
  put({ quoting: true })
  const answer = await api.quote(basket)
  if (mine !== lastQuote || asked !== visit) return
  if (answer.ok)
    put({ quoting: false, trouble: null, quoted: { name: basketName(basket), quote: answer.data.quote } })
  else put({ quoting: false, trouble: troubleOf(answer) })
}

/** Whether this answer leaves open what happened: the same key must then be used again. */
const leavesOpen = (code: string) => code === 'OFFLINE' || code === 'INTERNAL'

/**
 * Places the order. A second call while one is on its way does nothing. After an unsure attempt it is that attempt
 * which is sent again, whatever `input` says: its key may have made an order already.
 */
export async function placeOrder(input: PlaceInput): Promise<Placing> {
  if (get().placing) return { kind: 'none' }
  const sent = get().unsure ?? input
  put({ placing: true, trouble: null, rose: null })
  const answer = await api.place(sent)
  if (answer.ok) {
    put({ ...fresh(), done: true })
    couponsTaken(sent.coupons, answer.data.order.id)
    return { kind: 'placed', ...answer.data }
  }
  if (answer.code === 'PAY_UNAVAILABLE') {
    put({ ...fresh(), done: true })
    couponsTaken(sent.coupons, answer.details.orderId)
    return { kind: 'unpayable', orderId: answer.details.orderId, sentence: ORDER_SENTENCES.PAY_UNAVAILABLE }
  }
  const unsure = leavesOpen(answer.code) ? sent : null
  if (answer.code === 'PRICE_ROSE')
    put({ placing: false, unsure, rose: { sent, quote: answer.details.quote } })
  else put({ placing: false, unsure, trouble: troubleOf(answer) })
  return { kind: 'none' }
}

/** The customer agrees to the new price. */
export async function placeAtNewPrice(): Promise<Placing> {
  const { rose } = get()
  if (rose === null) return { kind: 'none' }
  const { quote, sent } = rose
  return placeOrder({ ...sent, coupons: quote.couponIds, expectPayFen: quote.payFen })
}

/** The customer doesn't: the new price stays on the screen, nothing was placed. */
export function declineNewPrice(basket: Basket): void {
  const { rose } = get()
  if (rose !== null) put({ rose: null, quoted: { name: basketName(basket), quote: rose.quote } })
}
