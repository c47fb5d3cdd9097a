/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { HOUR_MS, MINUTE_MS } from '@shared/kernel/time'
import type { BoardOrder } from '@shared/manager/contract'
import { putMe } from '@/features/members'
import { chime } from '@/platform/chime'
import { copyText } from '@/platform/clipboard'
import { heardClock } from '@/platform/clock'
import { dial } from '@/platform/dial'
import { cloud, ok } from '../../../../../tests/builders/answers'
import { aBoard, aBoardOrder, aMe, NOW } from '../../../../../tests/builders/shop-views'
import { turnTo } from '../../store'
import ManagerOrdersPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))
jest.mock('@/platform/chime', () => ({ chime: jest.fn() }))
jest.mock('@/platform/dial', () => ({ dial: jest.fn() }))
jest.mock('@/platform/clipboard', () => ({ copyText: jest.fn(() => Promise.resolve(true)) }))

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([options]) => options?.title)

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
  heardClock(NOW)
  window.localStorage.clear()
  cloud.forget()
  turnTo('')
  putMe(aMe)
  jest.mocked(chime).mockClear()
  jest.mocked(Taro.showToast).mockClear()
})
afterEach(() => {
  jest.useRealTimers()
})

async function openBoard(...orders: BoardOrder[]) {
  cloud.script('manager.board', ok({ board: aBoard(orders) }))
  render(<ManagerOrdersPage />)
  await pass(0)
}
const destination = {
  name: '林小满',
  phone: '13800001234',
  address: '学府路 18 号 3 号楼 502',
  lat: 31,
  lng: 121,
  distanceM: 1240,
}
const delivery = (over: Partial<BoardOrder> = {}) => aBoardOrder({ way: 'delivery', destination, ...over })

it('sends a delivery out and then says that it has arrived, each with one call', async () => {
  await openBoard(delivery({ state: 'ready' }))
  fireEvent.click(screen.getByText('待取餐'))
  cloud.script('manager.deliver', ok({ board: aBoard([delivery({ state: 'delivering' })]) }))
  fireEvent.click(screen.getByText('出发配送'))
  await pass(0)
  fireEvent.click(screen.getByText('配送中'))
  cloud.script('manager.handOver', ok({ board: aBoard([]) }))
  fireEvent.click(screen.getByText('已送达'))
  await pass(0)
  expect(cloud.asked.map((a) => a.action)).toEqual(['manager.board', 'manager.deliver', 'manager.handOver'])
  expect(screen.queryByText('A012')).toBeNull()
})

it('shows where a delivery goes with a masked name, calls, and copies what a rider needs whole', async () => {
  await openBoard(delivery())
  expect(screen.getByText('外送 · 1.2 km')).toBeTruthy()
  expect(screen.getByText('林** · 尾号 1234')).toBeTruthy()
  expect(screen.queryByText(/林小满|13800001234/)).toBeNull()
  fireEvent.click(screen.getByText('电话'))
  expect(dial).toHaveBeenCalledWith('13800001234')
  fireEvent.click(screen.getByText('复制'))
  expect(copyText).toHaveBeenCalledWith('学府路 18 号 3 号楼 502\n林小满 13800001234')
})

it('says that the address went with a customer who left', async () => {
  await openBoard(delivery({ destination: { ...destination, name: '', phone: '', address: '' } }))
  expect(screen.getByText('顾客已注销，收货地址已删除')).toBeTruthy()
  expect(screen.queryByText('电话')).toBeNull()
})

it('has no column for deliveries where nothing is delivered', async () => {
  await openBoard(aBoardOrder())
  expect(screen.queryByText('配送中')).toBeNull()
})

it('sums up pre-orders by time and place, and folds those of tomorrow once they are accepted', async () => {
  const slot = {
    slotId: 's1',
    day: '20261123',
    at: NOW + 21 * HOUR_MS + 20 * MINUTE_MS,
    pointName: '3 号宿舍楼下',
    pointAddress: '',
  }
  const orders = ['A101', 'A102'].map((pickupCode, i) =>
    aBoardOrder({ id: `p${i}`, pickupCode, way: 'preorder', slot, state: 'making' }),
  )
  await openBoard(...orders)
  fireEvent.click(screen.getByText('制作中'))
  expect(screen.getByText('明天 07:20')).toBeTruthy()
  expect(screen.getByText('3 号宿舍楼下')).toBeTruthy()
  expect(screen.getByText('共 2 单 2 份')).toBeTruthy()
  expect(screen.getByText('×2')).toBeTruthy()
  expect(screen.queryByText('A101')).toBeNull()
  fireEvent.click(screen.getByText('逐单处理'))
  expect(screen.getByText('A101')).toBeTruthy()
  expect(screen.getByText('A102')).toBeTruthy()
})

it('rings again for what nobody accepts, and keeps it in sight on every column', async () => {
  const waits = aBoardOrder({ paidAt: NOW - 5 * MINUTE_MS, acceptBefore: NOW + 10 * MINUTE_MS })
  await openBoard(waits, aBoardOrder({ id: 'o2', state: 'making', pickupCode: 'A009' }))
  expect(chime).not.toHaveBeenCalled()
  cloud.script('manager.board', ok({ board: aBoard([{ ...waits, remindedAt: NOW }]) }))
  await pass(30_000)
  expect(chime).toHaveBeenCalledTimes(1)
  expect(toasts()).toEqual(['A012 还没接单，请尽快处理'])
  expect(screen.getByText('已等 5 分钟，再过 10 分钟会自动退款')).toBeTruthy()
  await pass(30_000)
  expect(chime).toHaveBeenCalledTimes(1)
  fireEvent.click(screen.getByText('制作中'))
  fireEvent.click(screen.getByText('A012 还没接单'))
  expect(screen.getByText('接单')).toBeTruthy()
})

it('shows how many of a line are still to be made after a part was given back', async () => {
  const [latte] = aBoardOrder().lines
  const refund = {
    no: 'part1',
    at: NOW,
    by: 'shop' as const,
    reason: '卖完了',
    units: [{ line: 0, units: 1 }],
    packagingFen: 0,
    deliveryFen: 0,
    payFen: 700,
    points: 0,
    state: 'success' as const,
  }
  await openBoard(aBoardOrder({ lines: [{ ...latte!, qty: 3 }], refunds: [refund] }))
  expect(screen.getByText('×2')).toBeTruthy()
  expect(screen.getByText('已退 1 份')).toBeTruthy()
  expect(screen.getByText('已退 ¥7')).toBeTruthy()
})
