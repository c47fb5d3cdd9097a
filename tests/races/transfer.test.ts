/** The deployed bundles, with the merchant's keys in their environment: real HTTP, real signatures both ways. */
import { DAY_MS, HOUR_MS, SECOND_MS } from '../../shared/kernel/time'
import { type LocalCloud, startLocalCloud } from '../../local-cloud'
import { staleBuild } from '../../scripts/build-cloud'
import type { AccountRow, WithdrawalRow } from '../../cloudfunctions/database/rows'
import { may } from '../../local-cloud/seed/people'
import { buyer, type Buyer, type Reply } from './buyers'

jest.setTimeout(60_000)

type Withdrawn = {
  readonly withdrawal: { readonly no: string; readonly state: string }
  readonly confirmation: { readonly package: string } | null
}
let cloud: LocalCloud
let promoter: Buyer
beforeAll(async () => {
  const stale = staleBuild()
  if (stale) throw new Error(`${stale}: run npm run build:cloud first`)
  cloud = await startLocalCloud({ dataDir: ':memory:', seed: true })
  promoter = await buyer(cloud.url, may.openid)
  const account = cloud.database.all('accounts')[0] as AccountRow
  cloud.database.put('accounts', [{ ...account, availableFen: 10_000 }])
})
afterAll(() => cloud?.close())
afterEach(() => cloud.transfers.setFaults({}))

const withdraw = (key: string) =>
  promoter.call<Withdrawn>('promoters.withdraw', { fen: 1200, way: 'transfer', campaignId: null, key })
const no = (reply: Reply<Withdrawn>) => (reply.ok ? reply.data.withdrawal.no : reply.code)
const row = (reply: Reply<Withdrawn>) => cloud.database.get('withdrawals', no(reply)) as WithdrawalRow

it('is sent, confirmed, and booked by WeChat’s callback', async () => {
  const reply = await withdraw('key-wire-1')
  expect(reply).toMatchObject({ data: { withdrawal: { state: 'waiting' } } })
  const packageInfo = (reply.ok && reply.data.confirmation?.package) || ''
  expect(cloud.transfers.confirm(packageInfo, may.openid)).toMatchObject({ ok: true })
  await cloud.advance(10 * SECOND_MS)
  expect(row(reply)).toMatchObject({ state: 'paid' })
})

it('comes back a day later when nobody confirms', async () => {
  const reply = await withdraw('key-wire-2')
  await cloud.advance(DAY_MS + HOUR_MS)
  expect(row(reply)).toMatchObject({ state: 'expired' })
})

it('whose answer breaks off is one bill, however often it is asked for at once', async () => {
  cloud.transfers.setFaults({ lose: 1 })
  const replies = await Promise.all(Array.from({ length: 5 }, () => withdraw('key-wire-3')))
  expect(new Set(replies.map(no)).size).toBe(1)
  expect(await withdraw('key-wire-3')).toMatchObject({ data: { withdrawal: { state: 'waiting' } } })
  expect(cloud.transfers.bills().filter(({ outBillNo }) => outBillNo === no(replies[0]!))).toHaveLength(1)
})

it('a phone that reports an end moves nothing', async () => {
  const reply = await withdraw('key-wire-4')
  const event = { httpMethod: 'POST', headers: {}, body: JSON.stringify({ resource: {} }) }
  expect(await cloud.as(may.openid).call('transfer-notify', event)).toMatchObject({ statusCode: 401 })
  expect(row(reply)).toMatchObject({ state: 'waiting' })
})
