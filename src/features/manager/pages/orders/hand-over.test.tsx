/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { encodePickup } from '@shared/orders/pickup-qr'
import { putMe } from '@/features/members'
import { heardClock } from '@/platform/clock'
import { scanAny } from '@/platform/scan'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aBoard, aBoardOrder, aMe, NOW, STORE_ID } from '../../../../../tests/builders/shop-views'
import { turnTo } from '../../store'
import ManagerOrdersPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))
jest.mock('@/platform/chime', () => ({ chime: jest.fn() }))
jest.mock('@/platform/scan', () => ({ scanAny: jest.fn() }))

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))
const ready = aBoardOrder({ state: 'ready' })
const code = encodePickup({ orderId: 'o1', pickupCode: 'A012' })

beforeEach(async () => {
  jest.useFakeTimers({ now: NOW })
  heardClock(NOW)
  window.localStorage.clear()
  cloud.forget()
  turnTo('')
  putMe(aMe)
  cloud.script('manager.board', ok({ board: aBoard([ready]) }))
  render(<ManagerOrdersPage />)
  await pass(0)
})
afterEach(() => {
  jest.useRealTimers()
})

async function scan(text: string | null, kind: 'text' | 'page' = 'text', button = '扫码交付') {
  const scanned = kind === 'page' ? { kind, path: text ?? '' } : { kind, text: text ?? '' }
  jest.mocked(scanAny).mockResolvedValueOnce(text === null ? null : scanned)
  fireEvent.click(screen.getByText(button))
  await pass(0)
}

it('hands over by the code on the customer’s phone and shows in large which order it was', async () => {
  cloud.script('manager.handOverByCode', ok({ board: aBoard([]), order: { ...ready, state: 'done' } }))
  await scan(code)
  expect(cloud.inputs('manager.handOverByCode')).toEqual([{ storeId: STORE_ID, code }])
  expect(screen.getByText('已交给顾客')).toBeTruthy()
  expect(screen.getByText('A012').className).toBe('hand-over__code')
  expect(screen.getByText('拿铁')).toBeTruthy()
  fireEvent.click(screen.getByText('完成'))
  expect(screen.queryByText('A012')).toBeNull()
})

it('hands over by a number that is typed', async () => {
  cloud.script('manager.handOverByCode', ok({ board: aBoard([]), order: { ...ready, state: 'done' } }))
  fireEvent.click(screen.getByText('输取餐号'))
  fireEvent.change(screen.getByPlaceholderText('取餐号'), { target: { value: 'A012' } })
  fireEvent.click(screen.getByText('交给顾客'))
  await pass(0)
  expect(cloud.inputs('manager.handOverByCode')).toEqual([{ storeId: STORE_ID, code: 'A012' }])
  expect(screen.getByText('已交给顾客')).toBeTruthy()
})

it.each([
  ['这单还没接单，接单做好后再交', 'WRONG_STATE', { state: 'paid', board: aBoard([ready]) }],
  ['这单还在做，点「做好了」再交', 'WRONG_STATE', { state: 'making', board: aBoard([ready]) }],
  ['这是外送单，点「出发配送」再送', 'WRONG_STATE', { state: 'ready', board: aBoard([ready]) }],
  ['这单已经取走了，不要再交一次', 'WRONG_STATE', { state: 'done', board: aBoard([]) }],
  ['这单已经退款，不用再交', 'WRONG_STATE', { state: 'refunding', board: aBoard([]) }],
  ['这是别家门店的订单，请顾客到图书馆店取', 'OTHER_STORE', { storeName: '图书馆店' }],
  ['没认出这个码，请核对取餐号再试', 'CODE_UNKNOWN', undefined],
  ['有几单是这个号，请扫顾客手机上的码，或在列表里点', 'CODE_AMBIGUOUS', undefined],
])('says why not: %s', async (words, refusal, details) => {
  cloud.script('manager.handOverByCode', no(refusal, details))
  await scan(code)
  expect(screen.getByText('没有交成')).toBeTruthy()
  expect(screen.getByText(words)).toBeTruthy()
})

it('asks the cloud nothing about what is no pickup code', async () => {
  await scan('https://example.com/pay?id=1')
  expect(screen.getByText('这不是取餐码，请扫顾客订单页上的码')).toBeTruthy()
  await scan('features/catalogue/pages/menu/index?table=A3', 'page', '再扫一次')
  expect(screen.getByText('这不是取餐码，请扫顾客订单页上的码')).toBeTruthy()
  expect(cloud.inputs('manager.handOverByCode')).toEqual([])
})

it('is back on the board when the scanner is closed', async () => {
  await scan(null)
  expect(screen.queryByText('没有交成')).toBeNull()
  expect(screen.getByText('扫码交付')).toBeTruthy()
})
