/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { BoardOrder } from '@shared/manager/contract'
import type { RefundView } from '@shared/orders/contract'
import { putMe } from '@/features/members'
import { heardClock } from '@/platform/clock'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aBoard, aBoardOrder, aMe, NOW, STORE_ID } from '../../../../../tests/builders/shop-views'
import { turnTo } from '../../store'
import ManagerOrdersPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))
jest.mock('@/platform/chime', () => ({ chime: jest.fn() }))

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))
const [latte] = aBoardOrder().lines
/** Two lattes for ¥25.01 together, a bun, a bag for ¥0.5. */
const order = aBoardOrder({
  lines: [
    { ...latte!, qty: 2, payFen: 2501 },
    { ...latte!, name: '鲜肉小笼', specText: '', payFen: 1200 },
  ],
  packagingFen: 50,
  payFen: 3751,
})
const oneLatte: RefundView = {
  no: 'part1',
  at: NOW,
  by: 'shop',
  reason: '洒了',
  units: [{ line: 0, units: 1 }],
  packagingFen: 0,
  deliveryFen: 0,
  payFen: 1250,
  points: 0,
  state: 'processing',
}

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
  heardClock(NOW)
  window.localStorage.clear()
  cloud.forget()
  turnTo('')
  putMe(aMe)
  jest.mocked(Taro.showToast).mockClear()
})
afterEach(() => {
  jest.useRealTimers()
})

async function openRefund(shown: BoardOrder = order) {
  cloud.script('manager.board', ok({ board: aBoard([shown]) }))
  render(<ManagerOrdersPage />)
  await pass(0)
  fireEvent.click(screen.getByLabelText('A012 更多'))
  fireEvent.click(screen.getByText('退款'))
}
const more = (line: number) => fireEvent.click(screen.getAllByLabelText('加一份')[line] as HTMLElement)
async function confirm() {
  fireEvent.click(screen.getByText('确定退款'))
  await pass(0)
}

it('gives back one unit after a confirmation that names the amount, and sends how many refunds it saw', async () => {
  await openRefund()
  more(0)
  fireEvent.click(screen.getByText('漏做了'))
  fireEvent.click(screen.getByText('退 ¥12.5 给顾客'))
  expect(screen.getByText('退 ¥12.5 给顾客？')).toBeTruthy()
  expect(cloud.inputs('manager.refund')).toEqual([])
  const after = { ...order, refunds: [oneLatte] }
  cloud.script('manager.refund', ok({ board: aBoard([after]), order: after }))
  await confirm()
  expect(cloud.inputs('manager.refund')).toEqual([
    {
      storeId: STORE_ID,
      orderId: 'o1',
      units: [{ line: 0, units: 1 }],
      packaging: false,
      delivery: false,
      reason: '漏做了',
      refundsSeen: 0,
    },
  ])
  expect(screen.queryByText('退款 A012')).toBeNull()
  expect(screen.getByText('已退 ¥12.5')).toBeTruthy()
})

it('asks for nothing while nothing is chosen or no reason is given', async () => {
  await openRefund()
  fireEvent.click(screen.getByText('选择要退的商品'))
  more(1)
  fireEvent.click(screen.getByText('退 ¥12 给顾客'))
  expect(screen.queryByText('退 ¥12 给顾客？')).toBeNull()
  expect(screen.getByText('再选一个理由')).toBeTruthy()
})

it('takes the fees along when everything goes back, ticked or not', async () => {
  await openRefund()
  fireEvent.click(screen.getByText('全选'))
  expect(screen.getByText('退 ¥37.51 给顾客')).toBeTruthy()
  fireEvent.click(screen.getByText('打包费 ¥0.5'))
  expect(screen.getByText('退 ¥37.51 给顾客')).toBeTruthy()
  fireEvent.click(screen.getByText('全选'))
  expect(screen.getByText('选择要退的商品')).toBeTruthy()
  fireEvent.click(screen.getByText('打包费 ¥0.5'))
  expect(screen.getByText('退 ¥0.5 给顾客')).toBeTruthy()
})

it('offers no more than is left, and tells what went back before', async () => {
  await openRefund({ ...order, refunds: [oneLatte] })
  expect(screen.getByText('实付 ¥37.51 · 已退 ¥12.5 · 还可退 ¥25.01')).toBeTruthy()
  expect(screen.getByText('拿铁 ×1')).toBeTruthy()
  expect(screen.getByText('退款中')).toBeTruthy()
  more(0)
  more(0)
  // the second latte costs the odd fen
  expect(screen.getByText('退 ¥12.51 给顾客')).toBeTruthy()
})

it('shows the new amount when somebody else gave back a part meanwhile, and asks again', async () => {
  await openRefund()
  more(0)
  more(0)
  fireEvent.click(screen.getByText('漏做了'))
  fireEvent.click(screen.getByText('退 ¥25.01 给顾客'))
  cloud.script('manager.refund', no('CHANGED_MEANWHILE', { order: { ...order, refunds: [oneLatte] } }))
  await confirm()
  expect(screen.getByText('这单刚刚有变动，已更新，请再确认一次')).toBeTruthy()
  expect(screen.getByText('退 ¥12.51 给顾客')).toBeTruthy()
  expect(screen.queryByText('确定退款')).toBeNull()
})

it('tells a clerk who may give money back, and doesn’t ask the cloud', async () => {
  cloud.script('manager.board', ok({ board: aBoard([order], { role: 'clerk' }) }))
  render(<ManagerOrdersPage />)
  await pass(0)
  fireEvent.click(screen.getByLabelText('A012 更多'))
  expect(screen.getByText('只有店主和店长能退款，请他们来操作')).toBeTruthy()
  fireEvent.click(screen.getByText('退款'))
  expect(screen.queryByText('全选')).toBeNull()
})

it('says it in words when a role has become too small meanwhile, and keeps the board', async () => {
  await openRefund()
  more(0)
  fireEvent.click(screen.getByText('漏做了'))
  fireEvent.click(screen.getByText('退 ¥12.5 给顾客'))
  cloud.script('manager.refund', no('FORBIDDEN'))
  cloud.script('manager.board', ok({ board: aBoard([order], { role: 'clerk' }) }))
  await confirm()
  expect(screen.getByText('只有店主和店长能退款，请他们来操作')).toBeTruthy()
  expect(screen.getByText('接单')).toBeTruthy()
})

it('says what the order has become when it can’t be given back any more', async () => {
  await openRefund()
  more(0)
  fireEvent.click(screen.getByText('漏做了'))
  fireEvent.click(screen.getByText('退 ¥12.5 给顾客'))
  const refunded = aBoardOrder({ ...order, state: 'refunding', trouble: '微信没有退成功' })
  cloud.script('manager.refund', no('WRONG_STATE', { state: 'refunding', board: aBoard([refunded]) }))
  await confirm()
  expect(screen.getByText('这单已经是「退款中」，看板已更新')).toBeTruthy()
})
