/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { DAILY_REFRESHES } from '@shared/manager/refresh'
import { shopDay } from '@shared/kernel/time'
import Taro from '@tarojs/taro'
import { putMe } from '@/features/members'
import { chime } from '@/platform/chime'
import { heardClock } from '@/platform/clock'
import { save } from '@/platform/storage'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aBoard, aBoardOrder, aMe, NOW, STORE_ID } from '../../../../../tests/builders/shop-views'
import { page } from '../../../../../tests/builders/taro'
import { turnTo } from '../../store'
import ManagerOrdersPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))
jest.mock('@/platform/chime', () => ({ chime: jest.fn() }))

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))
const waits = aBoardOrder({ id: 'o1', pickupCode: 'A012', payFen: 1850 })

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
  heardClock(NOW)
  window.localStorage.clear()
  cloud.forget()
  turnTo('')
  putMe(aMe)
  jest.mocked(chime).mockClear()
  jest.mocked(Taro.showToast).mockClear()
  cloud.script('manager.board', ok({ board: aBoard([waits]) }))
})
afterEach(() => {
  jest.useRealTimers()
})

async function openPage() {
  const view = render(<ManagerOrdersPage />)
  await pass(0)
  return view
}

it('refuses only after a confirmation that names the amount', async () => {
  cloud.script('manager.refuse', ok({ board: aBoard([]) }))
  await openPage()
  fireEvent.click(screen.getByText('拒单退款'))
  fireEvent.click(screen.getByText('商品卖完了'))
  fireEvent.click(screen.getByText(/^拒单并退款/))
  expect(screen.getByText('确定退款 ¥18.5？')).toBeTruthy()
  expect(cloud.inputs('manager.refuse')).toHaveLength(0)
  fireEvent.click(screen.getAllByText('拒单并退款').at(-1) as HTMLElement)
  await pass(0)
  expect(cloud.inputs('manager.refuse')).toEqual([{ storeId: STORE_ID, orderId: 'o1', reason: '商品卖完了' }])
  expect(screen.queryByText('A012')).toBeNull()
})

it('accepts with one tap, once, and shows the board that came back', async () => {
  cloud.script('manager.accept', ok({ board: aBoard([{ ...waits, state: 'making' }]) }))
  await openPage()
  fireEvent.click(screen.getByText('接单'))
  fireEvent.click(screen.getByText('接单'))
  await pass(0)
  expect(cloud.inputs('manager.accept')).toHaveLength(1)
  expect(screen.getByText('没有等着接的单')).toBeTruthy()
  fireEvent.click(screen.getByText('制作中'))
  expect(screen.getByText('做好了，叫号')).toBeTruthy()
})

it('says what happened when somebody else was faster, and shows the fresh board', async () => {
  cloud.script(
    'manager.accept',
    no('WRONG_STATE', { state: 'making', board: aBoard([{ ...waits, state: 'making' }]) }),
  )
  await openPage()
  fireEvent.click(screen.getByText('接单'))
  await pass(0)
  expect(jest.mocked(Taro.showToast).mock.calls).toEqual([
    [expect.objectContaining({ title: '这单已经是「制作中」，看板已更新' })],
  ])
  expect(screen.getByText('没有等着接的单')).toBeTruthy()
})

it('rings for an order that came in, and not for those that were there', async () => {
  await openPage()
  expect(chime).not.toHaveBeenCalled()
  cloud.script('manager.board', ok({ board: aBoard([waits, aBoardOrder({ id: 'o2', pickupCode: 'A013' })]) }))
  await pass(30_000)
  expect(chime).toHaveBeenCalledTimes(1)
  expect(screen.getByText('A013')).toBeTruthy()
})

it('asks by itself within 30 seconds while looked at, and never out of sight', async () => {
  await openPage()
  const before = cloud.inputs('manager.board').length
  await pass(30_000)
  const after = cloud.inputs('manager.board').length
  expect(after).toBeGreaterThan(before)
  act(() => page.hide())
  await pass(3_600_000)
  expect(cloud.inputs('manager.board')).toHaveLength(after)
})

it('stops by itself when the day is used up, says so, and still reads by hand', async () => {
  save('manager.allowance', { day: shopDay(NOW), firstAt: NOW, used: DAILY_REFRESHES })
  await openPage()
  const before = cloud.inputs('manager.board').length
  await pass(3_600_000)
  expect(cloud.inputs('manager.board')).toHaveLength(before)
  expect(screen.getByText('今天的自动刷新已用完，请下拉刷新')).toBeTruthy()
  act(() => page.pull())
  await pass(0)
  expect(cloud.inputs('manager.board')).toHaveLength(before + 1)
})

it('shows no order to somebody who was dismissed', async () => {
  await openPage()
  cloud.script('manager.accept', no('FORBIDDEN'))
  fireEvent.click(screen.getByText('接单'))
  await pass(0)
  expect(screen.queryByText('A012')).toBeNull()
  expect(screen.getByText('这里是店员的工作台')).toBeTruthy()
})

it('keeps a refund that is stuck in sight, whatever column is chosen', async () => {
  const trouble = '微信没有退成功'
  const stuck = aBoardOrder({ id: 'stuck', pickupCode: '0404', state: 'refunding', trouble })
  cloud.script('manager.board', ok({ board: aBoard([stuck]) }))
  await openPage()
  expect(screen.getByText(trouble)).toBeTruthy()
  fireEvent.click(screen.getByText('待取餐'))
  expect(screen.getByText(trouble)).toBeTruthy()
})
