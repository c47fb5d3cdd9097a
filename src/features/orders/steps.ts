import { shopClock, type Instant } from '@shared/kernel/time'
import type { OrderView } from '@shared/orders/contract'

export type Step = {
  readonly name: string
  readonly at: string
  readonly reached: boolean
  readonly now: boolean
}

const clock = (at: Instant | null) => (at === null ? '' : shopClock(at))
const RANK: Readonly<Partial<Record<OrderView['state'], number>>> = {
  paid: 0,
  making: 1,
  ready: 2,
  delivering: 2,
  done: 3,
}

/** 已付 → 制作 → 可取, each with its time; [] for an order that is not on this way. */
export function stepsOf(order: OrderView): Step[] {
  const rank = RANK[order.state]
  if (rank === undefined) return []
  const steps = [
    { name: '已付款', at: order.paidAt },
    { name: '制作中', at: order.acceptedAt },
    { name: '可取餐', at: order.readyAt },
  ]
  return steps.map(({ name, at }, i) => ({ name, at: clock(at), reached: i <= rank, now: i === rank }))
}

/** The sentence under the hero. */
export function stateWords(order: OrderView): string {
  switch (order.state) {
    case 'pendingPay':
      return '商品和优惠已为你留好'
    case 'paid':
      return '门店马上接单'
    case 'making':
      return '正在为你制作'
    case 'ready':
      return order.way === 'dineIn' && order.table !== null
        ? '做好了，马上送到你桌上'
        : '做好了，请到柜台取餐'
    case 'delivering':
      return '已经出发，正在送来'
    case 'done':
      return '谢谢光临，下次见'
    case 'refunding':
    case 'refunded':
    case 'closing':
    case 'closed':
      return order.closedReason
  }
}
