import { DAY_MS, HOUR_MS, MINUTE_MS } from '@shared/kernel/time'
import { door, fixtureCloud, sdk, type SdkAnswer, visits } from '../../fixtures/cloud'
import type { LocalCloud } from '../../index'
import type { PayFaults } from './faults'
import { nextNotify, NOTIFY_FOR_MS } from './trade'

jest.setTimeout(60_000)

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await fixtureCloud()
})
afterAll(() => cloud.close())
afterEach(() => cloud.pay.setFaults({}))

const order = (outTradeNo: string, more: object = {}) => ({
  body: '拿铁',
  outTradeNo,
  spbillCreateIp: '127.0.0.1',
  subMchId: '1600000001',
  totalFee: 1800,
  envId: 'local',
  functionName: 'accept',
  ...more,
})
const ask = (api: string, args: object, openid = 'oAda') => sdk(cloud, openid).pay(api, args)
const about = (outTradeNo: string, more: object = {}) => ({ subMchId: '1600000001', outTradeNo, ...more })
async function place(outTradeNo: string, more: object = {}): Promise<string> {
  return String((await ask('unifiedOrder', order(outTradeNo, more)))['prepayId'])
}
async function pay(outTradeNo: string, more: object = {}): Promise<void> {
  const prepayId = await place(outTradeNo, more)
  expect((await door(cloud, 'POST', `/wechat/pay/${prepayId}`, { action: 'confirm' })).body).toMatchObject({
    ok: true,
  })
  await cloud.schedule.idle()
}
const callbacks = (outTradeNo: string) =>
  visits(cloud).filter(({ event }) => event['outTradeNo'] === outTradeNo)
const refused = (answer: SdkAnswer) => [answer['resultCode'], answer['errCodeDes']]

describe('unifiedOrder', () => {
  it('gives what wx.requestPayment takes, and the pay sheet its lines', async () => {
    const answer = await ask('unifiedOrder', order('u1'))
    const prepayId = String(answer['prepayId'])
    expect(answer).toMatchObject({ returnCode: 'SUCCESS', resultCode: 'SUCCESS' })
    expect(answer['payment']).toMatchObject({ package: `prepay_id=${prepayId}`, signType: 'MD5' })
    expect((await door(cloud, 'GET', `/wechat/pay/${prepayId}`)).body).toMatchObject({
      body: '拿铁',
      totalFen: 1800,
      state: 'NOTPAY',
    })
    expect((await door(cloud, 'GET', '/wechat/pay/none')).status).toBe(404)
  })

  it('again with identical parameters is the same payment; with others OUT_TRADE_NO_USED', async () => {
    const first = await place('u2')
    expect(await place('u2')).toBe(first)
    expect(refused(await ask('unifiedOrder', order('u2', { totalFee: 1 })))).toEqual([
      'FAIL',
      '商户订单号重复',
    ])
    expect(refused(await ask('unifiedOrder', order('u2'), 'oSomeoneElse'))).toEqual([
      'FAIL',
      '商户订单号重复',
    ])
  })

  it('is refused for a paid and for a closed order', async () => {
    await pay('u3')
    expect(refused(await ask('unifiedOrder', order('u3')))).toEqual(['FAIL', '该订单已支付'])
    await place('u4')
    await cloud.advance(5 * MINUTE_MS)
    await ask('closeOrder', about('u4'))
    expect(refused(await ask('unifiedOrder', order('u4')))).toEqual(['FAIL', '该订单已关闭'])
  })

  it.each([
    ['no amount', { totalFee: undefined }],
    ['nothing to pay', { totalFee: 0 }],
    ['yuan instead of fen', { totalFee: 18.5 }],
    ['a long number', { outTradeNo: 'x'.repeat(33) }],
    ['a sign in the number', { outTradeNo: 'a#b' }],
    ['no body', { body: '' }],
  ])('return_code FAIL for %s', async (_, wrong) => {
    expect(await ask('unifiedOrder', order('u5', wrong))).toMatchObject({ returnCode: 'FAIL' })
  })
})

