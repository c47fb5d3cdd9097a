import { cloudPayProvider, unifiedOrder } from './cloud-pay'
import type { Charge } from './pay'

const charge: Charge = {
  orderId: 'o123',
  body: '常客 一号店',
  payFen: 1800,
  subMchId: '1900000109',
  openid: 'oAda',
  placedAt: Date.UTC(2026, 10, 22, 16, 5, 9),
  payBefore: Date.UTC(2026, 10, 22, 16, 35, 9),
}
const ok = { returnCode: 'SUCCESS', resultCode: 'SUCCESS', returnMsg: 'OK' }
const failed = (errCode: string, errCodeDes = '') => ({ ...ok, resultCode: 'FAIL', errCode, errCodeDes })
const troubles: string[] = []
const calls: [string, object][] = []
const provider = (answer: object | Error) =>
  cloudPayProvider({
    env: () => 'env-1',
    onTrouble: (api, detail) => void troubles.push(`${api}: ${detail}`),
    cloudPay: async (name, args) => {
      calls.push([name, args])
      if (answer instanceof Error) throw answer
      return answer as Record<string, unknown>
    },
  })
beforeEach(() => {
  troubles.length = 0
  calls.length = 0
})
const one = { orderId: 'o123', subMchId: '1900000109' }

it('asks for the same payment in the same words, however often: only the order decides them', async () => {
  expect(unifiedOrder(charge, 'env-1')).toEqual(unifiedOrder({ ...charge }, 'env-1'))
  expect(unifiedOrder(charge, 'env-1')).toEqual({
    body: '常客 一号店',
    outTradeNo: 'o123',
    spbillCreateIp: '127.0.0.1',
    subMchId: '1900000109',
    totalFee: 1800,
    envId: 'env-1',
    functionName: 'pay-notify',
    nonceStr: expect.stringMatching(/^[0-9a-f]{32}$/),
    tradeType: 'JSAPI',
    timeStart: '20261123000509',
    timeExpire: '20261123003509',
  })
})

it('keeps the body within 128 bytes', () => {
  const { body } = unifiedOrder({ ...charge, body: '店'.repeat(100) }, 'e') as { body: string }
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(128)
})

it('hands on exactly what wx.requestPayment takes', async () => {
  const payment = {
    appId: 'wx',
    timeStamp: 1,
    nonceStr: 'n',
    package: 'prepay_id=1',
    signType: 'MD5',
    paySign: 's',
  }
  expect(await provider({ ...ok, payment }).create(charge)).toEqual({
    created: true,
    payment: { timeStamp: '1', nonceStr: 'n', package: 'prepay_id=1', signType: 'MD5', paySign: 's' },
  })
})

it.each([
  [failed('ORDERPAID'), 'paid'],
  [failed('ORDERCLOSED'), 'closed'],
  [failed('SYSTEMERROR'), 'unavailable'],
  [{ returnCode: 'FAIL', returnMsg: '签名失败' }, 'unavailable'],
  [ok, 'unavailable'],
  [new Error('timeout'), 'unavailable'],
])('says why no payment came: %p → %s', async (answer, why) => {
  expect(await provider(answer).create(charge)).toMatchObject({ created: false, why })
})

it.each([
  [
    { ...ok, tradeState: 'SUCCESS', transactionId: '4200', totalFee: '1800' },
    { state: 'paid', transactionId: '4200', paidFen: 1800 },
  ],
  [{ ...ok, tradeState: 'NOTPAY' }, { state: 'notPaid' }],
  [{ ...ok, tradeState: 'USERPAYING' }, { state: 'notPaid' }],
  [{ ...ok, tradeState: 'CLOSED' }, { state: 'closed' }],
  [{ ...ok, tradeState: 'REFUND' }, { state: 'refunded' }],
  [{ ...ok, tradeState: 'NEWSTATE' }, { state: 'unknown' }],
  [failed('ORDERNOTEXIST'), { state: 'closed' }],
  [failed('SYSTEMERROR'), { state: 'unknown' }],
  [new Error('timeout'), { state: 'unknown' }],
])('reads what became of it: %p', async (answer, status) => {
  expect(await provider(answer).query(one)).toMatchObject(status)
})

