import { MINUTE_MS } from '@shared/kernel/time'
import { door, fixtureCloud, MORNING, sdk } from '../../fixtures/cloud'
import { type LocalCloud } from '../../index'
import { openStateStore } from '../../state/store'
import type { Trade } from '../pay/trade'
import { openShippings } from './index'

jest.setTimeout(60_000)

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await fixtureCloud()
})
afterAll(() => cloud.close())
afterEach(() => cloud.shippings.setFaults({}))

/** A paid order of oAda's; answers its transaction id. */
async function paid(outTradeNo: string): Promise<string> {
  const order = {
    body: '拿铁',
    outTradeNo,
    spbillCreateIp: '127.0.0.1',
    subMchId: '1600000001',
    totalFee: 1800,
    envId: 'local',
    functionName: 'accept',
  }
  const { prepayId } = await sdk(cloud, 'oAda').pay('unifiedOrder', order)
  cloud.pay.confirm(String(prepayId))
  await cloud.schedule.idle()
  return cloud.pay.trade(outTradeNo)?.transactionId ?? ''
}
const info = (transactionId: string, more: object = {}) => ({
  orderKey: { orderNumberType: 2, transactionId },
  logisticsType: 4,
  deliveryMode: 1,
  shippingList: [{ itemDesc: '拿铁×1' }],
  uploadTime: '2026-06-01T08:00:00.120+08:00',
  payer: { openid: 'oAda' },
  ...more,
})
const upload = (args: object, functionName = 'wechat') =>
  sdk(cloud, 'oBarista', functionName).openapi('wxa.sec.order.uploadShippingInfo', args)
const reported = async (transactionId: string) =>
  (await door(cloud, 'GET', `/wechat/shipping?transactionId=${transactionId}`)).body['shippings']

it('remembers what was handed over', async () => {
  const id = await paid('s1')
  const contact = { receiverContact: '138****0018' }
  const args = info(id, { logisticsType: 2, shippingList: [{ itemDesc: '拿铁×1', contact }] })
  expect(await upload(args)).toMatchObject({ errCode: 0 })
  expect(await reported(id)).toEqual([
    {
      transactionId: id,
      logisticsType: 2,
      itemDesc: '拿铁×1',
      uploadTime: '2026-06-01T08:00:00.120+08:00',
      openid: 'oAda',
      receiverContact: '138****0018',
      receivedAt: expect.any(Number),
      corrected: false,
    },
  ])
})

it('takes a report once, one correction, and no more', async () => {
  const id = await paid('s2')
  const again = (itemDesc: string) => upload(info(id, { shippingList: [{ itemDesc }] }))
  expect(await again('拿铁×1')).toMatchObject({ errCode: 0 })
  expect(await again('拿铁×1')).toMatchObject({ errCode: 10060002 })
  expect(await again('拿铁×2')).toMatchObject({ errCode: 0 })
  expect(await again('拿铁×3')).toMatchObject({ errCode: 10060003 })
  expect(await reported(id)).toMatchObject([{ itemDesc: '拿铁×2', corrected: true }])
})

it('does not know a payment that was never made, nor one that it has not heard of yet', async () => {
  expect(await upload(info('4200'))).toMatchObject({ errCode: 10060001 })
  await door(cloud, 'POST', '/wechat/shipping/faults', { knownAfterMs: MINUTE_MS })
  const id = await paid('s3')
  expect(await upload(info(id))).toMatchObject({ errCode: 10060001 })
  await cloud.advance(MINUTE_MS)
  expect(await upload(info(id))).toMatchObject({ errCode: 0 })
})

it('wants the payer, and nothing that went back whole', async () => {
  const id = await paid('s4')
  expect(await upload(info(id, { payer: { openid: 'oBo' } }))).toMatchObject({ errCode: 10060031 })
  const refund = { subMchId: '1600000001', outTradeNo: 's4', outRefundNo: 's4-a', totalFee: 1800 }
  await sdk(cloud, 'oAda').pay('refund', { ...refund, refundFee: 1800 })
  expect(await upload(info(id))).toMatchObject({ errCode: 10060004 })
})

it.each([
  [268485216, { uploadTime: '2026-06-01 08:00:00' }],
  [268485216, { uploadTime: '2026-06-01T08:00:00+08:00' }],
  [268485216, { uploadTime: '2026-13-01T08:00:00.000+08:00' }],
  [268485194, { orderKey: { orderNumberType: 3, transactionId: '1' } }],
  [268485195, { orderKey: { orderNumberType: 2 } }],
  [10060005, { logisticsType: 5 }],
  [268485224, { deliveryMode: 3 }],
  [10060006, { deliveryMode: 2 }],
  [268485228, { shippingList: [] }],
  [268485226, { logisticsType: 1 }],
  [10060008, { shippingList: [{ itemDesc: '' }] }],
  [10060009, { shippingList: [{ itemDesc: '长'.repeat(121) }] }],
  [10060014, { shippingList: [{ itemDesc: '拿铁', contact: { receiverContact: '13800000018' } }] }],
])('%i for %j', async (errCode, wrong) => {
  expect(await upload(info(await paid(`w-${Math.abs(errCode)}`), wrong))).toMatchObject({ errCode })
})

it('must be named in the function’s config.json', async () => {
  expect(await upload(info('4200'), 'bare')).toMatchObject({ errCode: -604101 })
})

it('knows after a restart what was reported', () => {
  const store = openStateStore(':memory:')
  const trade = { openid: 'oAda', totalFen: 1, paidAt: MORNING, refunds: [] as Trade['refunds'] } as Trade
  const options = { store, clock: { now: () => MORNING } as never, paidTrade: () => trade }
  const params = {
    order_key: { order_number_type: 2, transaction_id: '42' },
    logistics_type: 4,
    delivery_mode: 1,
    shipping_list: [{ item_desc: '拿铁' }],
    upload_time: '2026-06-01T08:00:00.120+08:00',
    payer: { openid: 'oAda' },
  }
  openShippings(options).uploadShippingInfo({ params, openid: undefined })
  expect(openShippings(options).all()).toMatchObject([{ transactionId: '42', itemDesc: '拿铁' }])
  store.close()
})
