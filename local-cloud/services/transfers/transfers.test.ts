import { DAY_MS, HOUR_MS, SECOND_MS } from '@shared/kernel/time'
import { fetchHttp, type Http } from '../../../cloudfunctions/platform/http'
import { wechatTransfers } from '../../../cloudfunctions/platform/wechat-transfers'
import { door, fixtureCloud } from '../../fixtures/cloud'
import type { LocalCloud } from '../../index'

jest.setTimeout(60_000)

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await fixtureCloud()
})
afterAll(() => cloud.close())
afterEach(() => cloud.transfers.setFaults({}))

/** The merchant's own client, over the wire; `over` changes its environment. */
function client(over: Readonly<Record<string, string>> = {}, http: Http = fetchHttp) {
  const env = { ...cloud.transfers.env(cloud.url), ...over }
  const made = wechatTransfers({ env, http, clock: () => cloud.clock.now() })
  if (!made) throw new Error('no keys')
  return made
}
const bill = (no: string, fen = 1000) => ({ no, fen, openid: 'oAda' })
const waiting = { became: 'known', status: { state: 'waiting' } }
const state = async (no: string) => {
  const answer = await client().query(no)
  return answer.became === 'known' ? answer.status : answer
}
const confirm = (no: string, openid = 'oAda') =>
  door(cloud, 'POST', '/wechat/transfers/confirm', {
    package: cloud.transfers.bill(no)?.packageInfo ?? '',
    openid,
  })

it('creates a bill and, for the same words, the same one', async () => {
  const first = await client().send(bill('t1'))
  expect(first).toMatchObject({
    ...waiting,
    status: { packageInfo: cloud.transfers.bill('t1')?.packageInfo },
  })
  expect(await client().send(bill('t1'))).toEqual(first)
  expect(await client().send(bill('t1', 999))).toMatchObject({ became: 'no', why: 'refused' })
  expect(await client().query('t0')).toEqual({ became: 'none' })
})

it('is confirmed by its recipient alone, and paid in a moment', async () => {
  await client().send(bill('t2'))
  const page = await door(
    cloud,
    'GET',
    `/wechat/transfers/sheet?package=${encodeURIComponent(cloud.transfers.bill('t2')!.packageInfo)}`,
  )
  expect(page.body).toMatchObject({ fen: 1000, openid: 'oAda', mayConfirm: true })
  expect((await confirm('t2', 'oEve')).body).toMatchObject({ ok: false })
  expect((await confirm('t2')).body).toMatchObject({ ok: true })
  expect(await state('t2')).toMatchObject({ state: 'moving' })
  await cloud.advance(5 * SECOND_MS)
  expect(await state('t2')).toMatchObject({ state: 'paid', fen: 1000 })
  expect((await confirm('t2')).body).toMatchObject({ ok: false })
})

it('is closed when nobody confirms, a while after its day', async () => {
  await client().send(bill('t3'))
  await cloud.advance(DAY_MS)
  expect((await confirm('t3')).body).toMatchObject({ ok: false })
  expect(await state('t3')).toMatchObject({ state: 'waiting' })
  await cloud.advance(HOUR_MS)
  expect(await state('t3')).toMatchObject({ state: 'expired', reason: 'OVERDUE_CLOSE' })
  await cloud.advance(30 * DAY_MS)
  expect(await client().query('t3')).toEqual({ became: 'none' })
})

it('is called back until it has ended', async () => {
  await client().send(bill('t4'))
  expect(await client().cancel('t4')).toMatchObject({ status: { state: 'moving' } })
  expect(await client().cancel('t4')).toMatchObject({ became: 'known' })
  await cloud.advance(5 * SECOND_MS)
  expect(await state('t4')).toMatchObject({ state: 'cancelled' })
  await client().send(bill('t5'))
  await confirm('t5')
  await cloud.advance(5 * SECOND_MS)
  expect(await client().cancel('t5')).toMatchObject({ became: 'no', why: 'refused' })
})

it('answers nobody but the merchant, and only while the clock fits', async () => {
  expect(await client({ WXPAY_SERIAL: 'OTHER' }).send(bill('t6'))).toMatchObject({ why: 'setup' })
  const late = wechatTransfers({
    env: cloud.transfers.env(cloud.url),
    http: fetchHttp,
    clock: () => cloud.clock.now() - HOUR_MS,
  })
  expect(await late?.send(bill('t6'))).toMatchObject({ why: 'setup' })
  expect(cloud.transfers.bill('t6')).toBeUndefined()
})

