import { MINUTE_MS } from '@shared/kernel/time'
import { door, fixtureCloud, sdk } from '../../fixtures/cloud'
import type { LocalCloud } from '../../index'

jest.setTimeout(60_000)

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await fixtureCloud()
})
afterAll(() => cloud.close())

const codeFor = async (openid: string) =>
  (await door(cloud, 'POST', '/wechat/phone-code', { openid })).body['code']
const number = (args: object) => sdk(cloud, 'oAda').openapi('phonenumber.getPhoneNumber', args)

it('a code gives the person’s number, once, and always the same number', async () => {
  const code = await codeFor('oAda')
  const first = await number({ code })
  expect(first['phoneInfo']).toMatchObject({
    purePhoneNumber: expect.stringMatching(/^1\d{10}$/),
    countryCode: '86',
  })
  expect(await number({ code })).toMatchObject({ errCode: 40029 })
  const again = await number({ code: await codeFor('oAda'), openid: 'oAda' })
  expect((again['phoneInfo'] as { phoneNumber: string }).phoneNumber).toBe(
    (first['phoneInfo'] as { phoneNumber: string }).phoneNumber,
  )
})

it('a code lives five minutes and belongs to its person', async () => {
  expect(await number({ code: await codeFor('oBo'), openid: 'oAda' })).toMatchObject({ errCode: 40029 })
  const code = await codeFor('oAda')
  await cloud.advance(5 * MINUTE_MS + 1)
  expect(await number({ code })).toMatchObject({ errCode: 40029 })
  expect(await number({ code: 'made-up' })).toMatchObject({ errCode: 40029 })
})
