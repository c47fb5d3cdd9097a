/** @jest-environment jsdom */
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { Account } from '@shared/points/contract'
import { shopDay } from '@shared/kernel/time'
import { EMPTY_ACCOUNT } from '@shared/points/account'
import { putShop } from '@/features/catalogue'
import { heardClock } from '@/platform/clock'
import { goTo } from '@/platform/navigation'
import { cloud, later, no, ok } from '../../../../../tests/builders/answers'
import { aCoupon, aLoyalty, aMe, aMenu, aShop, NOW } from '../../../../../tests/builders/shop-views'
import { meMoved, putMe, useMe } from '../../store'
import MePage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

jest.mock('@/platform/navigation', () => ({
  ...jest.requireActual<object>('@/platform/navigation'),
  goTo: jest.fn(),
}))

const STRANGER = { member: null, coupons: [] }
const staffless = { ...aMe, member: aMe.member && { ...aMe.member, worksAt: [] } }

beforeEach(() => {
  cloud.forget()
  jest.mocked(Taro.showToast).mockClear()
  putShop({ shop: aShop, menu: aMenu, soldOut: {} })
  useMe.setState({ me: STRANGER, joining: false, welcomed: null })
})

it('joins once with one tap, and shows the coupon that came', async () => {
  const answer = later()
  cloud.script('members.join', answer.promise)
  render(<MePage />)
  fireEvent.click(screen.getByText('免费入会'))
  fireEvent.click(screen.getByText('免费入会'))
  await act(async () => answer.answer(ok({ me: staffless, welcomed: aCoupon })))
  expect(cloud.inputs('members.join')).toHaveLength(1)
  expect(screen.getByText('欢迎入会')).toBeTruthy()
  expect(screen.getByText('林小满')).toBeTruthy()
  fireEvent.click(screen.getByText('先逛逛'))
  expect(screen.queryByText('欢迎入会')).toBeNull()
})

it('says why joining failed, and lets it be tried again', async () => {
  cloud.script('members.join', no('OFFLINE'))
  render(<MePage />)
  fireEvent.click(screen.getByText('免费入会'))
  await waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(
      expect.objectContaining({ title: '网络好像断了，请检查后再试' }),
    ),
  )
  expect(screen.getByText('免费入会')).toBeTruthy()
})

it('shows the way to the counter to staff alone', () => {
  putMe(staffless)
  const { unmount } = render(<MePage />)
  expect(screen.queryByText('门店工作台')).toBeNull()
  unmount()
  putMe(aMe)
  render(<MePage />)
  expect(screen.getByText('门店工作台')).toBeTruthy()
})

describe('the member card', () => {
  const may = (over: Partial<Account>) =>
    putMe({ ...aMe, member: aMe.member && { ...aMe.member, account: { ...EMPTY_ACCOUNT, ...over } } })
  const spent = (fen: number) => ({ spend: { [shopDay(NOW)]: fen } })
  beforeEach(() => {
    heardClock(NOW)
    jest.mocked(goTo).mockClear()
    putShop({ shop: { ...aShop, loyalty: aLoyalty }, menu: aMenu, soldOut: {} })
  })

  it('says tier, points, and how far the next tier is', () => {
    may({ ...spent(21_050), lots: { '202711': 326 } })
    render(<MePage />)
    expect(screen.getByText('熟客')).toBeTruthy()
    expect(screen.getByText('326')).toBeTruthy()
    expect(screen.getByText('再消费 ¥389.5 升级常客')).toBeTruthy()
    expect(screen.getByText('会员价 9.8 折 · 积分 1.2 倍')).toBeTruthy()
  })

  it('warns of points that end soon instead', () => {
    may({ lots: { '202612': 120, '202711': 326 } })
    render(<MePage />)
    expect(screen.getByText('446')).toBeTruthy()
    expect(screen.getByText('120 积分将在 12 月 31 日过期')).toBeTruthy()
  })

  it('thanks who is at the top', () => {
    may(spent(60_000))
    render(<MePage />)
    expect(screen.getByText('已是最高等级，谢谢你常来')).toBeTruthy()
  })

  it('tells all tiers with what they bring, and which is the own', () => {
    may(spent(0))
    render(<MePage />)
    fireEvent.click(screen.getByText('等级权益'))
    expect(screen.getByText('近 90 天消费 ¥0，再消费 ¥200 升级熟客')).toBeTruthy()
    expect(screen.getByText('近 90 天满 ¥600')).toBeTruthy()
    expect(screen.getByText('9.5 折')).toBeTruthy()
    expect(screen.getAllByText('当前')).toHaveLength(1)
  })

  it.each([
    ['会员码', '/features/members/pages/code/index'],
    ['积分', '/features/points/pages/points/index'],
    ['个人资料', '/features/members/pages/profile/index'],
    ['领券中心', '/features/coupons/pages/offers/index'],
    ['收货地址', '/features/addresses/pages/list/index'],
  ])('%s leads on', (words, path) => {
    may({})
    render(<MePage />)
    fireEvent.click(screen.getByText(words))
    expect(goTo).toHaveBeenCalledWith(path)
  })

  it('speaks of neither in a shop without points and tiers', () => {
    putShop({ shop: aShop, menu: aMenu, soldOut: {} })
    may({})
    render(<MePage />)
    expect(screen.getByText('林小满')).toBeTruthy()
    expect(screen.queryByText('积分')).toBeNull()
    expect(screen.queryByText('等级权益')).toBeNull()
  })
})

it('asks the cloud again when an order moved something, and only then', async () => {
  putMe(aMe)
  const { unmount } = render(<MePage />)
  unmount()
  expect(cloud.asked).toEqual([])
  cloud.script('home.open', ok({ shop: aShop, menu: null, soldOut: {}, me: { ...aMe, coupons: [] } }))
  meMoved()
  render(<MePage />)
  await waitFor(() => expect(screen.getByText('暂无可用')).toBeTruthy())
  expect(cloud.inputs('home.open')).toHaveLength(1)
  expect(useMe.getState().moved).toBe(false)
})
