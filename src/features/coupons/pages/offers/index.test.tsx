/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { Offer } from '@shared/coupons/contract'
import { EMPTY_ACCOUNT } from '@shared/points/account'
import { putShop } from '@/features/catalogue'
import { useMe } from '@/features/members'
import { heardClock } from '@/platform/clock'
import { askConsents } from '@/platform/subscribe'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aCoupon, aMe, aMenu, aShop, NOW } from '../../../../../tests/builders/shop-views'
import Taro from '../../../../../tests/builders/taro'
import { useOffers } from '../../offers-store'
import OffersPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))
jest.mock('@/platform/subscribe', () => ({ askConsents: jest.fn(async () => ({})) }))

const settle = () => act(async () => {})
const offer = (over: Partial<Offer> = {}): Offer => ({
  campaignId: 'c1',
  terms: { ...aCoupon.terms, title: '满 20 减 3' },
  by: { kind: 'claim' },
  validity: { kind: 'days', days: 7 },
  endsAt: NOW + 1,
  left: 1,
  remaining: null,
  hindrance: null,
  ...over,
})
const claimed = { coupon: { ...aCoupon, id: 'c9' }, account: EMPTY_ACCOUNT }
const show = async (...offers: Offer[]) => {
  cloud.script('coupons.offers', ok({ offers }))
  render(<OffersPage />)
  await settle()
}
const tap = async (text: string) => {
  fireEvent.click(screen.getByText(text))
  await settle()
}
const toasts = () =>
  (jest.mocked(Taro.showToast).mock.calls as unknown as { title: string }[][]).map(
    ([options]) => options?.title,
  )

beforeEach(() => {
  heardClock(NOW)
  cloud.forget()
  jest.clearAllMocks()
  useMe.setState({ me: aMe })
  useOffers.setState({ offers: null, failed: null })
})

it('takes a coupon, shows it as taken, and puts it into the wallet at once', async () => {
  await show(offer())
  cloud.script('coupons.claim', ok(claimed))
  await tap('领取')
  expect(screen.getByText('已领取')).toBeTruthy()
  expect(toasts()).toEqual(['领取成功，在我的券里'])
  expect(useMe.getState().me?.coupons.map(({ id }) => id)).toContain('c9')
})

describe('the tap asks whether to be reminded', () => {
  const templates = { ready: 'tmpl-ready', COUPON_EXPIRING: 'tmpl-ends' }
  beforeEach(() => {
    jest.mocked(askConsents).mockResolvedValue({ COUPON_EXPIRING: 'accept' })
    putShop({ shop: { ...aShop, templates }, menu: aMenu, soldOut: {} })
  })
  afterEach(() => void jest.mocked(askConsents).mockResolvedValue({}))

  it('inside the tap, of this message alone, and tells the cloud the answer', async () => {
    await show(offer())
    cloud.script('coupons.claim', ok(claimed))
    fireEvent.click(screen.getByText('领取'))
    expect(jest.mocked(askConsents).mock.calls).toEqual([[{ COUPON_EXPIRING: 'tmpl-ends' }]])
    expect(cloud.inputs('coupons.claim')).toEqual([])
    await settle()
    expect(cloud.inputs('coupons.claim')).toMatchObject([{ consents: { COUPON_EXPIRING: 'accept' } }])
  })

  it('once for a claim that is sent again, and gives the coupon whatever the answer was', async () => {
    jest.mocked(askConsents).mockResolvedValue({ COUPON_EXPIRING: 'reject' })
    await show(offer())
    cloud.script('coupons.claim', no('OFFLINE'), ok(claimed))
    await tap('领取')
    await tap('领取')
    expect(askConsents).toHaveBeenCalledTimes(1)
    expect(toasts().at(-1)).toBe('领取成功，在我的券里')
    expect(cloud.inputs('coupons.claim').map(({ consents }) => consents)).toEqual([
      { COUPON_EXPIRING: 'reject' },
      { COUPON_EXPIRING: 'reject' },
    ])
  })

  it('not for a coupon that ends too soon', async () => {
    await show(offer({ validity: { kind: 'days', days: 1 } }))
    cloud.script('coupons.claim', ok(claimed))
    await tap('领取')
    expect(askConsents).not.toHaveBeenCalled()
  })
})

it('sends the same key again after the network went away, and a new one for the next coupon', async () => {
  await show(offer({ left: 2 }))
  cloud.script('coupons.claim', no('OFFLINE'), ok(claimed), ok(claimed))
  await tap('领取')
  await tap('领取')
  await act(async () => useOffers.setState({ offers: [offer({ left: 1 })] }))
  await tap('领取')
  const keys = cloud.inputs('coupons.claim').map(({ key }) => key)
  expect(keys[0]).toBe(keys[1])
  expect(keys[2]).not.toBe(keys[1])
})

it('says why not, and looks again', async () => {
  await show(offer())
  cloud.script('coupons.claim', no('SOLD_OUT'))
  cloud.script('coupons.offers', ok({ offers: [offer({ hindrance: 'SOLD_OUT', remaining: 0 })] }))
  await tap('领取')
  expect(toasts()).toEqual(['来晚一步，券已经被领完了'])
  expect(screen.getByText('已抢光')).toBeTruthy()
})

it('asks before it spends points', async () => {
  await show(offer({ by: { kind: 'points', points: 300 } }))
  cloud.script('coupons.claim', ok(claimed))
  fireEvent.click(screen.getAllByText('兑换')[1]!)
  await settle()
  expect(screen.getByText('用 300 积分兑换？')).toBeTruthy()
  expect(cloud.inputs('coupons.claim')).toEqual([])
  fireEvent.click(screen.getAllByText('兑换').at(-1)!)
  await settle()
  expect(cloud.inputs('coupons.claim')).toHaveLength(1)
})

it('lets a stranger join and take it with one tap', async () => {
  useMe.setState({ me: { member: null, coupons: [] } })
  await show(offer({ hindrance: 'NOT_A_MEMBER' }))
  cloud.script('members.join', ok({ me: aMe, welcomed: null }))
  cloud.script('coupons.claim', ok(claimed))
  await tap('入会领取')
  expect(cloud.asked.map(({ action }) => action)).toEqual([
    'coupons.offers',
    'members.join',
    'coupons.claim',
    'coupons.offers',
  ])
})

it('takes a code as it was typed, and says below it what is wrong', async () => {
  await show()
  expect(screen.getByText('现在没有可领的券')).toBeTruthy()
  cloud.script('coupons.redeemCode', no('CODE_UNKNOWN'), ok(claimed))
  const input = screen.getByPlaceholderText('有兑换码？在这里输入')
  fireEvent.input(input, { target: { value: ' hello ' } })
  await tap('兑换')
  expect(screen.getByText('没有这个兑换码，请核对一下')).toBeTruthy()
  await tap('兑换')
  expect(cloud.inputs('coupons.redeemCode')).toMatchObject([{ code: 'hello' }, { code: 'hello' }])
  expect(toasts()).toEqual(['兑换成功，在我的券里'])
})

it('says what went wrong instead of the list, and tries again', async () => {
  cloud.script('coupons.offers', no('OFFLINE'), ok({ offers: [offer()] }))
  render(<OffersPage />)
  await settle()
  await tap('再试一次')
  expect(screen.getByText('满 20 减 3')).toBeTruthy()
})
