/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { copyText } from '@/platform/clipboard'
import { heardClock } from '@/platform/clock'
import { cloud, later, no, ok } from '../../../../../tests/builders/answers'
import { aBoardOrder, NOW, STORE_ID } from '../../../../../tests/builders/shop-views'
import { page } from '../../../../../tests/builders/taro'
import ManagerHistoryPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))
jest.mock('@/platform/chime', () => ({ chime: jest.fn() }))
jest.mock('@/platform/scan', () => ({ scanAny: jest.fn() }))
jest.mock('@/platform/clipboard', () => ({ copyText: jest.fn(() => Promise.resolve(true)) }))

const TEXT = '自取            A012\n拿铁 中杯       x1\n'
const settle = () => act(async () => undefined)
const paper = () => document.querySelector('.ticket-sheet__paper')

beforeEach(async () => {
  heardClock(NOW)
  cloud.forget()
  page.params = { storeId: STORE_ID }
  jest.mocked(copyText).mockClear()
  cloud.script('manager.orders', ok({ orders: [aBoardOrder()], more: false }))
  render(<ManagerHistoryPage />)
  await settle()
  fireEvent.click(screen.getByText('A012'))
})
async function openTicket(answer: Parameters<typeof cloud.script>[1]) {
  cloud.script('manager.ticket', answer)
  fireEvent.click(screen.getByText('小票'))
  await settle()
}

it('shows the ticket column for column, and copies it as it is', async () => {
  await openTicket(ok({ printed: false, text: TEXT }))
  expect(cloud.inputs('manager.ticket')).toEqual([{ storeId: STORE_ID, orderId: 'o1' }])
  expect(paper()?.textContent).toBe(TEXT)
  expect(screen.getByText('还没有接打印机，可以看着这里做')).toBeTruthy()
  fireEvent.click(screen.getByText('复制文字'))
  await settle()
  expect(jest.mocked(copyText).mock.calls).toEqual([[TEXT]])
})

it('says when it came out of the printer, and prints it once', async () => {
  await openTicket(ok({ printed: true, text: TEXT }))
  expect(screen.getByText('已发到打印机')).toBeTruthy()
  fireEvent.click(screen.getByLabelText('关闭'))
  expect(paper()).toBeNull()
  expect(cloud.inputs('manager.ticket')).toHaveLength(1)
})

it('waits, fails with a reason, and asks again', async () => {
  const first = later()
  await openTicket(first.promise)
  expect(screen.getByLabelText('正在加载')).toBeTruthy()
  expect(screen.queryByText('复制文字')).toBeNull()
  first.answer(no('ORDER_NOT_FOUND'))
  await settle()
  expect(screen.getByText('没有找到这个订单')).toBeTruthy()
  cloud.script('manager.ticket', ok({ printed: false, text: TEXT }))
  fireEvent.click(screen.getByText('再试一次'))
  await settle()
  expect(paper()?.textContent).toBe(TEXT)
})
