import { wechatShipping, type Shipment } from './shipping'

const shipment: Shipment = {
  transactionId: '4200001',
  openid: 'oAda',
  kind: 'pickup',
  itemDesc: '拿铁（大杯）×1',
  at: Date.UTC(2026, 10, 22, 16, 5, 9, 120),
}
const calls: [string, object][] = []
const troubles: unknown[] = []
const shipping = (error?: unknown) =>
  wechatShipping(
    async (name, args) => {
      calls.push([name, args])
      if (error !== undefined) throw error
      return {}
    },
    (transactionId, cause) => void troubles.push([transactionId, cause]),
  )
beforeEach(() => {
  calls.length = 0
  troubles.length = 0
})

it('reports a pickup in WeChat’s words, in Beijing time with milliseconds', async () => {
  expect(await shipping().upload(shipment)).toEqual({ uploaded: true })
  expect(calls).toEqual([
    [
      'wxa.sec.order.uploadShippingInfo',
      {
        orderKey: { orderNumberType: 2, transactionId: '4200001' },
        logisticsType: 4,
        deliveryMode: 1,
        shippingList: [{ itemDesc: '拿铁（大杯）×1' }],
        uploadTime: '2026-11-23T00:05:09.120+08:00',
        payer: { openid: 'oAda' },
      },
    ],
  ])
})

it('reports a delivery of the shop’s own as same-city, with the masked number', async () => {
  await shipping().upload({ ...shipment, kind: 'sameCity', contactMasked: '138****0018' })
  expect(calls[0]?.[1]).toMatchObject({
    logisticsType: 2,
    shippingList: [{ contact: { receiverContact: '138****0018' } }],
  })
})

it('cuts the description between characters', async () => {
  await shipping().upload({ ...shipment, itemDesc: '😀'.repeat(130) })
  const { shippingList } = calls[0]?.[1] as { shippingList: { itemDesc: string }[] }
  expect([...(shippingList[0]?.itemDesc ?? '')]).toHaveLength(120)
  expect(shippingList[0]?.itemDesc.endsWith('😀…')).toBe(true)
})

it.each([
  [10060001, 'tooSoon', 0],
  [10060002, 'already', 0],
  [10060003, 'already', 0],
  [10060023, 'already', 0],
  [10060004, 'refused', 1],
  [10060031, 'refused', 1],
  [268485216, 'refused', 1],
  [-604101, 'refused', 1],
  [10060012, 'unknown', 1],
])('%i means %s', async (errCode, why, logged) => {
  expect(await shipping({ errCode }).upload(shipment)).toEqual({ uploaded: false, why, code: errCode })
  expect(troubles).toHaveLength(logged)
})

it('an answer that never came is unknown', async () => {
  expect(await shipping(new Error('timeout')).upload(shipment)).toEqual({ uploaded: false, why: 'unknown' })
  expect(await shipping({ errCode: -1, errMsg: 'system error' }).upload(shipment)).toMatchObject({
    why: 'unknown',
  })
  expect(troubles).toHaveLength(2)
})
