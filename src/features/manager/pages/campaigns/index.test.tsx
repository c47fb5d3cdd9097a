/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { putShop } from '@/features/catalogue'
import { heardClock } from '@/platform/clock'
import { DAY_MS } from '@shared/kernel/time'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aCampaign } from '../../../../../tests/builders/campaign-views'
import { aMenu, aShop, NOW } from '../../../../../tests/builders/shop-views'
import { page } from '../../../../../tests/builders/taro'
import { useCampaigns } from '../../campaigns/store'
import CampaignsPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

const pass = (ms = 0) => act(() => jest.advanceTimersByTimeAsync(ms))

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
  heardClock(NOW)
  window.localStorage.clear()
  cloud.forget()
  jest.clearAllMocks()
  useCampaigns.setState({ campaigns: null, failed: null, heardAt: 0 })
  putShop({ shop: aShop, menu: aMenu, soldOut: {} })
})
afterEach(() => {
  jest.useRealTimers()
})

async function openList(...campaigns: ReturnType<typeof aCampaign>[]) {
  cloud.script('campaigns.list', ok({ campaigns }))
  render(<CampaignsPage />)
  await pass()
}
const turnTo = (shelf: string) => fireEvent.click(screen.getByText(new RegExp(`^${shelf} \\d`)))

it('tells of each campaign what it gives, how it comes, when, what is out and what the rest may cost', async () => {
  await openList(aCampaign())
  expect(screen.getByText('秋日立减')).toBeTruthy()
  expect(screen.getByText('满 20 可用')).toBeTruthy()
  expect(screen.getByText('领券中心 · 全场通用')).toBeTruthy()
  expect(screen.getByText('11-17 至 12-16')).toBeTruthy()
  expect(screen.getByText('已发 12 / 100 张')).toBeTruthy()
  expect(screen.getByText('最多还会送出 ¥264')).toBeTruthy()
})

it('puts each where it stands', async () => {
  await openList(
    aCampaign({ id: 'a', name: '正在发' }),
    aCampaign({ id: 'b', name: '停一停', state: 'paused' }),
    aCampaign({ id: 'c', name: '没写完', state: 'draft' }),
    aCampaign({ id: 'd', name: '下周开始', startAt: NOW + 7 * DAY_MS }),
    aCampaign({ id: 'e', name: '到点了', endAt: NOW }),
    aCampaign({ id: 'f', name: '提前结束', state: 'ended' }),
  )
  const names = () =>
    ['正在发', '停一停', '没写完', '下周开始', '到点了', '提前结束'].filter((n) => screen.queryByText(n))
  expect(names()).toEqual(['正在发', '停一停'])
  turnTo('未开始')
  expect(names()).toEqual(['没写完', '下周开始'])
  turnTo('已结束')
  expect(names()).toEqual(['到点了', '提前结束'])
  expect(screen.getAllByText('最多花费 ¥36')).toHaveLength(2)
})

it('opens on the first shelf that has any', async () => {
  await openList(aCampaign({ name: '没写完', state: 'draft' }))
  expect(screen.getByText('没写完')).toBeTruthy()
})

it('begins with what most shops begin with when there is none', async () => {
  await openList()
  fireEvent.click(screen.getByText('第二杯半价'))
  expect(jest.mocked(Taro.navigateTo).mock.calls).toEqual([
    [{ url: '/features/manager/pages/campaign-edit/index?template=second' }],
  ])
})

it('tells a clerk whose place this is', async () => {
  cloud.script('campaigns.list', no('FORBIDDEN'))
  render(<CampaignsPage />)
  await pass()
  expect(screen.getByText('只有店长和店主可以管理活动')).toBeTruthy()
  expect(screen.queryByText('新建活动')).toBeNull()
})

it('says when it could not be read, and keeps what was there', async () => {
  cloud.script('campaigns.list', no('BUSY'), ok({ campaigns: [aCampaign()] }), no('BUSY'))
  render(<CampaignsPage />)
  await pass()
  fireEvent.click(screen.getByText('再试一次'))
  await pass()
  expect(screen.getByText('秋日立减')).toBeTruthy()
  act(() => page.pull())
  await pass()
  expect(screen.getByText('秋日立减')).toBeTruthy()
  expect(screen.getByText('现在有点忙，请再点一次，下面可能不是最新的')).toBeTruthy()
})

it('is read again only when it is old', async () => {
  await openList(aCampaign())
  act(() => page.show())
  await pass()
  expect(cloud.inputs('campaigns.list')).toHaveLength(1)
  await pass(61_000)
  act(() => page.show())
  await pass()
  expect(cloud.inputs('campaigns.list')).toHaveLength(2)
})
