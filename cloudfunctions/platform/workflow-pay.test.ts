import type { Charge } from './pay'
import { jsapiOrder, workflowPayProvider } from './workflow-pay'

const charge: Charge = {
  orderId: 'o123456',
  body: '常客 一号店',
  payFen: 1800,
  subMchId: '1900000109',
  openid: 'oAda',
  placedAt: Date.UTC(2026, 10, 22, 16, 5, 9),
  payBefore: Date.UTC(2026, 10, 22, 16, 35, 9),
}
const flows = { create: 'f-c', query: 'f-q', close: 'f-x', refund: 'f-r', queryRefund: 'f-s' }
const one = { orderId: 'o123456', subMchId: '1900000109' }
const ok = (data?: object) => ({ code: 0, data })
const no = (code: string, message = '') => ({ code, message })
const paid = {
  out_trade_no: 'o123456',
  transaction_id: '4200',
  trade_state: 'SUCCESS',
  amount: { total: 1800, payer_total: 1800, currency: 'CNY' },
}
const calls: [string, unknown][] = []
const troubles: string[] = []
/** Answers one after another; the last one for ever. */
function provider(...answers: unknown[]) {
  let n = 0
  return workflowPayProvider({
    flows,
    onTrouble: (api, detail) => void troubles.push(`${api}: ${detail}`),
    callFunction: async (name, data) => {
      calls.push([name, data])
      const answer = answers[Math.min(n++, answers.length - 1)]
      if (answer instanceof Error) throw answer
      return answer
    },
  })
}
beforeEach(() => {
  calls.length = 0
  troubles.length = 0
})

it('asks for the same payment in the same words, however often: only the order decides them', () => {
  expect(jsapiOrder(charge)).toEqual(jsapiOrder({ ...charge }))
  expect(jsapiOrder(charge)).toEqual({
    description: '常客 一号店',
    out_trade_no: 'o123456',
    time_expire: '2026-11-23T00:35:09+08:00',
    amount: { total: 1800, currency: 'CNY' },
    payer: { openid: 'oAda' },
  })
})

it('cuts what is too long for WeChat Pay between two characters', async () => {
  const { description } = jsapiOrder({ ...charge, body: '店😀'.repeat(60) }) as { description: string }
  expect(Buffer.byteLength(description)).toBeLessThanOrEqual(127)
  expect(description).not.toContain('\ufffd')
  await provider(ok({ status: 'PROCESSING' })).refund({
    ...one,
    refundNo: 'r1',
    totalFen: 1800,
    refundFen: 800,
    reason: '门店取消了订单：'.repeat(9),
  })
  const [, sent] = calls[0] as [string, { data: { reason: string } }]
  expect(Buffer.byteLength(sent.data.reason)).toBeLessThanOrEqual(80)
})

it('calls the workflow of the settings, and hands on exactly what wx.requestPayment takes', async () => {
  const data = { timeStamp: 1, nonceStr: 'n', packageVal: 'prepay_id=1', paySign: 's' }
  expect(await provider(ok(data)).create(charge)).toEqual({
    created: true,
    payment: { timeStamp: '1', nonceStr: 'n', package: 'prepay_id=1', signType: 'RSA', paySign: 's' },
  })
  expect(calls).toEqual([['cloudbase_module', { name: 'f-c', data: jsapiOrder(charge) }]])
})

it.each([
  [no('ORDERPAID', '该订单已支付'), 'paid'],
  [no('INVALID_REQUEST', '该订单已支付'), 'paid'],
  [no('ORDER_CLOSED', '订单已关闭'), 'closed'],
  [{ code: -1, data: no('ORDER_CLOSED', '订单已关闭') }, 'closed'],
  [{ error: no('ORDERPAID') }, 'paid'],
  [new Error('workflow failed: {"code":"ORDER_CLOSED","message":"订单已关闭"}'), 'closed'],
  [no('SYSTEM_ERROR', '系统错误'), 'unavailable'],
  [no('OUT_TRADE_NO_USED', '商户订单号重复'), 'unavailable'],
  [ok({}), 'unavailable'],
  [ok({ packageVal: 'undefined', paySign: 's' }), 'unavailable'],
  [undefined, 'unavailable'],
  [new Error('timeout'), 'unavailable'],
])('says why no payment came: %j → %s', async (answer, why) => {
  expect(await provider(answer).create(charge)).toMatchObject({ created: false, why })
})

it.each([
  [ok(paid), { state: 'paid', transactionId: '4200', paidFen: 1800 }],
  // some flows answer the fields bare
  [paid, { state: 'paid', transactionId: '4200', paidFen: 1800 }],
  [ok({ trade_state: 'NOTPAY' }), { state: 'notPaid' }],
  [ok({ trade_state: 'USERPAYING' }), { state: 'notPaid' }],
  [ok({ trade_state: 'CLOSED' }), { state: 'closed' }],
  [ok({ ...paid, trade_state: 'REFUND' }), { state: 'refunded' }],
  [ok({ ...paid, trade_state: 'NEWSTATE' }), { state: 'unknown' }],
  [ok({ ...paid, transaction_id: '' }), { state: 'unknown' }],
  [ok({ ...paid, amount: { total: 18.5 } }), { state: 'unknown' }],
  [ok({ ...paid, amount: { total: 1800, currency: 'USD' } }), { state: 'unknown' }],
  [ok(), { state: 'unknown' }],
  [no('ORDER_NOT_EXIST', '订单不存在'), { state: 'closed' }],
  [no('ORDERNOTEXIST'), { state: 'closed' }],
  [no('SYSTEM_ERROR'), { state: 'unknown' }],
  [new Error('timeout'), { state: 'unknown' }],
])('reads what became of it: %j', async (answer, status) => {
  expect(await provider(answer).query(one)).toMatchObject(status)
})

