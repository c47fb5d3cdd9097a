/** Buyers at the demo shop's first store, over the wire as phones call it. */
import type { StockRow } from '../../cloudfunctions/database/rows'
import { stockId } from '../../cloudfunctions/features/catalogue'
import { post } from '../builders/shop-client'
import { LIMITED_SKU } from '../../local-cloud/seed/shop'

export const STORE = 'campus'
/** A day's croissants, of which so many are there. */
export const stockOf = (day: string, available: number): StockRow => ({
  _id: stockId(STORE, LIMITED_SKU, day),
  storeId: STORE,
  skuId: LIMITED_SKU,
  day,
  supply: available,
  available,
  held: 0,
  sold: 0,
})
export const croissant = { productId: 'croissant', skuId: LIMITED_SKU, choices: ['warm'], qty: 1 }
export const eggTarts = { productId: 'egg-tart', skuId: 'egg-tart-4', choices: ['warm'], qty: 1 }

export type Placed = {
  readonly order: { readonly id: string; readonly state: string; readonly payFen: number }
  readonly payment: { readonly package: string } | null
}
export type Reply<T = Placed> =
  { readonly ok: true; readonly data: T } | { readonly ok: false; readonly code: string }
type Wire<T> = { readonly result?: Reply<T>; readonly errMsg?: string }

export type Buyer = { call<T>(action: string, input: object): Promise<Reply<T>> }

export async function buyer(cloudUrl: string, openid: string): Promise<Buyer> {
  const { token } = await post<{ token: string }>(`${cloudUrl}/session`, { openid })
  return {
    async call<T>(action: string, input: object) {
      const answer = await post<Wire<T>>(`${cloudUrl}/functions/api`, { action, input }, token)
      if (!answer.result) throw new Error(answer.errMsg ?? 'no answer')
      return answer.result
    },
  }
}

/** A cloud that is still BUSY after so many answers is not busy but stuck. */
const MOST_BUSY = 20

/** An order as the checkout sends it; a BUSY cloud is asked again with the same key, as the phone does. */
export async function place(who: Buyer, over: object): Promise<Reply> {
  const input = {
    storeId: STORE,
    way: 'pickup',
    lines: [eggTarts],
    coupons: [],
    usePoints: false,
    addressId: null,
    slot: null,
    packagingId: 'own',
    table: null,
    note: '',
    expectPayFen: 1_000_000,
    consents: {},
    ...over,
  }
  for (let asked = 0; asked < MOST_BUSY; asked++) {
    const reply = await who.call<Placed>('orders.place', input)
    if (reply.ok || reply.code !== 'BUSY') return reply
  }
  throw new Error(`the cloud was BUSY ${MOST_BUSY} times in a row`)
}

export const prepayOf = (reply: Reply): string =>
  reply.ok ? (reply.data.payment?.package.replace('prepay_id=', '') ?? '') : ''

/** The person pays on the pay sheet. A payment that went through before, whatever the phone heard of it, is a payment. */
export async function confirmPayment(cloudUrl: string, prepayId: string): Promise<void> {
  const { ok, errMsg } = await post<{ ok: boolean; errMsg: string }>(`${cloudUrl}/wechat/pay/${prepayId}`, {
    action: 'confirm',
  })
  if (!ok && !errMsg.includes('已支付')) throw new Error(errMsg)
}

/** Runs `work` for each item, at most `width` at a time. */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items]
  const lane = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: width }, lane))
}