describe('the pay sheet', () => {
  it('cancelled leaves the order unpaid; then it can be paid, once', async () => {
    const prepayId = await place('s1')
    const touch = async (action: string) =>
      (await door(cloud, 'POST', `/wechat/pay/${prepayId}`, { action })).body
    expect(await touch('cancel')).toMatchObject({ ok: false, errMsg: 'requestPayment:fail cancel' })
    expect(await ask('queryOrder', about('s1'))).toMatchObject({ tradeState: 'NOTPAY' })
    expect(await touch('confirm')).toMatchObject({ ok: true, errMsg: 'requestPayment:ok' })
    expect(await touch('confirm')).toMatchObject({ ok: false })
    await cloud.schedule.idle()
    expect(callbacks('s1')).toHaveLength(1)
  })

  it('is too late after two hours, and after the order’s own timeExpire', async () => {
    const old = await place('s2')
    await cloud.advance(2 * HOUR_MS + 1)
    expect(cloud.pay.confirm(old)).toMatchObject({ ok: false })
    expect(await place('s2')).not.toBe(old)
    const short = await place('s3', { timeExpire: '20260601080000' })
    expect(cloud.pay.confirm(short)).toMatchObject({ ok: false })
    expect(await ask('queryOrder', about('s3'))).toMatchObject({ tradeState: 'CLOSED' })
  })
})

describe('the callback', () => {
  it('is camelCase, with the payer as subOpenid, from wx_paycallback', async () => {
    await pay('c1', { attach: 'a' })
    expect(callbacks('c1')).toEqual([
      expect.objectContaining({
        wx: expect.objectContaining({ SOURCE: 'wx_paycallback' }),
        event: expect.objectContaining({
          resultCode: 'SUCCESS',
          totalFee: 1800,
          subOpenid: 'oAda',
          attach: 'a',
        }),
      }),
    ])
    expect(cloud.pay.trade('c1')).toMatchObject({ state: 'SUCCESS', notified: true })
  })

  it('comes again until it is answered with errcode 0, and for no longer than two days', async () => {
    await pay('c2', { functionName: 'deaf' })
    await cloud.advance(40_000)
    expect(callbacks('c2')).toHaveLength(3)
    await cloud.advance(2 * DAY_MS)
    const delivered = callbacks('c2').length
    expect(delivered).toBeGreaterThan(15)
    await cloud.advance(DAY_MS)
    expect(callbacks('c2')).toHaveLength(delivered)
    expect(cloud.pay.trade('c2')).toMatchObject({ state: 'SUCCESS', notified: false })
  })

  it.each<[string, PayFaults, number]>([
    ['three times', { times: 3 }, 3],
    ['five times at once', { times: 5, parallel: true }, 5],
    ['not at all at first', { drop: true }, 0],
  ])('comes %s when told to', async (_, faults, deliveries) => {
    await door(cloud, 'POST', '/wechat/pay/faults', faults)
    await pay(`f-${deliveries}`)
    expect(callbacks(`f-${deliveries}`)).toHaveLength(deliveries)
  })

  it('that was lost comes again on schedule', async () => {
    cloud.pay.setFaults({ drop: 2 })
    await pay('f-lost')
    expect(callbacks('f-lost')).toHaveLength(0)
    await cloud.advance(40_000)
    expect(callbacks('f-lost')).toHaveLength(1)
  })

  it('comes late when told to', async () => {
    cloud.pay.setFaults({ delayMs: HOUR_MS })
    await pay('f-late')
    await cloud.advance(HOUR_MS - MINUTE_MS)
    expect(callbacks('f-late')).toHaveLength(0)
    await cloud.advance(MINUTE_MS)
    expect(callbacks('f-late')).toHaveLength(1)
  })

  it('refuses faults that make no sense', async () => {
    expect(await door(cloud, 'POST', '/wechat/pay/faults', { times: 0 })).toMatchObject({ status: 400 })
  })

  it('can be forged from outside with any source', async () => {
    const forged = { functionName: 'accept', event: { outTradeNo: 'forged' }, source: 'wx_client' }
    expect((await door(cloud, 'POST', '/wechat/pay/notify', forged)).body['result']).toMatchObject({
      errcode: 0,
    })
    expect(callbacks('forged')[0]?.wx.SOURCE).toBe('wx_client')
  })
})

