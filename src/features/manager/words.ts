import type { Way } from '@shared/catalogue/contract'
import { distanceText } from '@shared/catalogue/distance'
import {
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  shopClock,
  shopDateTime,
  shopDay,
  shopDayStart,
  type Instant,
} from '@shared/kernel/time'
import type { AheadDay, BoardOrder } from '@shared/manager/contract'
import type { Role } from '@shared/members/contract'
import { STATE_LABELS } from '@shared/orders/can'
import type { OrderSlot, OrderState } from '@shared/orders/contract'

/** 6 分钟, 3 小时, 2 天. */
function spanText(minutes: number): string {
  if (minutes < 60) return `${minutes} 分钟`
  if (minutes < DAY_MS / MINUTE_MS) return `${Math.floor(minutes / 60)} 小时`
  return `${Math.floor((minutes * MINUTE_MS) / DAY_MS)} 天`
}
const minutesSince = (since: Instant, now: Instant) => Math.max(0, Math.floor((now - since) / MINUTE_MS))
const minutesUntil = (at: Instant, now: Instant) => Math.max(0, Math.ceil((at - now) / MINUTE_MS))

export type Age = { readonly text: string; readonly late: boolean }

/** How long a customer has waited, as the counter says it. */
export function ageOf(since: Instant, now: Instant): Age {
  const minutes = minutesSince(since, now)
  if (minutes < 1) return { text: '刚刚', late: false }
  if (minutes < 60) return { text: `等了 ${minutes} 分钟`, late: minutes >= 10 }
  return { text: `${shopClock(since)} 下单`, late: true }
}

/** How long a delivery is on its way; late when somebody must have forgotten to mark that it arrived. */
export function rideAge(since: Instant, now: Instant): Age {
  const minutes = minutesSince(since, now)
  if (minutes < 1) return { text: '刚出发', late: false }
  return { text: `在路上 ${spanText(minutes)}`, late: minutes >= 60 }
}

/** A pre-order is not waited for: what counts is how long it still is until it is handed out. */
export function slotAge(at: Instant, now: Instant): Age {
  if (now >= at) return { text: `过了 ${spanText(minutesSince(at, now))}`, late: true }
  if (at - now > 2 * HOUR_MS) return { text: '', late: false }
  const minutes = minutesUntil(at, now)
  return { text: `还有 ${spanText(minutes)}`, late: minutes <= 10 }
}

/** 今天, 明天, 后天, or 11月25日. */
export function dayWord(at: Instant, now: Instant): string {
  const ahead = ['今天', '明天', '后天'].find((_, days) => shopDay(now + days * DAY_MS) === shopDay(at))
  if (ahead !== undefined) return ahead
  const [month = '', day = ''] = shopDateTime(at).slice(5, 10).split('-')
  return `${Number(month)}月${Number(day)}日`
}

/** 明天 12 单: a later day's pre-orders. */
export const aheadText = ({ day, orders }: AheadDay, now: Instant) =>
  `${dayWord(shopDayStart(day), now)} ${orders} 单`

/** 明天 07:20 */
export const momentText = (at: Instant, now: Instant) => `${dayWord(at, now)} ${shopClock(at)}`

/** 明天 07:20 · 3 号宿舍楼下 */
export const slotText = (slot: OrderSlot, now: Instant) => `${momentText(slot.at, now)} · ${slot.pointName}`

/** Told a second time, and still nobody has accepted it. */
export const isUrgent = (order: Pick<BoardOrder, 'state' | 'remindedAt'>): boolean =>
  order.state === 'paid' && order.remindedAt !== null

/** 已等 6 分钟，再过 9 分钟会自动退款; '' while it is not urgent. */
export function urgentWords(order: BoardOrder, now: Instant): string {
  if (!isUrgent(order)) return ''
  const waited = `已等 ${spanText(minutesSince(order.paidAt ?? order.placedAt, now))}`
  if (order.acceptBefore === null) return waited
  if (now >= order.acceptBefore) return `${waited}，正在自动退款`
  return `${waited}，再过 ${spanText(minutesUntil(order.acceptBefore, now))}会自动退款`
}

const READY_NOTICE: Readonly<Record<BoardOrder['notice'], string>> = {
  none: '',
  noConsent: '顾客没有订阅通知，请叫号',
  asked: '已发取餐通知给顾客',
  failed: '通知没有送到，请叫号',
}
/** What became of the message that it is ready; '' when there is nothing to say. Nobody is called for a delivery. */
export const noticeOf = ({ state, way, notice }: Pick<BoardOrder, 'state' | 'way' | 'notice'>): string =>
  state === 'ready' && way !== 'delivery' ? READY_NOTICE[notice] : ''

/** Why an order is refused; the customer reads these words. */
export const REFUSE_REASONS = [
  '商品卖完了',
  '店里太忙，来不及做',
  '门店临时打烊',
  '已和你电话沟通取消',
] as const
/** Why something is given back; the customer reads these words. */
export const REFUND_REASONS = [
  '漏做了',
  '做错了',
  '洒了或破损',
  '商品卖完了',
  '等太久了',
  '和你商量好的',
] as const
export const REASON_MAX = 30

const WAYS: Readonly<Record<Way, string>> = {
  pickup: '自取',
  dineIn: '堂食',
  delivery: '外送',
  preorder: '预订',
}
/** Where it is taken: 自取, 堂食 · A3 桌, 外送 · 1.2 km, 预订. */
export function wayOf(order: Pick<BoardOrder, 'way' | 'table' | 'destination'>): string {
  const { way, table, destination } = order
  if (way === 'dineIn' && table !== null) return `${WAYS.dineIn} · ${table} 桌`
  if (way === 'delivery' && destination !== null)
    return `${WAYS.delivery} · ${distanceText(destination.distanceM)}`
  return WAYS[way]
}

/** What an order is, as the counter says it: a delivery that is ready waits for its rider, a pre-order for its time. */
export function stateLabel({ state, way }: { readonly state: OrderState; readonly way: Way }): string {
  if (way === 'delivery' && state === 'ready') return '待配送'
  if (way === 'delivery' && state === 'done') return '已送达'
  if (way === 'preorder' && state === 'making') return '已接单'
  return state === 'paid' ? '待接单' : STATE_LABELS[state]
}

/** 林小满 → 林**: enough to call a name at a door, not enough to note it down. */
export function maskName(name: string): string {
  const [first = '', ...rest] = name
  return first + '*'.repeat(Math.min(2, rest.length))
}

export const ROLE_WORDS: Readonly<Record<Role, string>> = { owner: '店主', manager: '店长', clerk: '店员' }

/** The pre-orders of a store's later day. */
export const aheadPath = (storeId: string, day: string): string =>
  `/features/manager/pages/ahead/index?storeId=${storeId}&day=${day}`

/** The counter's page of a store. */
export const boardPath = (storeId: string): string =>
  `/features/manager/pages/orders/index?storeId=${storeId}`
