/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { HOUR_MS, MINUTE_MS } from '@shared/kernel/time'
import type { BoardOrder } from '@shared/manager/contract'
import { putMe } from '@/features/members'
import { heardClock } from '@/platform/clock'
import { cloud, later, no, ok } from '../../../../../tests/builders/answers'
import { aBoard, aBoardOrder, aMe, NOW, STORE_ID } from '../../../../../tests/builders/shop-views'
import { page } from '../../../../../tests/builders/taro'
import { turnToDay } from '../../ahead-orders'
import { turnTo } from '../../store'
import ManagerAheadPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))
jest.mock('@/platform/chime', () => ({ chime: jest.fn() }))

const DAY = '20261123'
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([options]) => options?.title)
const slot = (pointName: string, minutes: number) => ({
  slotId: `s${minutes}`,
  day: DAY,
  at: NOW + 14 * HOUR_MS + minutes * MINUTE_MS,
  pointName,
  pointAddress: '',
})
const order = (id: string, over: Partial<BoardOrder> = {}) =>
  aBoardOrder({ id, pickupCode: id, way: 'preorder', slot: slot('3 号宿舍楼下', 440), ...over })
const dayAhead = (orders: readonly BoardOrder[], over: object = {}) => {
  const waiting = orders.filter((o) => o.state === 'paid').length
  const days = orders.length === 0 ? [] : [{ day: DAY, orders: orders.length, waiting, units: orders.length }]
  return ok({ role: 'owner', days, orders, hidden: 0, ...over })
}

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
  heardClock(NOW)
  cloud.forget()
  turnTo('')
  turnToDay('', '')
  putMe(aMe)
  page.params = { storeId: STORE_ID, day: DAY }
  jest.mocked(Taro.showToast).mockClear()
})
afterEach(() => {
  page.params = {}
  jest.useRealTimers()
})
async function openPage(...answers: ReturnType<typeof ok>[]) {
  cloud.script('manager.ahead', ...answers)
  render(<ManagerAheadPage />)
  await pass(0)
}

it('sums up a later day by time and place with one call', async () => {
  const dusk = slot('5 号宿舍楼下', 460)
  await openPage(dayAhead([order('A101'), order('A102', { state: 'making' }), order('A103', { slot: dusk })]))
  expect(cloud.asked).toEqual([{ action: 'manager.ahead', input: { storeId: STORE_ID, day: DAY } }])
  for (const words of ['明天 07:20', '3 号宿舍楼下', '共 2 单 2 份，1 单待接', '明天 07:40', '5 号宿舍楼下'])
    expect(screen.getByText(words)).toBeTruthy()
  expect(screen.queryByText('A101')).toBeNull()
})

it('accepts the whole day with one tap, however often it is tapped', async () => {
  await openPage(dayAhead([order('A101'), order('A102', { slot: slot('5 号宿舍楼下', 460) })]))
  const answer = later()
  cloud.script('manager.acceptAll', answer.promise)
  for (const tap of [1, 2]) fireEvent.click(screen.getByText('接下明天的 2 单'), { detail: tap })
  const results = ['A101', 'A102'].map((orderId) => ({ orderId, accepted: true, state: 'making' }))
  const ahead = [{ day: DAY, orders: 2, waiting: 0, units: 2 }]
  answer.answer(ok({ board: aBoard([], { ahead }), results }))
  await pass(0)
  expect(cloud.inputs('manager.acceptAll')).toEqual([{ storeId: STORE_ID, orderIds: ['A101', 'A102'] }])
  expect(toasts()).toEqual(['已接 2 单'])
  expect(screen.queryByText(/^接下/)).toBeNull()
  expect(cloud.inputs('manager.ahead')).toHaveLength(1)
})

it('brings up the next ones where a day has more than one tap takes', async () => {
  const many = Array.from({ length: 40 }, (_, i) => order(`B${i}`))
  await openPage(dayAhead(many, { hidden: 1 }), dayAhead([order('B40')]))
  expect(screen.getByText('这一天的单很多，还有 1 单没有显示')).toBeTruthy()
  const results = many.map(({ id }) => ({ orderId: id, accepted: true, state: 'making' }))
  cloud.script('manager.acceptAll', ok({ board: aBoard([]), results }))
  fireEvent.click(screen.getByText('接下这 40 单'))
  await pass(0)
  expect(screen.getByText('共 1 单 1 份')).toBeTruthy()
})

it('serves one of them alone: accepts, and refuses it off the page; nothing is called before its day', async () => {
  await openPage(dayAhead([order('A101'), order('A102')]))
  fireEvent.click(screen.getByText('逐单处理'))
  cloud.script('manager.accept', ok({ board: aBoard([]), order: order('A101', { state: 'making' }) }))
  fireEvent.click(screen.getAllByText('接单')[0]!)
  await pass(0)
  expect(screen.queryByText('做好了')).toBeNull()
  cloud.script('manager.refuse', ok({ board: aBoard([]), order: order('A102', { state: 'refunding' }) }))
  fireEvent.click(screen.getAllByText('拒单退款')[1]!)
  fireEvent.click(screen.getByText('商品卖完了'))
  fireEvent.click(screen.getByText(/^拒单并退款/))
  fireEvent.click(screen.getAllByText('拒单并退款').at(-1) as HTMLElement)
  await pass(0)
  expect(screen.queryByText('A102')).toBeNull()
  expect(screen.getByText('A101')).toBeTruthy()
})

it('reads again what somebody else was faster with', async () => {
  await openPage(dayAhead([order('A101'), order('A102')]), dayAhead([order('A102')]))
  fireEvent.click(screen.getByText('逐单处理'))
  cloud.script('manager.accept', no('WRONG_STATE', { state: 'refunding', board: aBoard([]) }))
  fireEvent.click(screen.getAllByText('接单')[0]!)
  await pass(0)
  expect(toasts()).toEqual(['这单已经是「退款中」，看板已更新'])
  expect(screen.queryByText('A101')).toBeNull()
})

it('turns to another day, and shows only its orders', async () => {
  const days = [
    { day: DAY, orders: 1, waiting: 0, units: 1 },
    { day: '20261124', orders: 3, waiting: 3, units: 3 },
  ]
  await openPage(dayAhead([order('A101', { state: 'making' })], { days }), dayAhead([], { days }))
  fireEvent.click(screen.getByText('后天 3 单'))
  expect(screen.queryByText('3 号宿舍楼下')).toBeNull()
  await pass(0)
  expect(cloud.inputs('manager.ahead').map((input) => input['day'])).toEqual([DAY, '20261124'])
  expect(screen.getByText('后天还没有预订')).toBeTruthy()
})

it('says what is wrong, tries again, and keeps what it knows when a pull fails', async () => {
  await openPage(no('OFFLINE'), dayAhead([order('A101')]), no('OFFLINE'))
  fireEvent.click(screen.getByText('再试一次'))
  await pass(0)
  expect(screen.getByText('明天 07:20')).toBeTruthy()
  act(() => page.pull())
  await pass(0)
  expect(screen.getByText(/^没刷新成功/)).toBeTruthy()
  expect(screen.getByText('明天 07:20')).toBeTruthy()
})

it('is for the store’s staff', async () => {
  await openPage(no('FORBIDDEN'))
  expect(screen.getByText('这里是店员的工作台')).toBeTruthy()
})
