/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { putMe } from '@/features/members'
import { chime } from '@/platform/chime'
import { heardClock } from '@/platform/clock'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aBoard, aBoardOrder, aMe, NOW, STORE_ID } from '../../../../../tests/builders/shop-views'
import { turnTo } from '../../store'
import ManagerHomePage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))
jest.mock('@/platform/chime', () => ({ chime: jest.fn() }))

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))
const orders = [
  aBoardOrder({ id: 'o1' }),
  aBoardOrder({ id: 'o2' }),
  aBoardOrder({ id: 'o3', state: 'ready' }),
]

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
  heardClock(NOW)
  window.localStorage.clear()
  cloud.forget()
  turnTo('')
  putMe(aMe)
  jest.mocked(Taro.navigateTo).mockClear()
})
afterEach(() => {
  jest.useRealTimers()
})

async function openPage(board: ReturnType<typeof aBoard>) {
  cloud.script('manager.board', ok({ board }))
  render(<ManagerHomePage />)
  await pass(0)
}
const entries = () =>
  Array.from(document.querySelectorAll('.home-entries__name')).map((entry) => entry.textContent)
const opened = () => jest.mocked(Taro.navigateTo).mock.calls.map(([{ url }]) => url)

it('counts what waits at the counter, and leads there', async () => {
  await openPage(aBoard(orders))
  const counts = Array.from(document.querySelectorAll('.home-board__count')).map((c) => c.textContent)
  expect(counts).toEqual(['2待接单', '0制作中', '1待取餐'])
  fireEvent.click(screen.getByText('订单'))
  expect(opened()).toEqual([`/features/manager/pages/orders/index?storeId=${STORE_ID}`])
})

it('counts what is on its way only where something is, and tells the owner what reconciliation found', async () => {
  await openPage(aBoard([aBoardOrder({ id: 'o4', way: 'delivery', state: 'delivering' })], { alerts: 3 }))
  expect(screen.getByText('配送中')).toBeTruthy()
  expect(document.querySelector('.home-entries__badge')?.textContent).toBe('3')
})

it('leads the owner everywhere, each time to this store', async () => {
  await openPage(aBoard([]))
  expect(entries()).toEqual([
    '库存',
    '会员',
    '优惠活动',
    '邀请有礼',
    '没付完的单',
    '推客',
    '渠道码',
    '门店设置',
    '店铺设置',
    '发票',
    '对账提醒',
  ])
  fireEvent.click(screen.getByText('门店设置'))
  expect(opened()).toEqual([`/features/manager/pages/store/index?storeId=${STORE_ID}`])
})

it('shows a clerk what clerks do', async () => {
  await openPage(aBoard([], { role: 'clerk' }))
  expect(screen.getByText('店员')).toBeTruthy()
  expect(entries()).toEqual(['库存', '会员'])
})

it('says that the store is paused, that refunds are stuck, and that it may be out of date', async () => {
  const stuck = aBoardOrder({ id: 'o9', state: 'refunding', trouble: '微信没有退成功' })
  await openPage(aBoard([stuck], { paused: true }))
  expect(screen.getByText('已暂停接单')).toBeTruthy()
  expect(screen.getByText('有 1 单退款卡住了，点这里处理')).toBeTruthy()
  cloud.script('manager.board', no('BUSY'))
  await pass(30_000)
  expect(screen.getByText('现在有点忙，请再点一次，上面可能不是最新的')).toBeTruthy()
})

it('rings for an order that comes in while it is looked at', async () => {
  await openPage(aBoard([]))
  cloud.script('manager.board', ok({ board: aBoard(orders.slice(0, 1)) }))
  await pass(30_000)
  expect(chime).toHaveBeenCalledTimes(1)
})

it('is closed to who works nowhere, and to who was dismissed', async () => {
  await openPage(aBoard([]))
  cloud.script('manager.board', no('FORBIDDEN'))
  await pass(30_000)
  expect(screen.getByText('这里是店员的工作台')).toBeTruthy()
  act(() => putMe({ ...aMe, member: { ...aMe.member!, worksAt: [] } }))
  expect(screen.getByText('这里是店员的工作台')).toBeTruthy()
})
