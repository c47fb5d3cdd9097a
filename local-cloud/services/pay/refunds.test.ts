import { HOUR_MS, MINUTE_MS } from '@shared/kernel/time'
import { door, fixtureCloud, sdk } from '../../fixtures/cloud'
import type { LocalCloud } from '../../index'

jest.setTimeout(60_000)

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await fixtureCloud()
})
afterAll(() => cloud.close())
afterEach(() => cloud.pay.setFaults({}))

const SUB = { subMchId: '1600000001' }
const ask = (api: string, args: object) => sdk(cloud, 'oAda').pay(api, { ...SUB, ...args })
async function pay(outTradeNo: string): Promise<void> {
  const order = {
    body: '拿铁',
    outTradeNo,
    spbillCreateIp: '127.0.0.1',
    totalFee: 1800,
    envId: 'local',
    functionName: 'accept',
  }
  cloud.pay.confirm(String((await ask('unifiedOrder', order))['prepayId']))
  await cloud.schedule.idle()
}
const back = async (outTradeNo: string, outRefundNo: string, refundFee: number) =>
  (await ask('refund', { outTradeNo, outRefundNo, totalFee: 1800, refundFee }))['resultCode']
const status = async (outRefundNo: string) => (await ask('queryRefund', { outRefundNo }))['refundStatus_0']
const faults = (refund: object) => door(cloud, 'POST', '/wechat/pay/faults', { refund })

it('several parts of one order each go their own way', async () => {
  await pay('p1')
  expect([await back('p1', 'p1-a', 700), await back('p1', 'p1-b', 1100)]).toEqual(['SUCCESS', 'SUCCESS'])
  expect(await back('p1', 'p1-c', 1)).toBe('FAIL')
  await cloud.advance(MINUTE_MS)
  expect(await ask('queryRefund', { outTradeNo: 'p1' })).toMatchObject({
    refundCount: 2,
    outRefundNo_0: 'p1-a',
    refundFee_1: 1100,
    refundStatus_1: 'SUCCESS',
  })
})

it('tells ten of an order at a time, and how many there are', async () => {
  await pay('p9')
  for (let n = 0; n < 13; n++) await back('p9', `p9-${n}`, 10 + n)
  const page = (args: object) => ask('queryRefund', { outTradeNo: 'p9', ...args })
  const first = await page({})
  expect(first).toMatchObject({ totalRefundCount: 13, refundCount: 10, outRefundNo_9: 'p9-9' })
  expect(first['outRefundNo_10']).toBeUndefined()
  expect(await page({ offset: 10 })).toMatchObject({
    totalRefundCount: 13,
    refundCount: 3,
    outRefundNo_0: 'p9-10',
    refundFee_2: 22,
  })
  expect((await page({ offset: 14 }))['returnCode']).toBe('FAIL')
})

it('is on its way for as long as it was told to', async () => {
  await pay('p2')
  await faults({ delayMs: HOUR_MS })
  await back('p2', 'p2-a', 100)
  await cloud.advance(HOUR_MS - MINUTE_MS)
  expect(await status('p2-a')).toBe('PROCESSING')
  await cloud.advance(MINUTE_MS)
  expect(await status('p2-a')).toBe('SUCCESS')
})

it('closed, it gave nothing back and begins anew under its number', async () => {
  await pay('p3')
  await faults({ ends: 'CLOSED', delayMs: 0 })
  await back('p3', 'p3-a', 1800)
  expect(await status('p3-a')).toBe('REFUNDCLOSE')
  await faults({})
  expect([await back('p3', 'p3-a', 1800), await back('p3', 'p3-b', 1)]).toEqual(['SUCCESS', 'FAIL'])
  expect(await status('p3-a')).toBe('PROCESSING')
})

it('stuck, it waits for somebody on the merchant platform', async () => {
  await pay('p4')
  await faults({ ends: 'ABNORMAL', delayMs: 0 })
  await back('p4', 'p4-a', 1800)
  expect(await status('p4-a')).toBe('CHANGE')
  await door(cloud, 'POST', '/wechat/pay/refunds/p4-a', { ends: 'SUCCESS' })
  expect(await status('p4-a')).toBe('SUCCESS')
  expect(await door(cloud, 'POST', '/wechat/pay/refunds/none', { ends: 'SUCCESS' })).toMatchObject({
    status: 404,
  })
})

it('is refused while the balance is short', async () => {
  await pay('p5')
  await faults({ refuse: 2 })
  expect([await back('p5', 'p5-a', 1), await back('p5', 'p5-a', 1), await back('p5', 'p5-a', 1)]).toEqual([
    'FAIL',
    'FAIL',
    'SUCCESS',
  ])
})

it.each([{ ends: 'LOST' }, { delayMs: -1 }, { refuse: 1.5 }, 7])(
  'refuses faults that make no sense: %j',
  async (refund) => {
    expect(await door(cloud, 'POST', '/wechat/pay/faults', { refund })).toMatchObject({ status: 400 })
  },
)
