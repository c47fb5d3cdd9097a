import type { CodeOf } from '../kernel/action'
import type {
  accept,
  acceptAll,
  ahead,
  board,
  deliver,
  handOver,
  handOverByCode,
  orders,
  ready,
  refund,
  refuse,
  setPaused,
  ticket,
} from './contract'
import type { Alert, alerts, invoices, issueInvoice, putAwayAlert } from './office-contract'
import type { member } from './member-contract'
import type { Pace } from './refresh'

type Code = CodeOf<
  | typeof board
  | typeof accept
  | typeof acceptAll
  | typeof ahead
  | typeof ready
  | typeof deliver
  | typeof handOver
  | typeof handOverByCode
  | typeof refuse
  | typeof refund
  | typeof orders
  | typeof setPaused
  | typeof ticket
  | typeof invoices
  | typeof issueInvoice
  | typeof alerts
  | typeof putAwayAlert
  | typeof member
>

/** What the shop's staff read when the cloud says no. */
export const MANAGER_SENTENCES = {
  ORDER_NOT_FOUND: '没有找到这个订单',
  WRONG_STATE: '订单刚被别人处理了，已更新到最新状态',
  TEXT_REJECTED: '理由里有不合适的内容，请改一改',
  CHANGED_MEANWHILE: '这单刚刚有变动，已更新，请再确认一次',
  CODE_UNKNOWN: '没认出这个码，请核对取餐号再试',
  CODE_AMBIGUOUS: '有几单是这个号，请扫顾客手机上的码，或在列表里点',
  OTHER_STORE: '这是别家门店的订单',
  MEMBER_NOT_FOUND: '没有找到这位会员，可能还没入会',
  NOTHING_LEFT: '选中的商品已经退过了，没有可退的了',
} as const satisfies Record<Code, string>

/** What the board says about its own freshness; '' where nothing needs saying. */
export const PACE_SENTENCES = {
  lookedAt: '',
  quiet: '暂时没有新动静，约每分钟刷新',
  asleep: '很久没有新动静，约每 5 分钟刷新，点一下屏幕就会加快',
  short: '今天的自动刷新所剩不多，已放慢，下拉可马上刷新',
  usedUp: '今天的自动刷新已用完，请下拉刷新',
  hidden: '',
} as const satisfies Record<Pace, string>

/** What a difference is, and what is to be done about it. */
export const ALERT_SENTENCES = {
  notThere: '这边记着已付款，微信支付没有这笔钱，请到商户平台核对',
  notHere: '微信支付收到了钱，这边没有记到',
  amount: '实付金额和订单金额不一样，请到商户平台核对',
  transaction: '微信支付的交易单号和这边记的不一样，请到商户平台核对',
  refund: '退款两边对不上，请到商户平台核对',
} as const satisfies Record<Alert['kind'], string>
