/** Who may tell the shop that an order is paid, when the notice comes by way of a workflow. */
import { payDesk, type PayDesk } from '../../tests/builders/pay-desk'

let desk: PayDesk
let asked: jest.SpyInstance
beforeEach(() => {
  desk = payDesk('workflow')
  desk.faults({ drop: true })
  asked = jest.spyOn(desk.wechat.pay, 'flow')
})
afterEach(() => desk.close())

/** A payment of which WeChat's own notice got lost, and the notice. */
async function paidOrder(orderId = 'order-1') {
  await desk.pay(orderId)
  asked.mockClear()
  return { ...desk.wechat.pay.notifyEvent(orderId) }
}
const REFUSED = { errcode: 403, errmsg: 'not a pay callback' }

it.each(['scf', '', 'wx_unknown', 'wx_unknown,scf'])(
  'books a payment from within the cloud (source “%s”) once WeChat has said that it is true',
  async (source) => {
    const event = await paidOrder()
    expect(await desk.notify(event, source)).toEqual({ errcode: 0, errmsg: '' })
    expect(asked).toHaveBeenCalledTimes(1)
    expect(desk.booked).toEqual([
      { orderId: 'order-1', transactionId: event['transaction_id'], paidFen: 1800 },
    ])
  },
)

it.each([
  ['wx_client', ''],
  ['wx_client,scf', ''],
  ['scf,wx_client', ''],
  ['wx_devtools', ''],
  ['wx_http', ''],
  ['wx_crawler', ''],
  ['wx_localdebug', ''],
  ['scf', 'oEve'],
  ['', 'oEve'],
])(
  'refuses whoever comes from outside, even with the truth, and asks nobody (%s %s)',
  async (source, openid) => {
    const event = await paidOrder()
    expect(await desk.notify(event, source, openid)).toEqual(REFUSED)
    expect(asked).not.toHaveBeenCalled()
    expect([desk.booked, desk.logs.at(-1)]).toEqual([[], 'pay.forged'])
  },
)

it.each([
  ['an order that nobody ever paid', async () => ({ ...(await paidOrder()), out_trade_no: 'order-2' })],
  ['another amount', async () => ({ ...(await paidOrder()), amount: { total: 1, currency: 'CNY' } })],
  ['another payment’s number', async () => ({ ...(await paidOrder()), transaction_id: '42009' })],
  [
    'the payment of somebody else’s order',
    async () => {
      const theirs = await paidOrder('order-2')
      await desk.create('order-1')
      return { ...theirs, out_trade_no: 'order-1' }
    },
  ],
])('a forged notice of %s moves nothing, though it came from within', async (_, forge) => {
  const event = await forge()
  expect(await desk.notify(event, 'scf')).toEqual(REFUSED)
  expect([desk.booked, desk.logs.at(-1)]).toEqual([[], 'pay.forged'])
})

it('an unpaid order is not paid by saying so', async () => {
  const event = { ...(await paidOrder('order-2')), out_trade_no: 'order-1' }
  await desk.create('order-1')
  expect(await desk.notify(event, 'scf')).toEqual(REFUSED)
  expect(desk.booked).toEqual([])
})

it('has the notice sent again when WeChat can’t be asked', async () => {
  const event = await paidOrder()
  asked.mockImplementationOnce(() => {
    throw new Error('timeout')
  })
  expect(await desk.notify(event, 'scf')).toMatchObject({ errcode: 500 })
  expect(desk.booked).toEqual([])
  expect(await desk.notify(event, 'scf')).toMatchObject({ errcode: 0 })
  expect(desk.booked).toHaveLength(1)
})

it('a notice that comes once more after a part went back is true still', async () => {
  const event = await paidOrder()
  await desk.refund('order-1', 'back-1', 100)
  expect(await desk.notify(event, 'scf')).toMatchObject({ errcode: 0 })
  expect(desk.booked).toHaveLength(1)
})

it('ends what is no payment without asking', async () => {
  expect(await desk.notify({ out_refund_no: 'back-1', refund_status: 'SUCCESS' }, 'scf')).toEqual({
    errcode: 0,
    errmsg: '',
  })
  expect(asked).not.toHaveBeenCalled()
})

it('WeChat Pay’s own callback is believed by its source: a payment of before the shop changed its route', async () => {
  const v2 = {
    returnCode: 'SUCCESS',
    resultCode: 'SUCCESS',
    outTradeNo: 'order-1',
    transactionId: '42',
    totalFee: 1,
  }
  expect(await desk.notify(v2, 'wx_paycallback', 'oPayer')).toMatchObject({ errcode: 0 })
  expect(desk.booked).toEqual([{ orderId: 'order-1', transactionId: '42', paidFen: 1 }])
})

it('on the other route nothing but WeChat Pay’s own callback is believed', async () => {
  const event = await paidOrder()
  desk.close()
  desk = payDesk('cloudPay')
  await desk.pay('order-1')
  desk.booked.length = 0
  expect(await desk.notify(event, 'scf')).toEqual(REFUSED)
  expect(await desk.notify({ ...desk.wechat.pay.notifyEvent('order-1') }, 'scf')).toEqual(REFUSED)
  expect(desk.booked).toEqual([])
})
