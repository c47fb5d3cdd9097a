import type { Way } from '@shared/catalogue/contract'
import { MINUTE_MS, shopClock, shopDay, type Instant } from '@shared/kernel/time'
import { STATE_LABELS } from '@shared/orders/can'
import type { OrderState, OrderView } from '@shared/orders/contract'
import { whenWords } from '@/features/catalogue'

export type Step = {
  readonly name: string
  readonly at: string
  readonly reached: boolean
  readonly now: boolean
}
type Stage = { readonly name: string; readonly state: OrderState; readonly at: Instant | null }

const clock = (at: Instant | null) => (at === null ? '' : shopClock(at))

/** The stages of an order on its way, in their order; a delivery goes one farther. */
function stagesOf(order: OrderView): readonly Stage[] {
  const made: readonly Stage[] = [
    { name: '已付款', state: 'paid', at: order.paidAt },
    { name: order.way === 'preorder' ? '已接单' : '制作中', state: 'making', at: order.acceptedAt },
  ]
  if (order.way !== 'delivery') return [...made, { name: '可取餐', state: 'ready', at: order.readyAt }]
  return [
    ...made,
    { name: '配送中', state: 'delivering', at: order.deliveringAt },
    { name: '已送达', state: 'done', at: order.doneAt },
  ]
}

/** A state that is no stage of its own shows as the one before it: what is made and waits for its rider is 制作中. */
function stageState({ way, state }: OrderView): OrderState {
  if (way === 'delivery') return state === 'ready' ? 'making' : state
  return state === 'done' || state === 'delivering' ? 'ready' : state
}

/** The way of an order, each stage with its time; [] for an order that is not (any more) on it. */
export function stepsOf(order: OrderView): Step[] {
  const stages = stagesOf(order)
  const rank = stages.findIndex(({ state }) => state === stageState(order))
  if (rank < 0) return []
  return stages.map(({ name, at }, i) => ({ name, at: clock(at), reached: i <= rank, now: i === rank }))
}

/** What the customer is told the order is; what is made for a delivery waits for its rider, a pre-order for its time. */
export const stateLabel = ({ state, way }: { readonly state: OrderState; readonly way: Way }): string =>
  state === 'ready' && way === 'delivery'
    ? '待配送'
    : state === 'done' && way === 'delivery'
      ? '已送达'
      : state === 'making' && way === 'preorder'
        ? '已接单'
        : STATE_LABELS[state]

/** The sentence under the hero. */
export function stateWords(order: OrderView): string {
  switch (order.state) {
    case 'pendingPay':
      return '商品和优惠已为你留好'
    case 'paid':
      return order.way === 'preorder' ? '门店会在取餐前接单' : '门店马上接单'
    case 'making':
      return order.way === 'preorder' ? '门店已接单，到时间来取' : '正在为你制作'
    case 'ready':
      return readyWords(order)
    case 'delivering':
      return '已经出发，正在送来'
    case 'done':
      return order.closedReason === '' ? '谢谢光临，下次见' : order.closedReason
    case 'refunding':
    case 'refunded':
    case 'closing':
    case 'closed':
      return order.closedReason
  }
}

function readyWords({ way, table, slot }: OrderView): string {
  if (way === 'delivery') return '做好了，马上出发'
  if (way === 'preorder' && slot !== null) return `做好了，请到${slot.pointName}取`
  return way === 'dineIn' && table !== null ? '做好了，马上送到你桌上' : '做好了，请到柜台取餐'
}

/** An hour from now on the time of day says more than minutes. */
const LONG_MS = 60 * MINUTE_MS

/** What happens to a paid order that nobody accepts; '' for any other. */
export function acceptanceWords({ state, acceptBefore }: OrderView, now: Instant): string {
  if (state !== 'paid' || acceptBefore === null) return ''
  const left = acceptBefore - now
  if (left <= 0) return '门店没有接单，正在为你退款'
  const clock =
    shopDay(acceptBefore) === shopDay(now) ? ` ${shopClock(acceptBefore)}` : whenWords(acceptBefore, now)
  if (left > LONG_MS) return `到${clock} 没接单会自动退款`
  return `${Math.ceil(left / MINUTE_MS)} 分钟内没接单会自动退款`
}

type Queue = { readonly ahead: number; readonly readyAt: Instant } | null

/** An estimate is shown by its minute, and is missed when that minute is over. */
const isMissed = (estimate: Instant, now: Instant): boolean => now >= estimate + MINUTE_MS

/**
 * How long it will take: 前面还有 5 杯，预计 08:32 可取; `rideMinutes` is what a delivery takes on top. Once that time has
 * passed it says so, and no new time that nobody knows. '' when not told.
 */
export function queueWords(order: OrderView, queue: Queue, rideMinutes: number, now: Instant): string {
  const ride = rideMinutes * MINUTE_MS
  if (order.state === 'delivering' && order.deliveringAt !== null)
    return ride > 0 ? ridingWords(order.deliveringAt + ride, now) : ''
  if (queue === null || order.way === 'preorder') return ''
  const delivered = order.way === 'delivery'
  const arrival = delivered ? queue.readyAt + ride : queue.readyAt
  if (isMissed(arrival, now)) return '比预计的慢了些，请再等等'
  const ahead = queue.ahead > 0 ? `前面还有 ${queue.ahead} 杯` : '马上轮到你'
  return `${ahead}，预计 ${shopClock(arrival)} ${delivered ? '送到' : '可取'}`
}

const ridingWords = (arrival: Instant, now: Instant): string =>
  isMissed(arrival, now)
    ? `比预计的 ${shopClock(arrival)} 晚了，还没收到可以打电话问门店`
    : `预计 ${shopClock(arrival)} 送到`
