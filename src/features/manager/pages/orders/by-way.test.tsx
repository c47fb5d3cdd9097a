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
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aBoard, aBoardOrder, aMe, NOW, STORE_ID } from '../../../../../tests/builders/shop-views'
import { page } from '../../../../../tests/builders/taro'
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

/** Today at 14:20. */
const slot = {
  slotId: 's1',
  day: '20261122',
  at: NOW + 4 * HOUR_MS + 20 * MINUTE_MS,
  pointName: '3 号宿舍楼下',
  pointAddress: '',
}

it('sums up pre-orders by time and place, and folds those that have time once they are accepted', async () => {
  const orders = ['A101', 'A102'].map((pickupCode, i) =>
    aBoardOrder({ id: `p${i}`, pickupCode, way: 'preorder', slot, state: 'making' }),
  )
  await openBoard(...orders)
  fireEvent.click(screen.getByText('制作中'))
  expect(screen.getByText('今天 14:20')).toBeTruthy()
  expect(screen.getByText('3 号宿舍楼下')).toBeTruthy()
  expect(screen.getByText('共 2 单 2 份')).toBeTruthy()
  expect(screen.getByText('×2')).toBeTruthy()
  expect(screen.queryByText('A101')).toBeNull()
  fireEvent.click(screen.getByText('逐单处理'))
  expect(screen.getByText('A101')).toBeTruthy()
  expect(screen.getByText('A102')).toBeTruthy()
})

it('accepts the pre-orders of a slot with one call, and says what became of them', async () => {
  const orders = ['A101', 'A102', 'A103'].map((pickupCode, i) =>
    aBoardOrder({ id: `p${i}`, pickupCode, way: 'preorder', slot }),
  )
  await openBoard(...orders)
  const results = [
    { orderId: 'p0', accepted: true, state: 'making' },
    { orderId: 'p1', accepted: true, state: 'making' },
    { orderId: 'p2', accepted: false, state: 'refunding' },
  ]
  cloud.script('manager.acceptAll', no('OFFLINE'), ok({ board: aBoard([]), results }))
  fireEvent.click(screen.getByText('接下这 3 单'))
  await pass(0)
  expect(screen.getByText('A101')).toBeTruthy()
  fireEvent.click(screen.getByText('接下这 3 单'))
  fireEvent.click(screen.getByText('接下这 3 单'))
  await pass(0)
  expect(cloud.inputs('manager.acceptAll')).toEqual([
    { storeId: STORE_ID, orderIds: ['p0', 'p1', 'p2'] },
    { storeId: STORE_ID, orderIds: ['p0', 'p1', 'p2'] },
  ])
  expect(toasts().at(-1)).toBe('已接 2 单，1 单已取消')
  expect(screen.queryByText('A101')).toBeNull()
})

const tomorrow = { day: '20261123', orders: 12, waiting: 5, units: 15 }

it('counts what is ordered for later days beside today’s work, and says what came in without ringing', async () => {
  cloud.script('manager.board', ok({ board: aBoard([], { ahead: [tomorrow] }) }))
  render(<ManagerOrdersPage />)
  await pass(0)
  expect(screen.getByText('明天 12 单')).toBeTruthy()
  expect(screen.getByText('没有等着接的单')).toBeTruthy()
  cloud.script(
    'manager.board',
    ok({ board: aBoard([], { ahead: [{ ...tomorrow, orders: 13, waiting: 6 }] }) }),
  )
  await pass(30_000)
  expect(chime).not.toHaveBeenCalled()
  expect(toasts()).toEqual(['来了 1 单预订'])
  fireEvent.click(screen.getByText('之后的预订'))
  expect(jest.mocked(Taro.navigateTo).mock.calls.at(-1)?.[0]).toMatchObject({
    url: `/features/manager/pages/ahead/index?storeId=${STORE_ID}&day=20261123`,
  })
})

it('rings for no pre-order that comes onto the board with its day', async () => {
  await openBoard()
  const dawn = { ...slot, day: '20261123', at: NOW + 21 * HOUR_MS }
  const theirs = aBoardOrder({ way: 'preorder', slot: dawn })
  act(() => page.hide())
  jest.setSystemTime(NOW + 15 * HOUR_MS)
  cloud.script('manager.board', ok({ board: aBoard([theirs]) }))
  act(() => page.show())
  await pass(0)
  expect(screen.getByText('A012')).toBeTruthy()
  expect(chime).not.toHaveBeenCalled()
  expect(screen.queryByText('新')).toBeNull()
})

it('says how long a delivery is on its way, and what to do when that is long', async () => {
  const out = (minutes: number, over: Partial<BoardOrder>) =>
    delivery({ state: 'delivering', deliveringAt: NOW - minutes * MINUTE_MS, ...over })
  await openBoard(out(0, {}), out(12, { id: 'o2' }), out(130, { id: 'o3' }))
  fireEvent.click(screen.getByText('配送中'))
  for (const words of ['刚出发', '在路上 12 分钟', '在路上 2 小时'])
    expect(screen.getByText(words)).toBeTruthy()
  expect(screen.getAllByText('送到了请点「已送达」，没标记的打烊后自动完成')).toHaveLength(1)
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
