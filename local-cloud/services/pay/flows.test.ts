import { HOUR_MS, MINUTE_MS } from '@shared/kernel/time'
import { door, fixtureCloud, sdk, type SdkAnswer, visits } from '../../fixtures/cloud'
import type { LocalCloud } from '../../index'
import { FLOWS, WORKFLOWS } from './flows'

jest.setTimeout(60_000)

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await fixtureCloud()
})
afterAll(() => cloud.close())
afterEach(() => cloud.pay.setFaults({}))

/** A function of oAda's runs a workflow; answers what the workflow gave. */
const flow = (name: keyof typeof FLOWS, data: object) =>
  sdk(cloud, 'oAda').call(WORKFLOWS, { name: FLOWS[name], data })
const order = (outTradeNo: string, more: object = {}) => ({
  description: '拿铁',
  out_trade_no: outTradeNo,
  time_expire: '2026-06-01T20:00:00+08:00',
  amount: { total: 1800, currency: 'CNY' },
  payer: { openid: 'oAda' },
  ...more,
})
const dataOf = (answer: SdkAnswer) => answer['data'] as Record<string, unknown>
async function pay(outTradeNo: string): Promise<void> {
  const { packageVal } = dataOf(await flow('create', order(outTradeNo)))
  const prepayId = String(packageVal).replace('prepay_id=', '')
  const paid = await door(cloud, 'POST', `/wechat/pay/${prepayId}`, { action: 'confirm' })
  expect(paid.body).toMatchObject({ ok: true })
  await cloud.schedule.idle()
}
const callbacks = (outTradeNo: string) =>
  visits(cloud).filter(({ event }) => event['out_trade_no'] === outTradeNo)

it('creates a payment and, for the same words, the same one', async () => {
  const first = await flow('create', order('flow-1'))
  expect(first).toMatchObject({
    code: 0,
    data: { timeStamp: expect.stringMatching(/^\d{10}$/), packageVal: expect.stringMatching(/^prepay_id=/) },
  })
  expect(dataOf(await flow('create', order('flow-1')))['packageVal']).toBe(dataOf(first)['packageVal'])
  expect(await flow('create', order('flow-1', { amount: { total: 1 } }))).toMatchObject({
    code: 'OUT_TRADE_NO_USED',
  })
})

it.each([
  ['nobody who pays', { payer: undefined }],
  ['foreign money', { amount: { total: 1800, currency: 'USD' } }],
  ['yuan', { amount: { total: 18.5 } }],
  ['a time without its zone', { time_expire: '2026-06-01T20:00:00' }],
  ['a time as v2 writes it', { time_expire: '20260601200000' }],
  ['no description', { description: '' }],
  ['a number that is too short', { out_trade_no: 'x' }],
])('PARAM_ERROR for %s', async (_, wrong) => {
  expect(await flow('create', order('flow-2', wrong))).toMatchObject({ code: 'PARAM_ERROR' })
})

it('hands the decrypted transaction on to pay-notify, for nobody and from a function', async () => {
  await pay('flow-3')
  expect(callbacks('flow-3')).toEqual([
    expect.objectContaining({
      wx: expect.objectContaining({ SOURCE: 'scf' }),
      event: expect.objectContaining({
        trade_state: 'SUCCESS',
        amount: expect.objectContaining({ total: 1800, currency: 'CNY' }),
        payer: { openid: 'oAda' },
      }),
    }),
  ])
  expect(callbacks('flow-3')[0]?.wx.OPENID).toBeUndefined()
  expect(cloud.pay.trade('flow-3')).toMatchObject({ notified: true })
})

it('its callbacks misbehave like the others', async () => {
  cloud.pay.setFaults({ delayMs: HOUR_MS, times: 3, parallel: true })
  await pay('flow-4')
  expect(callbacks('flow-4')).toHaveLength(0)
  await cloud.advance(HOUR_MS)
  expect(callbacks('flow-4')).toHaveLength(3)
})

it('tells what became of it in the words of v3', async () => {
  expect(await flow('query', { out_trade_no: 'flow-none' })).toMatchObject({ code: 'ORDER_NOT_EXIST' })
  await flow('create', order('flow-5'))
  expect(dataOf(await flow('query', { out_trade_no: 'flow-5' }))).toMatchObject({ trade_state: 'NOTPAY' })
  await cloud.advance(5 * MINUTE_MS)
  expect(await flow('close', { out_trade_no: 'flow-5' })).toEqual({ code: 0 })
  expect(dataOf(await flow('query', { out_trade_no: 'flow-5' }))).toMatchObject({ trade_state: 'CLOSED' })
  await pay('flow-6')
  expect(dataOf(await flow('query', { out_trade_no: 'flow-6' }))).toMatchObject({
    trade_state: 'SUCCESS',
    success_time: expect.stringMatching(/^2026-06-01T\d\d:\d\d:\d\d\+08:00$/),
  })
  expect(await flow('close', { out_trade_no: 'flow-6' })).toMatchObject({ code: 'ORDERPAID' })
})

it('refunds, and tells how it goes', async () => {
  await pay('flow-7')
  const request = {
    out_trade_no: 'flow-7',
    out_refund_no: 'flow-7-a',
    reason: '做不了',
    amount: { refund: 800, total: 1800, currency: 'CNY' },
  }
  expect(dataOf(await flow('refund', request))).toMatchObject({
    status: 'PROCESSING',
    amount: { refund: 800 },
  })
  await cloud.advance(MINUTE_MS)
  expect(dataOf(await flow('queryRefund', { out_refund_no: 'flow-7-a' }))).toMatchObject({
    status: 'SUCCESS',
    success_time: expect.any(String),
  })
  expect(await flow('queryRefund', { out_refund_no: 'none' })).toMatchObject({ code: 'RESOURCE_NOT_EXISTS' })
  expect(await flow('refund', { ...request, reason: '长'.repeat(27) })).toMatchObject({ code: 'PARAM_ERROR' })
})

it('each route sees its own payments only', async () => {
  await pay('flow-8')
  const answer = await sdk(cloud, 'oAda').pay('queryOrder', { subMchId: '1', outTradeNo: 'flow-8' })
  expect([answer['resultCode'], answer['errCodeDes']]).toEqual(['FAIL', 'order not exist'])
})

it('a phone runs no workflow: it could give itself its money back', async () => {
  const { body: session } = await door(cloud, 'POST', '/session', { openid: 'oEve' })
  const event = { name: FLOWS.refund, data: { out_refund_no: 'eve' } }
  const answer = await door(cloud, 'POST', `/functions/${WORKFLOWS}`, event, String(session['token']))
  expect(answer.body).toMatchObject({ errCode: -501023 })
})

it('counts as a call of a function', async () => {
  await door(cloud, 'POST', '/wechat/calls/reset')
  await flow('query', { out_trade_no: 'flow-none' })
  const { body } = await door(cloud, 'GET', '/wechat/calls')
  expect(body).toMatchObject({ functionCalls: 2, pay: 0 })
})
