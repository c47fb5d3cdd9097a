/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { OrderView, RefundView } from '@shared/orders/contract'
import { putShop } from '@/features/catalogue'
import { heardClock } from '@/platform/clock'
import { cloud, later, no, ok } from '../../../../../tests/builders/answers'
import { aDelivery, aMenu, anOrderView, aShop, aStore, NOW } from '../../../../../tests/builders/shop-views'
import { page } from '../../../../../tests/builders/taro'
import { turnToOrder, useOrder } from '../../order'
import OrderPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

const unpaid = anOrderView({ state: 'pendingPay', paidAt: null, payBefore: NOW + 3_000 })
const got = (order: OrderView, refreshAfterMs: number | null, queue: unknown = null) =>
  ok({ order, queue, refreshAfterMs })

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

it('gives a paid order up only after asking, and shows what is on its way back', async () => {
  const paid = anOrderView({ state: 'paid', points: 320 })
  const refund: RefundView = {
    no: 'r1',
    at: NOW,
    by: 'customer',
    reason: '你申请了退款',
    units: [{ line: 0, units: 1 }],
    packagingFen: 50,
    deliveryFen: 0,
    payFen: 1450,
    points: 320,
    state: 'processing',
  }
  cloud.script('orders.get', got(paid, null))
  cloud.script('orders.refund', got({ ...paid, state: 'refunding', refunds: [refund] }, null))
  render(<OrderPage />)
  await pass(0)
  expect(screen.getByText('11 分钟内没接单会自动退款')).toBeTruthy()
  fireEvent.click(screen.getByText('申请退款'))
  expect(screen.getByText('门店还没接单。¥14 会原路退回，用的券和320 积分也会还给你。')).toBeTruthy()
  expect(cloud.inputs('orders.refund')).toHaveLength(0)
  fireEvent.click(screen.getAllByText('申请退款').at(-1) as HTMLElement)
  await pass(0)
  expect(cloud.inputs('orders.refund')).toEqual([{ orderId: 'o1' }])
  expect(screen.getByText('拿铁 ×1、打包费')).toBeTruthy()
  expect(screen.getByText(/退回 320 积分/)).toBeTruthy()
  expect(screen.getByText('再来一单')).toBeTruthy()
})

it('says that it is too late when the shop was faster', async () => {
  cloud.script('orders.get', got(anOrderView(), null), got(anOrderView({ state: 'making' }), null))
  cloud.script('orders.refund', no('TOO_LATE'))
  render(<OrderPage />)
  await pass(0)
  fireEvent.click(screen.getByText('申请退款'))
  fireEvent.click(screen.getAllByText('申请退款').at(-1) as HTMLElement)
  await pass(0)
  expect(Taro.showToast).toHaveBeenCalledWith(
    expect.objectContaining({ title: '门店已经接单在做了，要退请联系门店' }),
  )
  expect(screen.queryByText('申请退款')).toBeNull()
})

it('shows a delivery’s way, where it goes, and when it will be there', async () => {
  putShop({ shop: { ...aShop, stores: [{ ...aStore, delivery: aDelivery }] }, menu: aMenu, soldOut: {} })
  const destination = {
    name: '林',
    phone: '13800000001',
    address: '学府路 18 号',
    lat: 0,
    lng: 0,
    distanceM: 700,
  }
  const riding = anOrderView({ way: 'delivery', state: 'delivering', deliveringAt: NOW, destination })
  cloud.script('orders.get', got(riding, null))
  render(<OrderPage />)
  await pass(0)
  expect(screen.getByText('预计 10:30 送到')).toBeTruthy()
  expect(screen.getByText('学府路 18 号')).toBeTruthy()
  expect(screen.queryByText('取餐码')).toBeNull()
})

it('shows the code that staff scan while the order is to be fetched', async () => {
  cloud.script('orders.get', got(anOrderView(), null, { ahead: 5, readyAt: NOW + 600_000 }))
  render(<OrderPage />)
  await pass(0)
  expect(screen.getByText('前面还有 5 杯，预计 10:10 可取')).toBeTruthy()
  expect(screen.getByLabelText('取餐码 A012').getAttribute('src')).toMatch(/^data:image\/gif;base64,/)
})

it('asks for an invoice with what is wrong said at its field, and shows it afterwards', async () => {
  const invoice = { kind: 'company', title: '某某公司', taxNo: '91330100MA27XXXX0X', email: 'a@b.cn' }
  cloud.script('orders.get', got(anOrderView({ state: 'done' }), null))
  cloud.script('orders.requestInvoice', ok({ invoice }))
  render(<OrderPage />)
  await pass(0)
  const type = (placeholder: string, value: string) =>
    fireEvent.change(screen.getByPlaceholderText(placeholder), { target: { value } })
  fireEvent.click(screen.getByText('开发票'))
  fireEvent.click(screen.getByText('公司'))
  type('公司名称', '某某公司')
  type('电子发票发到这里', 'a@b.cn')
  fireEvent.click(screen.getByText('提交'))
  await pass(0)
  expect(screen.getByText('公司发票需要填税号')).toBeTruthy()
  type('统一社会信用代码', '91330100ma27xxxx0x')
  fireEvent.click(screen.getByText('提交'))
  await pass(0)
  expect(cloud.inputs('orders.requestInvoice')).toEqual([{ orderId: 'o1', ...invoice }])
  expect(screen.getByText('公司 · 已登记')).toBeTruthy()
})

describe('a delivery on its way', () => {
  const riding = anOrderView({ way: 'delivery', state: 'delivering', deliveringAt: NOW })

  it('is done on the customer’s word, after asking, once', async () => {
    cloud.script('orders.get', got(riding, null))
    render(<OrderPage />)
    await pass(0)
    fireEvent.click(screen.getByText('确认收到'))
    expect(cloud.inputs('orders.confirmReceipt')).toEqual([])
    const done = { ...riding, state: 'done' as const, doneAt: NOW, closedReason: '已由顾客确认收到' }
    cloud.script('orders.confirmReceipt', got(done, null))
    for (const tap of [1, 2]) fireEvent.click(screen.getByText('收到了'), { detail: tap })
    await pass(0)
    expect(cloud.inputs('orders.confirmReceipt')).toEqual([{ orderId: 'o1' }])
    expect(screen.getByText('已由顾客确认收到')).toBeTruthy()
    expect(screen.queryByText('确认收到')).toBeNull()
    expect(screen.getByText('再来一单')).toBeTruthy()
  })

  it('says why it can’t be, and stays as it is when the answer is lost', async () => {
    cloud.script('orders.get', got(riding, null))
    render(<OrderPage />)
    await pass(0)
    cloud.script('orders.confirmReceipt', no('OFFLINE'))
    fireEvent.click(screen.getByText('确认收到'))
    fireEvent.click(screen.getByText('收到了'))
    await pass(0)
    expect(jest.mocked(Taro.showToast)).toHaveBeenCalled()
    expect(screen.getByText('确认收到')).toBeTruthy()
  })
})
