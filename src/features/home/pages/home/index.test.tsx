/** @jest-environment jsdom */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { Shop, Store } from '@shared/catalogue/contract'
import { heardClock } from '@/platform/clock'
import { useShop } from '@/features/catalogue'
import { useMe } from '@/features/members'
import { TABS } from '@/platform/navigation'
import { openHome, useHome } from '../../store'
import HomePage from './index'
import { EMPTY_ACCOUNT } from '@shared/points/account'
import { cloud, no } from '../../../../../tests/builders/answers'
import { aCoupon, aDelivery, aLoyalty, aPreorder, aShop, NOW } from '../../../../../tests/builders/shop-views'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

const shop: Shop = {
  name: '常客咖啡早餐铺',
  notice: '桂花拿铁上新',
  menuVersion: 1,
  stores: [
    {
      id: 'campus',
      name: '学府路店',
      address: '学府路 18 号',
      phone: '0571',
      lat: 30,
      lng: 120,
      hours: [{ from: 0, to: 1440 }],
      ways: ['pickup'],
      paused: false,
      stopped: [],
      daily: {},
      specialDays: {},
      minimumFen: 0,
      delivery: null,
      preorder: null,
      secondsPerUnit: 90,
      tables: [],
    },
  ],
  packaging: [],
  templates: {},
  welcome: aCoupon.terms,
  loyalty: aShop.loyalty,
  promoting: false,
}
const opened = (member: boolean) => ({
  ok: true,
  data: {
    shop,
    menu: { version: 1, categories: [], products: [] },
    soldOut: {},
    me: {
      member: member
        ? {
            id: 'm1',
            nickname: '小林',
            avatar: '',
            phoneMasked: null,
            joinedAt: 0,
            birthday: null,
            account: EMPTY_ACCOUNT,
            worksAt: [],
          }
        : null,
      coupons: [],
    },
  },
  requestId: 'r1',
  now: 1_000,
})

const forgetAll = () => {
  useShop.setState({
    shop: null,
    menu: null,
    storeId: null,
    failure: null,
    loading: false,
    heardAt: 0,
    way: 'pickup',
  })
  useMe.setState({ me: null })
  useHome.setState({ opening: false, failure: null })
  cloud.forget()
  cloud.script('referral.code', no('OFFLINE'))
}
beforeEach(forgetAll)
afterEach(cleanup)

it('opens in one call: store, entries, and the invitation for a stranger', async () => {
  cloud.script('home.open', opened(false))
  render(<HomePage />)
  expect(screen.queryByText('自取')).toBeNull()
  await act(openHome)
  expect(screen.getByText('学府路店')).toBeTruthy()
  expect(screen.getByText('营业中')).toBeTruthy()
  expect(screen.getByText('入会送券，满 15 减 5')).toBeTruthy()
  expect(cloud.asked).toEqual([{ action: 'home.open', input: { knownMenu: null } }])
})

it('greets a member, and names the menu it knows the next time', async () => {
  cloud.script('home.open', opened(true))
  render(<HomePage />)
  await act(openHome)
  expect(screen.getByText('小林，欢迎回来')).toBeTruthy()
  await act(openHome)
  expect(cloud.inputs('home.open').at(-1)).toEqual({ knownMenu: 1 })
})

it('says what went wrong with an id to quote, and tries again on a tap', async () => {
  const bug = { ok: false, code: 'INTERNAL', requestId: 'req-20261122', now: 1 }
  cloud.script('home.open', bug, opened(false))
  render(<HomePage />)
  await act(openHome)
  expect(screen.getByText(/编号 20261122/)).toBeTruthy()
  await act(async () => {
    fireEvent.click(screen.getByText('再试一次'))
  })
  expect(screen.getByText('学府路店')).toBeTruthy()
})

it('leads to the menu for 自取, and shows no way that the store does not have', async () => {
  cloud.script('home.open', opened(true))
  render(<HomePage />)
  await act(openHome)
  const go = jest.mocked(Taro.switchTab)
  go.mockClear()
  expect(screen.queryByText('堂食')).toBeNull()
  expect(screen.queryByText('外送')).toBeNull()
  expect(screen.queryByText(/扫桌上的码/)).toBeNull()
  fireEvent.click(screen.getByText('自取'))
  expect(go).toHaveBeenCalledWith({ url: TABS.menu })
})

it('shows what each way asks: 自取 and 外送 large, 预订 with its soonest time', async () => {
  const every: Store = {
    ...shop.stores[0]!,
    ways: ['dineIn', 'preorder', 'delivery', 'pickup'],
    delivery: aDelivery,
    preorder: aPreorder,
  }
  const reply = opened(true)
  cloud.script('home.open', { ...reply, data: { ...reply.data, shop: { ...shop, stores: [every] } } })
  heardClock(NOW)
  const { container } = render(<HomePage />)
  await act(openHome)
  const large = [...container.querySelectorAll('.entry__name')].map((x) => x.textContent)
  expect(large).toEqual(['自取', '外送'])
  expect(screen.getByText('起送 ¥15 · 免配送费满 ¥40')).toBeTruthy()
  expect(screen.getByText('最早 明早 07:20 · 3 号宿舍楼下')).toBeTruthy()
  expect(screen.getByText(/扫桌上的码/)).toBeTruthy()
  fireEvent.click(screen.getByText('预订'))
  expect(useShop.getState().way).toBe('preorder')
})

it('counts coupons and points, and says which of them end soon', async () => {
  heardClock(NOW)
  const account = { ...EMPTY_ACCOUNT, lots: { '202612': 120, '202711': 206 } }
  const { me, ...rest } = opened(true).data
  const data = {
    ...rest,
    shop: { ...shop, loyalty: aLoyalty },
    me: { ...me, member: { ...me.member, account } },
  }
  cloud.script('home.open', { ...opened(true), data, now: NOW })
  render(<HomePage />)
  await act(() => openHome())
  expect(screen.getByLabelText('0 张券')).toBeTruthy()
  expect(screen.getByLabelText('326 积分')).toBeTruthy()
  expect(screen.getByText('120 积分将在 12 月 31 日过期')).toBeTruthy()
})
