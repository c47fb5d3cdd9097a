import fc from 'fast-check'
import { door, fixtureCloud, sdk } from '../../fixtures/cloud'
import type { LocalCloud } from '../../index'
import { misfit } from './template'

const READY = {
  id: 'tmplReady',
  title: '取餐提醒',
  fields: [
    { key: 'character_string1', label: '取餐码' },
    { key: 'thing2', label: '门店' },
  ],
}
const fitting = { character_string1: { value: 'A12' }, thing2: { value: '人民广场店' } }
jest.setTimeout(60_000)

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await fixtureCloud()
  cloud.messages.addTemplates([READY])
})
afterAll(() => cloud.close())

const send = (openid: string, data: object = fitting, templateId = READY.id) =>
  sdk(cloud, openid).openapi('subscribeMessage.send', {
    touser: openid,
    templateId,
    page: 'orders?id=1',
    data,
  })
const consent = (openid: string, answer: string) =>
  door(cloud, 'POST', '/wechat/consents', { openid, answers: { [READY.id]: answer } })

it('one acceptance is one message, then 43101', async () => {
  await consent('oAda', 'accept')
  expect(await send('oAda')).toMatchObject({ errCode: 0 })
  expect(await send('oAda')).toMatchObject({ errCode: 43101 })
})

it('acceptances add up; a refusal takes nothing away', async () => {
  for (const answer of ['accept', 'accept', 'reject', 'ban']) await consent('oBo', answer)
  expect(cloud.messages.balance('oBo', READY.id)).toBe(2)
})

it('parallel sends never spend one consent twice', async () => {
  await consent('oCy', 'accept')
  const answers = await Promise.all(Array.from({ length: 5 }, () => send('oCy')))
  expect(answers.map(({ errCode }) => errCode).sort()).toEqual([0, 43101, 43101, 43101, 43101].sort())
})

it('the inbox shows title, rows with labels and page, to this person alone', async () => {
  await consent('oDee', 'accept')
  await send('oDee')
  const { body } = await door(cloud, 'GET', '/wechat/inbox?openid=oDee')
  expect(body['notices']).toEqual([
    expect.objectContaining({
      openid: 'oDee',
      title: '取餐提醒',
      page: 'orders?id=1',
      rows: [
        { key: 'character_string1', label: '取餐码', value: 'A12' },
        { key: 'thing2', label: '门店', value: '人民广场店' },
      ],
    }),
  ])
  expect((await door(cloud, 'GET', '/wechat/inbox?openid=oNobody')).body['notices']).toEqual([])
})

it.each([
  ['a field is missing', { thing2: { value: '店' } }],
  ['a field is too long', { ...fitting, thing2: { value: '一'.repeat(21) } }],
  ['a field holds what its kind forbids', { ...fitting, character_string1: { value: '取餐' } }],
  ['a value breaks the line', { ...fitting, thing2: { value: 'a\nb' } }],
  ['a value is empty', { ...fitting, thing2: { value: '' } }],
])('47003 when %s, and the consent is kept', async (_, data) => {
  await consent('oEve', 'accept')
  const before = cloud.messages.balance('oEve', READY.id)
  expect(await send('oEve', data)).toMatchObject({ errCode: 47003 })
  expect(cloud.messages.balance('oEve', READY.id)).toBe(before)
})

it('40037 for a template that the console has not', async () => {
  expect(await send('oAda', fitting, 'other')).toMatchObject({ errCode: 40037 })
})

it('refuses an answer that WeChat does not give', async () => {
  expect(await consent('oAda', 'maybe')).toMatchObject({ status: 400 })
})

it.each([
  ['amount1', '¥18.50', true],
  ['amount1', '18元', true],
  ['amount1', '12345678901', false],
  ['phrase1', '已退款', true],
  ['phrase1', 'OK', false],
  ['time1', '2026年6月1日 08:30', true],
  ['time1', '25:00', false],
  ['date1', '2026-06-01', true],
  ['number1', '3.5', true],
  ['number1', '三', false],
  ['phone_number1', '+86 13800000000', true],
  ['name1', '一二三四五六七八九十一', false],
  ['wish1', 'x', false],
  ['thing', 'x', false],
])('%s %s', (key, value, fits) => {
  expect(misfit(key, value) === null).toBe(fits)
})

it('a thing of up to twenty characters fits, one more never', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('杯', 'a', '1', '☕', '😀'), { minLength: 1, maxLength: 40 }),
      (characters) => {
        expect(misfit('thing1', characters.join('')) === null).toBe(characters.length <= 20)
      },
    ),
  )
})
