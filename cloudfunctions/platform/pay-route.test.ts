import type { PayRoute } from '../database/rows'
import { createInstance } from './instance'
import type { PayProvider } from './pay'
import { routedPay } from './pay-route'
import { inProcessCloud } from '../../tests/builders/in-process'

const flows = { create: 'c', query: 'q', close: 'x', refund: 'r', queryRefund: 's' }
const query = { orderId: 'order-1', subMchId: '1' }

it('asks for the route at each call, for the settings may change under a warm instance', async () => {
  let route: PayRoute = { kind: 'cloudPay' }
  // a provider that is asked for nothing but this
  const named = (name: string): PayProvider =>
    ({ query: () => Promise.resolve({ state: 'unknown', detail: name }) }) as unknown as PayProvider
  const pay = routedPay({
    route: async () => route,
    cloudPay: named('cloudPay'),
    workflow: ({ query: flow }) => named(`workflow ${flow}`),
  })
  expect(await pay.query(query)).toMatchObject({ detail: 'cloudPay' })
  route = { kind: 'workflow', flows }
  expect(await pay.query(query)).toMatchObject({ detail: 'workflow q' })
})

it('goes by the route that a request names, whatever the shop is on by now', async () => {
  const asked: string[] = []
  const named = (name: string): PayProvider =>
    Object.fromEntries(
      ['create', 'query', 'close', 'refund', 'queryRefund'].map((call) => [
        call,
        async () => void asked.push(`${name} ${call}`),
      ]),
    ) as unknown as PayProvider
  const route = async (): Promise<PayRoute> => ({ kind: 'cloudPay' })
  const pay = routedPay({ route, cloudPay: named('cloudPay'), workflow: ({ query: flow }) => named(flow) })
  const via = { ...query, route: { kind: 'workflow' as const, flows } }
  const refund = { refundNo: 'back-1', totalFen: 2, refundFen: 1, reason: '' }
  const charge = { body: '', payFen: 1, openid: 'oAda', placedAt: 0, payBefore: 1 }
  await pay.create({ ...via, ...charge })
  await pay.query(via)
  await pay.close(via)
  await pay.refund({ ...via, ...refund })
  await pay.queryRefund({ ...via, ...refund })
  expect(asked).toEqual(['q create', 'q query', 'q close', 'q refund', 'q queryRefund'])
})

it('an instance reaches WeChat by the route that it is given', async () => {
  const cloud = inProcessCloud()
  const reached: string[] = []
  const wechat = {
    openapi: async () => ({}),
    cloudPay: async (name: string) => (reached.push(`cloudPay ${name}`), {}),
    http: () => Promise.reject(new Error('offline')),
    callFunction: async (name: string, data: object) =>
      void reached.push(`${name} ${(data as { name: string }).name}`),
  }
  const log = () => undefined
  await createInstance({ log }, wechat).pay.query(query)
  await createInstance({ log }, wechat, async () => ({ kind: 'workflow', flows })).pay.query(query)
  expect(reached).toEqual(['cloudPay queryOrder', 'cloudbase_module q'])
  cloud.close()
})
