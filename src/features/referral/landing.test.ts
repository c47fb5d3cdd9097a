/** @jest-environment jsdom */
import Taro from '@tarojs/taro'
import { cardPath, codeScene } from '@shared/referral/way'
import { useShop, wantProduct } from '@/features/catalogue'
import { heardClock } from '@/platform/clock'
import { queryOf } from '@/platform/scene'
import { cloud, no, ok } from '../../../tests/builders/answers'
import { beforeJoining, comeIn, useLanding } from './landing'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../tests/builders/answers'))
const MINUTE = 60_000
let codes = 0
/** A code that no other test has told. */
const aCode = () => `${'0'.repeat(9)}${String(++codes).padStart(3, '0')}`
const lands = (landing: object) => cloud.script('referral.land', ok({ landing }))
const offline = () => cloud.script('referral.land', no('OFFLINE'))
const told = () => cloud.inputs('referral.land')
const wanted = () => useShop.getState().wanted
const opened = () => [
  ...jest.mocked(Taro.switchTab).mock.calls.map(([to]) => to.url),
  ...jest.mocked(Taro.navigateTo).mock.calls.map(([to]) => to.url),
]

beforeEach(() => {
  cloud.forget()
  jest.mocked(Taro.switchTab).mockClear()
  jest.mocked(Taro.navigateTo).mockClear()
  window.localStorage.clear()
  useLanding.setState({ claimCode: '' })
  wantProduct(null)
  heardClock(1_000 * MINUTE)
})

it('tells the cloud who brought the person, and opens the drink', async () => {
  lands({ kind: 'product', productId: 'latte' })
  const code = aCode()
  await comeIn({ scene: codeScene(code) })
  expect(cloud.asked).toEqual([{ action: 'referral.land', input: { code } }])
  expect(wanted()).toBe('latte')
  expect(opened()).toEqual(['/features/catalogue/pages/menu/index'])
})

it('opens the drink of a card at once, without a network', async () => {
  offline()
  const coming = comeIn(queryOf(`${cardPath('product', aCode())}&p=latte`))
  expect(wanted()).toBe('latte')
  await coming
})

it('takes a code’s campaign to the claim page, with what opens it there', async () => {
  lands({ kind: 'campaign', campaignId: 'autumn', claimCode: 'SECRET123' })
  await comeIn({ c: aCode() })
  expect(useLanding.getState().claimCode).toBe('SECRET123')
  expect(opened()).toEqual(['/features/coupons/pages/offers/index'])
})

it.each([{}, { scene: 'table:s1:A1' }, { c: 'HELLO' }, { scene: 'c:12' }])(
  'does nothing for %j',
  async (query) => {
    await comeIn(query)
    expect(cloud.asked).toEqual([])
    expect(opened()).toEqual([])
  },
)

it('leaves somebody in the shop whose code nobody knows', async () => {
  lands({ kind: 'shop' })
  await comeIn({ c: aCode() })
  expect(opened()).toEqual([])
})

it('does not come again when WeChat only brings the app back in sight, but does when a card is tapped', async () => {
  lands({ kind: 'shop' })
  const query = { c: aCode() }
  await comeIn(query)
  heardClock(1_029 * MINUTE)
  await comeIn(query)
  expect(told()).toHaveLength(1)
  await comeIn(query, true)
  expect(told()).toHaveLength(2)
  heardClock(1_060 * MINUTE)
  await comeIn(query)
  expect(told()).toHaveLength(3)
})

it('keeps a code that could not be told, and tells it before the person joins', async () => {
  offline()
  const code = aCode()
  await comeIn({ c: code })
  lands({ kind: 'shop' })
  await beforeJoining()
  expect(told().at(-1)).toEqual({ code })
  cloud.asked.length = 0
  await beforeJoining()
  expect(cloud.asked).toEqual([])
})
