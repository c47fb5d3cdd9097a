/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { MINUTE_MS } from '@shared/kernel/time'
import { heardClock } from '@/platform/clock'
import { scanAny } from '@/platform/scan'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aBoard, aBoardOrder, NOW, STORE_ID } from '../../../../../tests/builders/shop-views'
import { page } from '../../../../../tests/builders/taro'
import ManagerHistoryPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))
jest.mock('@/platform/chime', () => ({ chime: jest.fn() }))
jest.mock('@/platform/scan', () => ({ scanAny: jest.fn() }))

const settle = () => act(() => Promise.resolve())
const done = aBoardOrder({ state: 'done', doneAt: NOW - MINUTE_MS })

beforeEach(() => {
  heardClock(NOW)
  cloud.forget()
  page.params = { storeId: STORE_ID }
})
async function openPage() {
  render(<ManagerHistoryPage />)
  await settle()
}

it('finds what was handed over and gives a part of it back', async () => {
  cloud.script('manager.orders', ok({ orders: [done], more: false }))
  await openPage()
  fireEvent.click(screen.getByText('A012'))
  fireEvent.click(screen.getByText('退款'))
  fireEvent.click(screen.getByText('全选'))
  fireEvent.click(screen.getByText('做错了'))
  fireEvent.click(screen.getByText('退 ¥14 给顾客'))
  const refund = {
    no: 'part1',
    at: NOW,
    by: 'shop',
    reason: '做错了',
    units: [{ line: 0, units: 1 }],
    packagingFen: 0,
    deliveryFen: 0,
    payFen: 1400,
    points: 0,
    state: 'processing',
  }
  const after = { ...done, state: 'refunding', refunds: [refund] }
  cloud.script('manager.refund', ok({ board: aBoard([]), order: after }))
  fireEvent.click(screen.getByText('确定退款'))
  await settle()
  expect(screen.getByText('已退 ¥14')).toBeTruthy()
  expect(screen.getByText('退款中')).toBeTruthy()
})

it('looks for a pickup number, and shows all again when it is cleared', async () => {
  cloud.script('manager.orders', ok({ orders: [done], more: false }), ok({ orders: [], more: false }))
  await openPage()
  fireEvent.change(screen.getByPlaceholderText('输入取餐号'), { target: { value: ' A099 ' } })
  fireEvent.click(screen.getByText('查找'))
  await settle()
  expect(screen.getByText('没有找到 A099')).toBeTruthy()
  fireEvent.click(screen.getByLabelText('清空'))
  await settle()
  expect(cloud.inputs('manager.orders').map((input) => input['code'])).toEqual([null, 'A099', null])
})

it('looks for the code on the customer’s phone', async () => {
  cloud.script('manager.orders', ok({ orders: [done], more: false }))
  await openPage()
  jest.mocked(scanAny).mockResolvedValueOnce({ kind: 'text', text: 'ck:o1:A012' })
  fireEvent.click(screen.getByText('扫码'))
  await settle()
  expect(cloud.inputs('manager.orders').at(-1)).toEqual({
    storeId: STORE_ID,
    before: null,
    code: 'ck:o1:A012',
  })
})

it('loads earlier orders when the end is reached, each once', async () => {
  const earlier = aBoardOrder({ id: 'o0', pickupCode: 'A001', placedAt: NOW - 60 * MINUTE_MS })
  cloud.script(
    'manager.orders',
    ok({ orders: [done], more: true }),
    ok({ orders: [done, earlier], more: false }),
  )
  await openPage()
  act(() => page.reachBottom())
  await settle()
  expect(cloud.inputs('manager.orders').at(-1)).toEqual({
    storeId: STORE_ID,
    before: done.placedAt,
    code: null,
  })
  expect(screen.getAllByText('A012')).toHaveLength(1)
  expect(screen.getByText('A001')).toBeTruthy()
  expect(screen.getByText('近 30 天的订单都在这里了')).toBeTruthy()
})

it('says why it has no list, and asks again', async () => {
  cloud.script('manager.orders', no('OFFLINE'), ok({ orders: [done], more: false }))
  await openPage()
  expect(screen.getByText('网络好像断了，请检查后再试')).toBeTruthy()
  fireEvent.click(screen.getByText('再试一次'))
  await settle()
  expect(screen.getByText('A012')).toBeTruthy()
})

it('shows the ticket of an order, and asks again when it did not come', async () => {
  cloud.script('manager.orders', ok({ orders: [done], more: false }))
  cloud.script('manager.ticket', no('BUSY'), ok({ printed: false, text: '拿铁      x1' }))
  await openPage()
  fireEvent.click(screen.getByText('A012'))
  fireEvent.click(screen.getByText('小票'))
  await settle()
  fireEvent.click(screen.getByText('再试一次'))
  await settle()
  expect(screen.getByText('拿铁 x1')).toBeTruthy()
  expect(screen.getByText('还没有接打印机，可以看着这里做')).toBeTruthy()
  expect(cloud.inputs('manager.ticket')).toEqual(Array(2).fill({ storeId: STORE_ID, orderId: 'o1' }))
})
