/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { heardClock } from '@/platform/clock'
import { cloud, later, ok } from '../../../../../tests/builders/answers'
import { anOrderView, NOW } from '../../../../../tests/builders/shop-views'
import { page } from '../../../../../tests/builders/taro'
import { turnToOrder, useOrder } from '../../order'
import OrderPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

const unpaid = anOrderView({ state: 'pendingPay', paidAt: null, payBefore: NOW + 3_000 })
const got = (order: typeof unpaid, refreshAfterMs: number | null) => ok({ order, refreshAfterMs })

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
  heardClock(NOW)
  cloud.forget()
  turnToOrder('')
  page.params = { id: 'o1' }
})
afterEach(() => {
  jest.useRealTimers()
})

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))

it('counts down to the deadline, and then takes no payment any more', async () => {
  cloud.script('orders.get', got(unpaid, null))
  render(<OrderPage />)
  await pass(0)
  expect(screen.getByText(/请在 00:03 内支付/)).toBeTruthy()
  await pass(1_000)
  expect(screen.getByText(/请在 00:02 内支付/)).toBeTruthy()
  await pass(2_000)
  expect(screen.getByText('已超过支付时间，正在取消订单')).toBeTruthy()
  fireEvent.click(screen.getByText('继续支付'))
  await pass(0)
  expect(cloud.inputs('orders.pay')).toHaveLength(0)
})

it('asks again by itself while it is looked at, and not behind another page', async () => {
  cloud.script('orders.get', got(anOrderView(), 10_000))
  render(<OrderPage />)
  await pass(0)
  const first = cloud.inputs('orders.get').length
  await pass(10_000)
  expect(cloud.inputs('orders.get')).toHaveLength(first + 1)
  act(() => page.hide())
  await pass(600_000)
  expect(cloud.inputs('orders.get')).toHaveLength(first + 1)
  act(() => page.show())
  await pass(0)
  expect(cloud.inputs('orders.get')).toHaveLength(first + 2)
})

it('stops asking when the cloud says that nothing more will come', async () => {
  cloud.script('orders.get', got(anOrderView({ state: 'ready' }), null))
  render(<OrderPage />)
  await pass(3_600_000)
  expect(cloud.inputs('orders.get')).toHaveLength(1)
  expect(screen.getByText('做好了，请到柜台取餐')).toBeTruthy()
})

it('shows nothing of an order whose answer comes after the page turned to another one', async () => {
  const slow = later()
  cloud.script('orders.get', slow.promise)
  render(<OrderPage />)
  await pass(0)
  act(() => turnToOrder('o2'))
  await act(async () => slow.answer(got(anOrderView({ pickupCode: 'A099' }), null)))
  expect(screen.queryByText('A099')).toBeNull()
  expect(useOrder.getState().order).toBeNull()
})

it('cancels only after asking, and says that it did', async () => {
  cloud.script('orders.get', got(unpaid, null))
  cloud.script('orders.cancel', got({ ...unpaid, state: 'closing', closedReason: '你取消了订单' }, null))
  render(<OrderPage />)
  await pass(0)
  fireEvent.click(screen.getByText('取消订单'))
  expect(cloud.inputs('orders.cancel')).toHaveLength(0)
  fireEvent.click(screen.getAllByText('取消订单').at(-1) as HTMLElement)
  await pass(0)
  expect(cloud.inputs('orders.cancel')).toEqual([{ orderId: 'o1' }])
  expect(screen.getByText('已取消')).toBeTruthy()
})

it('says that a link without an order is incomplete, and asks nobody', async () => {
  page.params = {}
  render(<OrderPage />)
  await pass(0)
  expect(screen.getByText('可能是别人的订单，或者链接不完整')).toBeTruthy()
  expect(cloud.inputs('orders.get')).toHaveLength(0)
})
