import type { Way } from '../catalogue/contract'
import type { Fen } from '../kernel/money'
import { DAY_MS, type Instant } from '../kernel/time'
import type { OrderState } from './contract'

/** Where an order may go from each state. Nothing leaves 'refunded'. */
export const NEXT_STATES: Readonly<Record<OrderState, readonly OrderState[]>> = {
  pendingPay: ['closing', 'paid'],
  /** The payment may have arrived before WeChat closed it: then it is an order like any other. */
  closing: ['closed', 'paid'],
  /** Money that comes after the end is given back. */
  closed: ['refunding'],
  paid: ['making', 'refunding'],
  making: ['ready', 'refunding'],
  ready: ['done', 'delivering', 'refunding'],
  delivering: ['done', 'refunding'],
  /** Given back whole afterwards. */
  done: ['refunding'],
  refunding: ['refunded'],
  refunded: [],
}
export const canBecome = (from: OrderState, to: OrderState): boolean => NEXT_STATES[from].includes(to)

type HasState = { readonly state: OrderState }
type HasWay = HasState & { readonly way: Way }

/** Staff can give back what was handed over for so long; WeChat itself would refund for a year. */
export const REFUNDABLE_MS = 30 * DAY_MS

/** What may be done with an order as it is now; both the screen's buttons and the cloud ask here. */
export const can = {
  /** 继续支付, in `[placedAt, payBefore)` */
  pay: (order: HasState & { readonly payBefore: Instant }, now: Instant) =>
    order.state === 'pendingPay' && now < order.payBefore,
  cancel: (order: HasState) => order.state === 'pendingPay',
  accept: (order: HasState) => order.state === 'paid',
  ready: (order: HasState) => order.state === 'making',
  /** ready → delivering, with the store's own rider. */
  deliver: (order: HasWay) => order.state === 'ready' && order.way === 'delivery',
  /** At the counter, the table or the pickup point; a delivery at the customer's door. */
  handOver: (order: HasWay) => order.state === (order.way === 'delivery' ? 'delivering' : 'ready'),
  /** The customer says that it has arrived, whether or not the store marked that its rider set out. */
  receive: ({ way, state }: HasWay) => way === 'delivery' && (state === 'ready' || state === 'delivering'),
  refuse: (order: HasState) => order.state === 'paid' || order.state === 'making',
  /** The customer gives it up by themselves: nobody has accepted it yet. */
  refund: (order: HasState) => order.state === 'paid',
  /** The shop gives back some or all of it. */
  giveBack: (order: HasState & { readonly doneAt: Instant | null }, now: Instant) =>
    isOnBoard(order) || (order.state === 'done' && now < (order.doneAt ?? 0) + REFUNDABLE_MS),
  /** An invoice is of money that stays: nothing is written for what was free or has gone back whole. */
  invoice: (
    order: HasState & { readonly paidAt: Instant | null; readonly payFen: Fen; readonly refundedFen: Fen },
  ) =>
    order.paidAt !== null &&
    order.refundedFen < order.payFen &&
    order.state !== 'refunding' &&
    order.state !== 'refunded',
  /** 再来一单: whoever reads 已取消 or 退款中 may order again, though the cloud is not done with it yet. */
  reorder: (order: HasState) => isEnded(order) || order.state === 'closing' || order.state === 'refunding',
} as const

/** Nothing more will happen to it by itself (late money aside). */
export const isEnded = (order: HasState): boolean =>
  order.state === 'closed' || order.state === 'done' || order.state === 'refunded'

/** On the counter's board. */
export const isOnBoard = (order: HasState): boolean =>
  order.state === 'paid' ||
  order.state === 'making' ||
  order.state === 'ready' ||
  order.state === 'delivering'

/** What the customer is told an order is. 'closing' reads as closed: nothing can be done with it any more. */
export const STATE_LABELS: Readonly<Record<OrderState, string>> = {
  pendingPay: '待支付',
  closing: '已取消',
  closed: '已取消',
  paid: '已付款',
  making: '制作中',
  ready: '可取餐',
  delivering: '配送中',
  done: '已完成',
  refunding: '退款中',
  refunded: '已退款',
}
