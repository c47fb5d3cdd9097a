import { hoursText } from '../catalogue/opening'
import type { Store } from '../catalogue/contract'
import type { CodeOf } from '../kernel/action'
import type {
  cancel,
  confirmReceipt,
  get,
  list,
  pay,
  place,
  quote,
  refund,
  requestInvoice,
  slots,
} from './contract'

type Code = CodeOf<
  | typeof quote
  | typeof place
  | typeof pay
  | typeof cancel
  | typeof get
  | typeof list
  | typeof refund
  | typeof confirmReceipt
  | typeof requestInvoice
  | typeof slots
>

/** What the customer reads when the cloud says no. */
export const ORDER_SENTENCES = {
  STORE_NOT_FOUND: '这家门店暂时找不到了，请换一家试试',
  STORE_PAUSED: '门店正忙，暂停接单了，请稍后再来',
  STORE_CLOSED: '门店现在休息，营业时间再来点吧',
  WAY_NOT_OFFERED: '这家门店暂不支持这种取餐方式',
  PRODUCT_GONE: '有商品下架了，请从购物车里拿掉再下单',
  BAD_CHOICE: '有商品的规格变了，请重新选一次',
  SOLD_OUT: '有商品卖完了，请换一款或减少数量',
  PACKAGING_GONE: '这种打包方式没有了，请重新选择',
  COUPON_UNUSABLE: '这张券现在用不了，请换一张或不用券',
  TABLE_UNKNOWN: '没认出桌号，请重新扫桌上的码',
  NOTE_REJECTED: '备注里有不合适的内容，请改一改',
  PRICE_ROSE: '价格有变动，请确认新的金额',
  PAY_UNAVAILABLE: '订单已经留好，支付暂时连不上，请稍后在订单里继续支付',
  ORDER_NOT_FOUND: '没有找到这个订单',
  ORDER_CLOSED: '订单已取消，请重新下单',
  ALREADY_PAID: '订单已经付过款了',
  BELOW_MINIMUM: '还没到起送（起订）金额，再加点吧',
  ADDRESS_NEEDED: '请先选一个收货地址',
  TOO_FAR: '这个地址超出配送范围了，换个地址或改自取吧',
  SLOT_NEEDED: '请选一个取餐时间',
  SLOT_CLOSED: '这个时间已经截单了，请换一个',
  SLOT_FULL: '这个时间订满了，请换一个',
  TOO_LATE: '门店已经接单在做了，要退请联系门店',
  NOT_ON_ITS_WAY: '这单还没有做好，收到后再确认吧',
  NOT_PAID: '订单付款后才能开发票',
  TAX_NO_NEEDED: '公司发票需要填税号',
  TEXT_REJECTED: '抬头里有不合适的内容，请改一改',
} as const satisfies Record<Code, string>

/** STORE_CLOSED with the hours that its details tell: when to come back. */
export const closedSentence = (hours: Store['hours']): string =>
  hours.length === 0
    ? '门店今天不营业，换一家门店或改天再来吧'
    : `门店现在休息，营业时间 ${hoursText(hours)}，到时再来点吧`

/** Why an order needs a person of the shop: a refund that does not arrive, a report that WeChat won't take. */
export const ORDER_TROUBLES = {
  closed: '退款被微信关闭，系统正在重新申请，请留意',
  needsHand: '退款没能原路退回，请到微信支付商户平台手动处理',
  notAccepted: '微信一直没有受理退款，请检查商户账户余额',
  shipping: '发货信息没能上传，货款会被冻结，请到微信公众平台的订单管理里手动录入',
} as const

/** Why an order ended, for the customer. */
export const CLOSED_REASONS = {
  cancelled: '你取消了订单',
  unpaid: '超过支付时间，订单已自动取消',
  late: '付款到账时订单已取消，钱会全额退回',
  givenUp: '你申请了退款，钱会全额退回',
  unaccepted: '门店没能及时接单，钱会全额退回',
  uncollected: '到打烊也没来取，订单自动完成了',
  received: '已由顾客确认收到',
  unmarked: '门店没有标记送达，打烊后自动完成。没收到请联系门店',
} as const