it.each<[string, Partial<{ no: string; fen: number; openid: string }>]>([
  ['nine fen', { fen: 9 }],
  ['more than ¥200', { fen: 20_001 }],
  ['a number with a hyphen', { no: 'a-b' }],
  ['nobody', { openid: '' }],
])('makes no bill of %s', async (_what, over) => {
  expect(await client().send({ ...bill('t7'), ...over })).toMatchObject({ became: 'no' })
  expect(cloud.transfers.bill('t7')).toBeUndefined()
})

describe('what the client does not believe', () => {
  it('an answer that was changed on the way, or signed by another key', async () => {
    await client().send(bill('t8'))
    const changing: Http = async (request) => {
      const answer = await fetchHttp(request)
      return { ...answer, body: answer.body.replace('WAIT_USER_CONFIRM', 'SUCCESS') }
    }
    expect(await client({}, changing).query('t8')).toMatchObject({ became: 'unknown' })
    expect(await client({ WXPAY_WECHAT_KEY_ID: 'PUB_KEY_ID_9' }).query('t8')).toMatchObject({
      became: 'unknown',
    })
    const unsigned: Http = async () => ({ status: 404, headers: {}, body: '{"code":"NOT_FOUND"}' })
    expect(await client({}, unsigned).query('t8')).toMatchObject({ became: 'unknown' })
  })
  it('a callback of another merchant, or one that is late', async () => {
    await client().send(bill('t9'))
    const event = cloud.transfers.noticeEvent('t9') as { headers: Record<string, string>; body: string }
    expect(client().readNotice(event.headers, event.body)).toMatchObject({
      no: 't9',
      status: { state: 'waiting' },
    })
    expect(client({ WXPAY_MCH_ID: '1' }).readNotice(event.headers, event.body)).toBeNull()
    expect(client({ WXPAY_API_V3_KEY: 'x'.repeat(32) }).readNotice(event.headers, event.body)).toBeNull()
    await cloud.advance(HOUR_MS)
    expect(client().readNotice(event.headers, event.body)).toBeNull()
  })
})

it('misbehaves when it is asked to', async () => {
  const faults = (body: object) => door(cloud, 'POST', '/wechat/transfers/faults', body)
  expect((await faults({ lose: 'once' })).status).toBe(400)
  await faults({ lose: 1 })
  expect(await client().send(bill('t10'))).toMatchObject({ became: 'unknown' })
  expect(await state('t10')).toMatchObject({ state: 'waiting' })
  await faults({ swallow: 1 })
  expect(await client().send(bill('t11'))).toMatchObject({ became: 'unknown' })
  expect(await state('t11')).toEqual({ became: 'none' })
  await faults({ balanceFen: 0 })
  expect(await client().send(bill('t11'))).toMatchObject({ why: 'balance' })
  await faults({ refuse: { times: 1, status: 429, code: 'FREQUENCY_LIMITED' } })
  expect(await client().send(bill('t11'))).toMatchObject({ why: 'limit' })
  await faults({ hesitate: 1 })
  expect(await client().send(bill('t11'))).toMatchObject({ status: { state: 'accepted' } })
  expect(await client().send(bill('t11'))).toMatchObject(waiting)
})

it('has no client where a key is missing, or is none', () => {
  const env = cloud.transfers.env(cloud.url)
  for (const name of Object.keys(env).filter((one) => !/HOST|NOTIFY/.test(one)))
    for (const value of ['', 'x'.repeat(31)].slice(0, /KEY$/.test(name) ? 2 : 1))
      expect(wechatTransfers({ env: { ...env, [name]: value }, http: fetchHttp, clock: () => 0 })).toBeNull()
  const oneLine = env['WXPAY_PRIVATE_KEY']!.trim().replaceAll('\n', '\\n')
  expect(
    wechatTransfers({ env: { ...env, WXPAY_PRIVATE_KEY: oneLine }, http: fetchHttp, clock: () => 0 }),
  ).not.toBeNull()
})
