/**
 * The frozen journey: one customer, one cup, one counter, with the refreshes both screens make to learn what the other
 * did. Steps are counted one by one, as the plan bills them.
 */
import type { OutputOf } from '@shared/kernel/action'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, startOfShopDay } from '@shared/kernel/time'
import type * as home from '@shared/home/contract'
import type * as manager from '@shared/manager/contract'
import type * as orders from '@shared/orders/contract'
import { zhou } from '../../local-cloud/seed/people'
import { listenToPay, type PayEvents } from '../builders/pay-events'
import { enter, get, post } from '../builders/shop-client'

export type Bill = {
  functionCalls: number
  databaseReads: number
  databaseWrites: number
  fileTransfers: number
  transactions: number
  openapi: number
  pay: number
}
export type Step = { readonly step: string; readonly billed: number; readonly bill: Bill }

/** What the plan counts; transaction begin/commit, openapi and pay calls are listed apart. */
export const billed = (b: Bill): number =>
  b.functionCalls + b.databaseReads + b.databaseWrites + b.fileTransfers

export const STORE = 'campus'

export const LATTE = {
  productId: 'latte',
  skuId: 'latte-l',
  qty: 1,
}

/** An order without points, address or slot. */
export const NO_EXTRAS = { usePoints: false, addressId: null, slot: null }

/** Plays the journey on a running, seeded local cloud whose customer is new, and returns its bill step by step. */
export async function playJourney(url: string): Promise<Step[]> {
  const steps: Step[] = []
  await pastTheSweep(url)
  const customer = await enter(url, 'oBenchJourney01')
  const owner = await enter(url, zhou.openid)
  const events = await listenToPay(url)
  await customer.call('members.join', {})
  const step = async <T>(name: string, act: () => Promise<T>): Promise<T> => {
    await post(`${url}/wechat/calls/reset`, {})
    const out = await act()
    const bill = await billOf(url)
    steps.push({ step: name, billed: billed(bill), bill })
    return out
  }
  const board = () => owner.call<OutputOf<typeof manager.board>>('manager.board', { storeId: STORE })
  const basket = { storeId: STORE, way: 'pickup', packagingId: 'cup', ...NO_EXTRAS }

  await step('owner: opens the board', board)
  const opened = await step('customer: opens the shop, menu included', () =>
    customer.call<OutputOf<typeof home.open>>('home.open', { knownMenu: null }),
  )
  const lines = [{ ...LATTE, choices: latteChoices(opened) }]
  const packagingId = opened.shop.packaging[0]?.id ?? basket.packagingId
  const { quote } = await step('customer: quote', () =>
    customer.call<OutputOf<typeof orders.quote>>('orders.quote', {
      ...basket,
      packagingId,
      lines,
      coupons: 'best',
    }),
  )
  const placed = await step('customer: places the order', () =>
    customer.call<OutputOf<typeof orders.place>>('orders.place', {
      ...basket,
      packagingId,
      lines,
      coupons: quote.couponIds,
      key: 'bench-journey-1',
      table: null,
      note: '',
      expectPayFen: quote.payFen,
      consents: { ORDER_READY: 'accept', ORDER_REFUNDED: 'accept' },
    }),
  )
  const orderId = placed.order.id
  const see = () => customer.call<OutputOf<typeof orders.get>>('orders.get', { orderId })
  const act = (action: string) => () =>
    owner.call<OutputOf<typeof manager.accept>>(action, { storeId: STORE, orderId })

  await consent(url, customer.openid, opened)
  await step('WeChat Pay: pays, callback', () => pay(url, events, placed))
  await step('customer: sees 已付', see)
  await step('owner: a refresh shows the order', board)
  await step('owner: accepts', act('manager.accept'))
  await step('customer: sees 制作中', see)
  await step('owner: ready, the customer is told', act('manager.ready'))
  await step('customer: sees 可取', see)
  await step('owner: hands over', act('manager.handOver'))
  await step('customer: sees 已完成', see)
  // five minutes for the reminder, and those in which people pay; the next sweep is far
  await step('cloud: the one delayed call finds it served', () =>
    post(`${url}/clock`, { advanceMs: 7 * MINUTE_MS }),
  )
  events.close()
  return steps
}

/** The latte as its card orders it by default, but 少冰 and 半糖. */
export function latteChoices({ menu }: OutputOf<typeof home.open>): string[] {
  const latte = menu?.products.find((p) => p.id === LATTE.productId)
  if (!latte) throw new Error('the demo menu has no latte')
  const wish = ['少冰', '半糖']
  return latte.options.flatMap(
    (group) => group.choices.find((c) => wish.includes(c.name))?.id ?? group.defaults,
  )
}

async function consent(url: string, openid: string, { shop }: OutputOf<typeof home.open>): Promise<void> {
  const answers = Object.fromEntries(Object.values(shop.templates).map((id) => [id, 'accept']))
  await post(`${url}/wechat/consents`, { openid, answers })
}

/** Pays on the sheet; resolves when the shop's function has answered WeChat Pay's callback. */
export async function pay(
  url: string,
  events: PayEvents,
  placed: OutputOf<typeof orders.place>,
): Promise<void> {
  const prepayId = placed.payment?.package.replace('prepay_id=', '')
  if (!prepayId) throw new Error('nothing to pay')
  await post(`${url}/wechat/pay/${prepayId}`, { action: 'confirm' })
  await events.notified(placed.order.id)
}

const advanceTo = (url: string, at: number) => post(`${url}/clock`, { at })

/** Moves the clock half a minute past the next half hour, so that no sweep falls into the journey; answers that half hour. */
async function pastTheSweep(url: string): Promise<number> {
  const { now } = await get<{ now: number }>(`${url}/clock`)
  const halfHour = Math.ceil(now / (30 * MINUTE_MS)) * 30 * MINUTE_MS
  await advanceTo(url, halfHour + 30 * SECOND_MS)
  return halfHour
}

/** What one turn of the slow sweep costs on an idle shop, by day: a few of the night's turns tidy up besides. */
export async function sweepBill(url: string): Promise<number> {
  const { now } = await get<{ now: number }>(`${url}/clock`)
  await advanceTo(url, startOfShopDay(now) + DAY_MS + 12 * HOUR_MS)
  const halfHour = await pastTheSweep(url)
  await post(`${url}/wechat/calls/reset`, {})
  await advanceTo(url, halfHour + 31 * MINUTE_MS)
  return billed(await billOf(url))
}

const billOf = (url: string) => get<Bill>(`${url}/wechat/calls`)