describe('closeOrder', () => {
  it('is refused within five minutes of the order', async () => {
    await place('k1')
    expect((await ask('closeOrder', about('k1')))['errCodeDes']).toContain('5 分钟')
    await cloud.advance(5 * MINUTE_MS)
    expect(await ask('closeOrder', about('k1'))).toMatchObject({ resultCode: 'SUCCESS' })
    expect(await ask('queryOrder', about('k1'))).toMatchObject({ tradeState: 'CLOSED' })
  })

  it('of a paid order says ORDERPAID; of none ORDERNOTEXIST', async () => {
    await pay('k2')
    expect(refused(await ask('closeOrder', about('k2')))).toEqual(['FAIL', '该订单已支付'])
    expect(refused(await ask('closeOrder', about('k9')))).toEqual(['FAIL', 'order not exist'])
  })

  it('keeps the money out: a closed order cannot be paid', async () => {
    const prepayId = await place('k3')
    await cloud.advance(5 * MINUTE_MS)
    await ask('closeOrder', about('k3'))
    expect(cloud.pay.confirm(prepayId)).toMatchObject({ ok: false })
  })
})

describe('refund', () => {
  const back = (outTradeNo: string, outRefundNo: string, refundFee: number) =>
    ask(
      'refund',
      about(outTradeNo, { outRefundNo, totalFee: 1800, refundFee, envId: 'local', functionName: 'accept' }),
    )

  it('is accepted first and done later; the same number refunds once', async () => {
    await pay('r1')
    const first = await back('r1', 'r1-a', 800)
    expect(first).toMatchObject({ resultCode: 'SUCCESS', refundFee: 800 })
    expect((await back('r1', 'r1-a', 800))['refundId']).toBe(first['refundId'])
    expect(await ask('queryRefund', about('r1'))).toMatchObject({
      refundCount: 1,
      refundStatus_0: 'PROCESSING',
    })
    await cloud.advance(MINUTE_MS)
    expect(await ask('queryRefund', { subMchId: '1600000001', outRefundNo: 'r1-a' })).toMatchObject({
      refundStatus_0: 'SUCCESS',
    })
    expect(await ask('queryOrder', about('r1'))).toMatchObject({ tradeState: 'REFUND' })
  })

  it('never gives back more than was paid', async () => {
    await pay('r2')
    const answers = await Promise.all([1, 2, 3].map((n) => back('r2', `r2-${n}`, 900)))
    expect(answers.map((answer) => answer['resultCode']).sort()).toEqual(['FAIL', 'SUCCESS', 'SUCCESS'])
  })

  it('is refused for an unpaid order, another amount for the same number, and after a year', async () => {
    await place('r3')
    expect((await back('r3', 'r3-a', 1))['resultCode']).toBe('FAIL')
    await pay('r4')
    await back('r4', 'r4-a', 100)
    expect((await back('r4', 'r4-a', 200))['errCodeDes']).toContain('不一致')
    expect((await ask('queryRefund', about('r3')))['resultCode']).toBe('FAIL')
  })
})

it('the pauses between deliveries never end before two days and never go beyond', () => {
  let at = 0
  for (let attempt = 1; ; attempt++) {
    const next = nextNotify(0, at, attempt)
    if (next === null) break
    expect(next).toBeGreaterThan(at)
    at = next
  }
  expect(at).toBeLessThanOrEqual(NOTIFY_FOR_MS)
  expect(at).toBeGreaterThan(NOTIFY_FOR_MS - 7 * HOUR_MS)
})
