import { WechatError } from '../../wire/openapi'

/** What `uploadShippingInfo` says, once its form is in order. */
export type ShippingRequest = {
  readonly transactionId: string
  /** 1 express · 2 same city · 3 virtual · 4 self-pickup. */
  readonly logisticsType: number
  readonly itemDesc: string
  readonly uploadTime: string
  readonly openid: string
  /** Masked; '' when none was given. */
  readonly receiverContact: string
}

type Fields = Readonly<Record<string, unknown>>
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(Z|[+-]\d\d:\d\d)$/
const EXPRESS = 1
/** `138****0018`, `****0018`, `021-****1234`: the last four digits are shown. */
const MASKED = /^[\d+*-]*\*[\d*-]*\d{4}$/

/** Checks the form of a request in the order of the documented codes. Throws WechatError. */
export function shippingIn(params: Fields): ShippingRequest {
  const key = fieldsOf(params['order_key'])
  if (key['order_number_type'] !== 1 && key['order_number_type'] !== 2)
    throw bad(268485194, '订单单号类型非法')
  if (key['order_number_type'] === 1) throw bad(10060014, 'order_number_type 1 is not supported locally')
  const transactionId = textIn(key, 'transaction_id', () => bad(268485195, 'transaction_id 字段不能为空'))
  const logisticsType = Number(params['logistics_type'])
  if (![1, 2, 3, 4].includes(logisticsType)) throw bad(10060005, '物流类型有误')
  checkMode(params['delivery_mode'], logisticsType)
  const list: unknown[] = Array.isArray(params['shipping_list']) ? params['shipping_list'] : []
  if (list.length !== 1) throw bad(268485228, '统一发货模式下，物流信息列表长度必须为 1')
  const parcel = fieldsOf(list[0])
  if (logisticsType === EXPRESS) checkExpress(parcel)
  const uploadTime = textIn(params, 'upload_time', wrongTime)
  if (!RFC3339.test(uploadTime) || Number.isNaN(Date.parse(uploadTime))) throw wrongTime()
  const openid = textIn(fieldsOf(params['payer']), 'openid', () => bad(10060031, '缺少 payer.openid'))
  return {
    transactionId,
    logisticsType,
    itemDesc: itemDescIn(parcel),
    uploadTime,
    openid,
    receiverContact: contactIn(parcel),
  }
}

function checkMode(mode: unknown, logisticsType: number): void {
  if (mode !== 1 && mode !== 2) throw bad(268485224, '发货模式非法')
  if (mode === 2 && logisticsType !== EXPRESS) throw bad(10060006, '非快递发货时不允许分拆发货')
  if (mode === 2) throw bad(10060014, 'split delivery is not supported locally')
}

function checkExpress(parcel: Fields): void {
  textIn(parcel, 'tracking_no', () => bad(268485226, '物流单号不能为空'))
  textIn(parcel, 'express_company', () => bad(268485227, '物流公司编码不能为空'))
}

function itemDescIn(parcel: Fields): string {
  const itemDesc = textIn(parcel, 'item_desc', () => bad(10060008, '商品描述 item_desc 字段不能为空'))
  if ([...itemDesc].length > 120) throw bad(10060009, '商品描述 item_desc 字段太长')
  return itemDesc
}

function contactIn(parcel: Fields): string {
  const contact = fieldsOf(parcel['contact'])['receiver_contact'] ?? ''
  if (contact === '') return ''
  if (typeof contact !== 'string' || !MASKED.test(contact)) throw bad(10060014, 'receiver_contact 需要掩码')
  return contact
}

const bad = (errcode: number, message: string) => new WechatError(errcode, message)
const wrongTime = () => bad(268485216, '上传时间非法，请按照 RFC 3339 格式填写')

function textIn(fields: Fields, name: string, missing: () => Error): string {
  const value = fields[name]
  if (typeof value !== 'string' || value === '') throw missing()
  return value
}
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
