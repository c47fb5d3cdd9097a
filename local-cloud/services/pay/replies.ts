/** WeChat Pay's replies: snake_case, numbers for amounts. The SDK turns them into camelCase. */
export type PayReply = Readonly<Record<string, unknown>>
export type PayParams = Readonly<Record<string, unknown>>

/** A business "no" of WeChat Pay: `result_code: FAIL`. */
export class PayRefusal extends Error {
  override readonly name = 'PayRefusal'
  constructor(
    readonly errCode: string,
    message: string,
  ) {
    super(message)
  }
}
/** The request itself is wrong: `return_code: FAIL`. */
export class PayParamError extends Error {
  override readonly name = 'PayParamError'
}

export const refusals = {
  paid: () => new PayRefusal('ORDERPAID', '该订单已支付'),
  closed: () => new PayRefusal('ORDERCLOSED', '该订单已关闭'),
  used: () => new PayRefusal('OUT_TRADE_NO_USED', '商户订单号重复'),
  unknown: () => new PayRefusal('ORDERNOTEXIST', 'order not exist'),
  tooEarly: () => new PayRefusal('INVALID_REQUEST', '订单生成后不能马上关闭，最短间隔为 5 分钟'),
  notPaid: () => new PayRefusal('TRADE_STATE_ERROR', '订单状态错误：未支付的订单不能退款'),
  overdue: () => new PayRefusal('TRADE_OVERDUE', '订单已经超过退款期限'),
  mismatch: () => new PayRefusal('REFUND_FEE_MISMATCH', '订单金额或退款金额与之前请求不一致，请核实后再试'),
  tooMuch: () => new PayRefusal('ERROR', '累计退款金额大于支付金额'),
  tooMany: () => new PayRefusal('INVALID_REQ_TOO_MUCH', '部分退款次数超限'),
  notEnough: () => new PayRefusal('NOTENOUGH', '基本账户余额不足，请充值后重新发起'),
  noRefund: () => new PayRefusal('REFUNDNOTEXIST', '退款订单查询失败'),
}

export const succeed = (fields: PayReply): PayReply => ({
  return_code: 'SUCCESS',
  return_msg: 'OK',
  result_code: 'SUCCESS',
  ...fields,
})

/** The reply for a thrown refusal; any other error is thrown on. */
export function refusedReply(error: unknown): PayReply {
  if (error instanceof PayParamError) return { return_code: 'FAIL', return_msg: error.message }
  if (!(error instanceof PayRefusal)) throw error
  return {
    return_code: 'SUCCESS',
    return_msg: 'OK',
    result_code: 'FAIL',
    err_code: error.errCode,
    err_code_des: error.message,
  }
}

/** A text parameter that matches; throws PayParamError as WeChat Pay answers `return_code: FAIL`. */
export function textOf(params: PayParams, name: string, pattern: RegExp = /./): string {
  const value = params[name]
  if (value === undefined || value === null || value === '') throw new PayParamError(`缺少参数 ${name}`)
  if (!pattern.test(String(value))) throw new PayParamError(`invalid ${name}`)
  return String(value)
}
/** A positive whole number of fen. */
export function fenOf(params: PayParams, name: string): number {
  const value = params[name]
  if (value === undefined) throw new PayParamError(`缺少参数 ${name}`)
  if (!Number.isSafeInteger(value) || (value as number) <= 0) throw new PayParamError(`invalid ${name}`)
  return value as number
}