it.each([
  [ok, 'closed'],
  [failed('ORDERPAID'), 'paid'],
  [failed('ORDERCLOSED'), 'closed'],
  [failed('ORDERNOTEXIST'), 'closed'],
  [failed('INVALID_REQUEST', '订单生成后不能马上关闭，最短间隔为 5 分钟'), 'tooEarly'],
  [failed('INVALID_REQUEST', '订单生成后不能马上关闭，最短调用时间间隔为5分钟'), 'tooEarly'],
  [failed('SYSTEMERROR'), 'unknown'],
  [new Error('timeout'), 'unknown'],
])('closes: %p → %s', async (answer, result) => {
  expect(await provider(answer).close(one)).toBe(result)
})

it('refunds in the same words under the same number, and logs what WeChat refuses', async () => {
  const request = { ...one, refundNo: 'refund:o123', totalFen: 1800, refundFen: 1800, reason: '做不了' }
  expect(await provider(ok).refund(request)).toEqual({ accepted: true })
  expect(await provider(failed('ERROR', '余额不足')).refund(request)).toMatchObject({ accepted: false })
  expect(calls[0]).toEqual(calls[1])
  expect(calls[0]?.[1]).toMatchObject({
    outRefundNo: 'refund:o123',
    totalFee: 1800,
    refundFee: 1800,
    envId: 'env-1',
  })
  expect(troubles).toEqual(['refund: OK ERROR 余额不足'])
})

it.each([
  [{ ...ok, refundStatus_0: 'SUCCESS' }, 'success'],
  [{ ...ok, refundStatus_0: 'PROCESSING' }, 'processing'],
  [{ ...ok, refundStatus_0: 'REFUNDCLOSE' }, 'closed'],
  [{ ...ok, refundStatus_0: 'CHANGE' }, 'needsHand'],
  [ok, 'unknown'],
  [failed('REFUNDNOTEXIST'), 'unknown'],
])('reads what became of a refund: %p → %s', async (answer, result) => {
  expect(await provider(answer).queryRefund({ refundNo: 'r', subMchId: '1' })).toBe(result)
})

const twoRefunds = { ...ok, refundCount: 2, refundFee_0: 300, refundFee_1: '200', refundStatus_0: 'SUCCESS' }
it.each([
  [{ ...twoRefunds, refundStatus_1: 'PROCESSING' }, 500],
  [{ ...twoRefunds, refundStatus_1: 'CHANGE' }, 500],
  [{ ...twoRefunds, refundStatus_1: 'REFUNDCLOSE' }, 300],
  [{ ...twoRefunds, refundFee_1: undefined }, null],
  [{ ...twoRefunds, totalRefundCount: 11 }, null],
  [ok, null],
  [failed('REFUNDNOTEXIST'), null],
])('adds up what went back of a payment, or does not know: %p → %s', async (answer, result) => {
  expect(await provider(answer).refundedFen?.(one)).toBe(result)
})

/** The SDK writes `errCode: 0` over WeChat Pay's code, so the description tells; WeChat words it in both languages. */
const described = (errCodeDes: string) => ({ ...ok, resultCode: 'FAIL', errCode: 0, errCodeDes })

it.each(['order not exist', '此交易订单号不存在', '订单不存在'])(
  'knows an order that was never created by its description: %s',
  async (text) => {
    expect(await provider(described(text)).query(one)).toMatchObject({ state: 'closed' })
    expect(await provider(described(text)).close(one)).toBe('closed')
  },
)

it.each([
  ['order paid', 'paid'],
  ['该订单已支付', 'paid'],
  ['order closed', 'closed'],
  ['订单已关闭', 'closed'],
  ['system error', 'unknown'],
])('closes by the description alone: %s → %s', async (text, result) => {
  expect(await provider(described(text)).close(one)).toBe(result)
})
