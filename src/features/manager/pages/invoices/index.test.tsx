/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { MINUTE_MS } from '@shared/kernel/time'
import type { InvoiceView } from '@shared/manager/office-contract'
import { openHome } from '@/features/home'
import { copyText } from '@/platform/clipboard'
import { heardClock } from '@/platform/clock'
import { cloud, later, no, ok } from '../../../../../tests/builders/answers'
import { aMe, aMenu, aShop, NOW, STORE_ID } from '../../../../../tests/builders/shop-views'
import { page } from '../../../../../tests/builders/taro'
import { useInvoices } from '../../office/invoices'
import ManagerInvoicesPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))
jest.mock('@/platform/clipboard', () => ({ copyText: jest.fn(async () => true) }))

const settle = () => act(() => Promise.resolve())
const anInvoice = (over: Partial<InvoiceView> = {}): InvoiceView => ({
  orderId: 'o1',
  pickupCode: 'A012',
  paidAt: NOW - 5 * MINUTE_MS,
  invoice: {
    kind: 'company',
    title: '学府路科技有限公司',
    taxNo: '91310000MA1FL0000X',
    email: 'fin@example.com',
  },
  amountFen: 1400,
  askedAt: NOW - MINUTE_MS,
  issuedAt: null,
  ...over,
})

beforeEach(async () => {
  heardClock(NOW)
  cloud.forget()
  useInvoices.setState({ storeId: '', invoices: null, more: false, loading: false, failed: null })
  page.params = { storeId: STORE_ID }
  cloud.script('home.open', ok({ shop: aShop, menu: aMenu, soldOut: {}, me: aMe, last: null }))
  await act(() => openHome())
})
async function openPage() {
  render(<ManagerInvoicesPage />)
  await settle()
}

it('shows what is to be written, to be copied line by line', async () => {
  cloud.script('manager.invoices', ok({ invoices: [anInvoice()], more: false }))
  await openPage()
  fireEvent.click(screen.getByText('学府路科技有限公司'))
  fireEvent.click(screen.getByText('91310000MA1FL0000X'))
  expect(jest.mocked(copyText).mock.calls).toEqual([['学府路科技有限公司'], ['91310000MA1FL0000X']])
})

it('asks, with the amount, before it marks one as written', async () => {
  cloud.script('manager.invoices', ok({ invoices: [anInvoice()], more: false }))
  cloud.script('manager.issueInvoice', ok({ invoice: anInvoice({ issuedAt: NOW }) }))
  await openPage()
  fireEvent.click(screen.getByText('标记已开'))
  expect(cloud.inputs('manager.issueInvoice')).toEqual([])
  expect(screen.getByText('¥14 的发票开好了？')).toBeTruthy()
  fireEvent.click(screen.getByText('开好了'))
  await settle()
  expect(cloud.inputs('manager.issueInvoice')).toEqual([
    { storeId: STORE_ID, orderId: 'o1', askedAt: NOW - MINUTE_MS, issued: true },
  ])
  expect(screen.getByText('撤销标记')).toBeTruthy()
})

it('shows the new title when the customer changed it meanwhile', async () => {
  const changed = anInvoice({ invoice: { kind: 'person', title: '林小满', taxNo: '', email: 'a@b.cn' } })
  cloud.script('manager.invoices', ok({ invoices: [anInvoice()], more: false }))
  cloud.script('manager.issueInvoice', no('CHANGED_MEANWHILE', { invoice: changed }))
  await openPage()
  fireEvent.click(screen.getByText('标记已开'))
  fireEvent.click(screen.getByText('开好了'))
  await settle()
  expect(screen.getByText('林小满')).toBeTruthy()
  expect(screen.getByText('标记已开')).toBeTruthy()
})

it('goes on to earlier ones', async () => {
  const older = anInvoice({ orderId: 'o2', pickupCode: 'A001', askedAt: NOW - 9 * MINUTE_MS })
  cloud.script(
    'manager.invoices',
    ok({ invoices: [anInvoice()], more: true }),
    ok({ invoices: [older], more: false }),
  )
  await openPage()
  fireEvent.click(screen.getByText('看更早的'))
  await settle()
  expect(cloud.inputs('manager.invoices').map((i) => i['before'])).toEqual([null, NOW - MINUTE_MS])
  expect(screen.getByText(/A001/)).toBeTruthy()
  expect(screen.getByText('都在这里了')).toBeTruthy()
})

it('waits, says when there is none, when it failed, and when a clerk comes by', async () => {
  const slow = later()
  cloud.script('manager.invoices', slow.promise)
  render(<ManagerInvoicesPage />)
  expect(screen.queryByText('还没有人要发票')).toBeNull()
  await act(async () => slow.answer(no('INTERNAL')))
  cloud.script('manager.invoices', ok({ invoices: [], more: false }), no('FORBIDDEN'))
  fireEvent.click(screen.getByText('再试一次'))
  await settle()
  expect(screen.getByText('还没有人要发票')).toBeTruthy()
  act(() => page.pull())
  await settle()
  expect(screen.getByText('这里由店主和店长设置')).toBeTruthy()
})
