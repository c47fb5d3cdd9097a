/** The deployed bundles with the shop on the workflow route: the real SDK calls `cloudbase_module`, a flow calls back. */
import { type LocalCloud, startLocalCloud } from '../../local-cloud'
import { FLOWS, WORKFLOWS } from '../../local-cloud/services/pay/flows'
import { staleBuild } from '../../scripts/build-cloud'
import type { OrderRow, ShopRow } from '../../cloudfunctions/database/rows'
import { MINUTE_MS } from '../../shared/kernel/time'
import { buyer, type Buyer, croissant, place, prepayOf, type Reply } from './buyers'

jest.setTimeout(60_000)

let cloud: LocalCloud
let may: Buyer
beforeAll(async () => {
  const stale = staleBuild()
  if (stale) throw new Error(`${stale}: run npm run build:cloud first`)
  cloud = await startLocalCloud({ dataDir: ':memory:', seed: true })
  const shop = cloud.database.get('settings', 'shop') as ShopRow
  cloud.database.put('settings', [{ ...shop, pay: { kind: 'workflow', flows: FLOWS } }])
  may = await buyer(cloud.url, 'oMayOnFlows')
})
afterAll(() => cloud?.close())

const order = (reply: Reply) =>
  cloud.database.get('orders', reply.ok ? reply.data.order.id : reply.code) as OrderRow

it('places, pays by a v3 payment, and books what the workflow hands on', async () => {
  const placed = await place(may, { key: 'flow-00001', lines: [croissant] })
  expect(cloud.pay.confirm(prepayOf(placed))).toMatchObject({ ok: true })
  await cloud.schedule.idle()
  expect(order(placed)).toMatchObject({ state: 'paid', transactionId: expect.stringMatching(/^4200/) })
  expect(cloud.pay.trade(order(placed)._id)).toMatchObject({ via: 'workflow', notified: true })
})

it('closes an unpaid payment when its time is over', async () => {
  const placed = await place(may, { key: 'flow-00002' })
  await cloud.advance(31 * MINUTE_MS)
  expect(order(placed)).toMatchObject({ state: 'closed' })
  expect(cloud.pay.confirm(prepayOf(placed))).toMatchObject({ ok: false })
})

it('a phone that reports a payment, or runs a flow, moves nothing', async () => {
  const placed = await place(may, { key: 'flow-00003' })
  cloud.pay.setFaults({ drop: true })
  cloud.pay.confirm(prepayOf(placed))
  const event = { ...cloud.pay.notifyEvent(order(placed)._id) }
  expect(await cloud.as('oMayOnFlows').call('pay-notify', event)).toMatchObject({ errcode: 403 })
  expect(order(placed)).toMatchObject({ state: 'pendingPay' })
  await expect(
    cloud.as('oMayOnFlows').call(WORKFLOWS, { name: FLOWS.refund, data: {} }),
  ).rejects.toMatchObject({
    code: 'PERMISSION_DENIED',
  })
})