it.each([
  [no('ORDERPAID'), 'paid'],
  [no('ORDER_CLOSED'), 'closed'],
  [no('ORDER_NOT_EXIST'), 'closed'],
  [no('INVALID_REQUEST', '订单生成后不能马上关闭，最短间隔为 5 分钟'), 'tooEarly'],
  [no('SYSTEM_ERROR'), 'unknown'],
  [new Error('timeout'), 'unknown'],
])('closes: %j → %s', async (answer, result) => {
  expect(await provider(answer).close(one)).toBe(result)
  expect(calls).toHaveLength(1)
})

it.each([
  [ok({ trade_state: 'CLOSED' }), 'closed'],
  [ok(paid), 'paid'],
  [ok({ ...paid, trade_state: 'REFUND' }), 'paid'],
  [ok({ trade_state: 'NOTPAY' }), 'unknown'],
  [new Error('timeout'), 'unknown'],
])('v3 closes without a word, so the order itself is asked: %j → %s', async (answer, result) => {
  expect(await provider({ code: 0 }, answer).close(one)).toBe(result)
  expect(calls.map(([, sent]) => (sent as { name: string }).name)).toEqual(['f-x', 'f-q'])
})

it('refunds in the same words under the same number, and logs what WeChat refuses', async () => {
  const request = { ...one, refundNo: 'refused-o123456', totalFen: 1800, refundFen: 800, reason: '做不了' }
  expect(await provider(ok({ status: 'PROCESSING' })).refund(request)).toEqual({ accepted: true })
  expect(await provider(ok({ status: 'ABNORMAL' })).refund(request)).toEqual({ accepted: true })
  expect(await provider(no('NOT_ENOUGH', '余额不足')).refund(request)).toMatchObject({ accepted: false })
  expect(await provider(ok({ status: 'CLOSED' })).refund(request)).toMatchObject({ accepted: false })
  expect(await provider(ok()).refund(request)).toMatchObject({ accepted: false })
  expect(calls[0]).toEqual(calls[1])
  expect(calls[0]?.[1]).toEqual({
    name: 'f-r',
    data: {
      out_trade_no: 'o123456',
      out_refund_no: 'refused-o123456',
      reason: '做不了',
      amount: { refund: 800, total: 1800, currency: 'CNY' },
    },
  })
  expect(troubles).toEqual(['refund: NOT_ENOUGH 余额不足'])
})

it.each([
  [ok({ status: 'SUCCESS' }), 'success'],
  [ok({ refund_status: 'SUCCESS' }), 'success'],
  [ok({ status: 'PROCESSING' }), 'processing'],
  [ok({ status: 'CLOSED' }), 'closed'],
  [ok({ status: 'ABNORMAL' }), 'needsHand'],
  [ok(), 'unknown'],
  [no('RESOURCE_NOT_EXISTS'), 'unknown'],
])('reads what became of a refund: %j → %s', async (answer, result) => {
  expect(await provider(answer).queryRefund({ refundNo: 'r', subMchId: '1' })).toBe(result)
})

describe('a notice', () => {
  const notice = { orderId: 'o123456', transactionId: '4200', paidFen: 1800 }
  const { parseNotify } = provider()
  it.each([
    ['as WeChat decrypts it', paid],
    ['under resource', { id: 'e', event_type: 'TRANSACTION.SUCCESS', resource: paid }],
    [
      'in camelCase',
      { outTradeNo: 'o123456', transactionId: '4200', tradeState: 'SUCCESS', amount: { total: 1800 } },
    ],
  ])('%s', (_, event) => expect(parseNotify(event)).toEqual(notice))
  it.each([
    ['another state', { ...paid, trade_state: 'NOTPAY' }],
    ['no amount', { ...paid, amount: undefined }],
    ['an amount as text', { ...paid, amount: { total: '1800' } }],
    ['foreign money', { ...paid, amount: { total: 1800, currency: 'USD' } }],
    ['no number', { ...paid, transaction_id: undefined }],
    ['a refund’s notice', { out_refund_no: 'r', refund_status: 'SUCCESS', amount: { refund: 1 } }],
    ['a v2 notice', { returnCode: 'SUCCESS', resultCode: 'SUCCESS', outTradeNo: 'o', totalFee: 1 }],
    ['nothing', undefined],
  ])('%s is no payment', (_, event) => expect(parseNotify(event)).toBeNull())

  it.each([
    [ok(paid), 'proven'],
    [ok({ ...paid, transaction_id: '4299' }), 'denied'],
    [ok({ ...paid, amount: { total: 1 } }), 'denied'],
    [ok({ trade_state: 'NOTPAY' }), 'denied'],
    [no('ORDER_NOT_EXIST'), 'denied'],
    [ok({ ...paid, trade_state: 'REFUND' }), 'proven'],
    [no('SYSTEM_ERROR'), 'unknown'],
    [ok(), 'unknown'],
    [new Error('timeout'), 'unknown'],
  ])('is worth what WeChat says when asked: %j → %s', async (answer, proof) => {
    expect(await provider(answer).prove?.(notice)).toBe(proof)
  })
})
