import { createInstance } from './instance'
import { createPayCallback } from './pay-callback'
import type { PaidNotice } from './pay'
import { inProcessCloud, type InProcessCloud } from '../../tests/builders/in-process'

let cloud: InProcessCloud
let booked: PaidNotice[]
let logs: string[]
let lines: string[]
beforeEach(() => {
  cloud = inProcessCloud()
  booked = []
  logs = []
  lines = []
})
afterEach(() => cloud.close())

const event = {
  returnCode: 'SUCCESS',
  resultCode: 'SUCCESS',
  outTradeNo: 'o1',
  transactionId: '4200',
  totalFee: 1800,
}
const notify = (
  body: unknown,
  source = 'wx_paycallback',
  onPaid = async (n: PaidNotice) => void booked.push(n),
) =>
  createPayCallback({ onPaid, hooks: { effects: {}, reactions: {} } })(
    body,
    { openid: '', source, requestId: 'r1' },
    createInstance({
      log: (_level, name, fields) => {
        logs.push(name)
        lines.push(JSON.stringify(fields))
      },
    }),
  )

it('books what WeChat Pay reports', async () => {
  expect(await notify(event)).toEqual({ errcode: 0, errmsg: '' })
  expect(await notify({ ...event, totalFee: '1800' }, 'wx_paycallback,scf')).toEqual({
    errcode: 0,
    errmsg: '',
  })
  expect(booked).toEqual(Array(2).fill({ orderId: 'o1', transactionId: '4200', paidFen: 1800 }))
})

it.each(['', 'wx_client', 'wx_client,scf', 'wx_trigger', 'not_wx_paycallback'])(
  'listens to nobody else (%s), and logs it',
  async (source) => {
    expect(await notify(event, source)).toMatchObject({ errcode: 403 })
    expect([booked, logs]).toEqual([[], ['pay.forged']])
  },
)

it.each([
  ['a failure', { ...event, resultCode: 'FAIL' }],
  ['a refund’s notice', { returnCode: 'SUCCESS', refundId: '5030' }],
  ['no amount', { ...event, totalFee: undefined }],
  ['an amount that is no number of fen', { ...event, totalFee: 18.5 }],
  ['nothing', undefined],
])('ends the redelivery of %s without booking', async (_, body) => {
  expect(await notify(body)).toEqual({ errcode: 0, errmsg: '' })
  expect([booked, logs]).toEqual([[], ['pay.notAPayment']])
})

it('asks for the notice again when booking failed', async () => {
  expect(await notify(event, 'wx_paycallback', () => Promise.reject(new Error('down')))).toMatchObject({
    errcode: 500,
  })
  expect(logs).toEqual(['pay.failed'])
})

it.each([
  ['wx_client', event],
  ['wx_paycallback', { ...event, resultCode: 'FAIL' }],
])('logs what to look for and no more of what it was sent (%s)', async (source, body) => {
  const person = { openid: 'oProvider', subOpenid: 'oAda', userInfo: { openId: 'oAda' } }
  await notify({ ...body, ...person, attach: 'x'.repeat(100_000), bankType: 'y'.repeat(1_000) }, source)
  const [line = ''] = lines
  expect(line).toContain('"outTradeNo":"o1"')
  expect(line).not.toContain('oAda')
  expect(line.length).toBeLessThan(1_000)
})
