/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { Account, PointLine } from '@shared/points/contract'
import { EMPTY_ACCOUNT } from '@shared/points/account'
import { putShop } from '@/features/catalogue'
import { putMe, useMe } from '@/features/members'
import { heardClock } from '@/platform/clock'
import { cloud, later, no, ok } from '../../../../../tests/builders/answers'
import { aLoyalty, aMe, aMenu, aShop, NOW } from '../../../../../tests/builders/shop-views'
import { forgetHistory } from '../../history'
import PointsPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

const line = (id: string, over: Partial<PointLine> = {}): PointLine => ({
  id,
  at: NOW,
  points: 19,
  why: 'earned',
  what: '愚园路店',
  ...over,
})
const page = (lines: readonly PointLine[], next: number | null = null, over: Partial<Account> = {}) =>
  ok({ account: { ...EMPTY_ACCOUNT, lots: { '202612': 120, '202711': 200 }, ...over }, lines, next })
const settle = () => act(async () => undefined)

beforeEach(() => {
  cloud.forget()
  heardClock(NOW)
  forgetHistory()
  putShop({ shop: { ...aShop, loyalty: aLoyalty }, menu: aMenu, soldOut: {} })
  putMe(aMe)
})

it('shows the balance as the cloud has it now, what ends first, and the lines in words', async () => {
  cloud.script(
    'points.history',
    page([
      line('a'),
      line('b', { points: -30, why: 'spent' }),
      line('c', { points: -8, why: 'expired', what: '', at: NOW - 400 * 86_400_000 }),
    ]),
  )
  render(<PointsPage />)
  expect(screen.getByLabelText('正在加载')).toBeTruthy()
  await settle()
  expect(screen.getByText('320')).toBeTruthy()
  expect(screen.getByText('120 积分将在 12 月 31 日过期')).toBeTruthy()
  expect(screen.getByText('下单赚取')).toBeTruthy()
  expect(screen.getByText('+19')).toBeTruthy()
  expect(screen.getAllByText('愚园路店 · 11-22 10:00')).toHaveLength(2)
  expect(screen.getByText('−30')).toBeTruthy()
  expect(screen.getByText('积分过期')).toBeTruthy()
  expect(screen.getByText('2025-10-18 10:00')).toBeTruthy()
  expect(screen.getByText('没有更早的明细了')).toBeTruthy()
  expect(useMe.getState().me?.member?.account.lots).toEqual({ '202612': 120, '202711': 200 })
})

it('goes on where the last page ended, over pages without a line', async () => {
  cloud.script('points.history', page([line('a')], 90), page([], 80), page([line('b')], null))
  render(<PointsPage />)
  await settle()
  fireEvent.click(screen.getByText('看更早的明细'))
  fireEvent.click(screen.getByText('正在加载'))
  await settle()
  expect(cloud.inputs('points.history')).toEqual([{ before: null }, { before: 90 }, { before: 80 }])
  expect(screen.getAllByText('下单赚取')).toHaveLength(2)
  expect(screen.getByText('没有更早的明细了')).toBeTruthy()
})

it('says what is owed after a refund', async () => {
  cloud.script('points.history', page([], null, { lots: { '202711': -25 } }))
  render(<PointsPage />)
  await settle()
  expect(screen.getByText('0')).toBeTruthy()
  expect(screen.getByText('退款收回的积分还差 25，之后赚到的会先补上')).toBeTruthy()
  expect(screen.getByText('还没有积分记录')).toBeTruthy()
})

it('says what went wrong, and tries again', async () => {
  cloud.script('points.history', no('OFFLINE'), page([line('a')]))
  render(<PointsPage />)
  await settle()
  expect(screen.getByText('网络好像断了，请检查后再试')).toBeTruthy()
  fireEvent.click(screen.getByText('再试一次'))
  await settle()
  expect(screen.getByText('下单赚取')).toBeTruthy()
})

it('keeps what it shows when a later page fails', async () => {
  cloud.script('points.history', page([line('a')], 90), no('OFFLINE'))
  render(<PointsPage />)
  await settle()
  fireEvent.click(screen.getByText('看更早的明细'))
  await settle()
  expect(screen.getByText(/没刷新成功/)).toBeTruthy()
  expect(screen.getByText('下单赚取')).toBeTruthy()
})

it('invites who is no member', async () => {
  putMe({ member: null, coupons: [] })
  cloud.script('points.history', no('NOT_A_MEMBER'))
  render(<PointsPage />)
  await settle()
  expect(screen.getByText('入会就能攒积分')).toBeTruthy()
})

it('takes no answer that comes after the page was left', async () => {
  const slow = later()
  cloud.script('points.history', slow.promise, page([line('b', { why: 'spent', points: -1 })]))
  const { unmount } = render(<PointsPage />)
  unmount()
  render(<PointsPage />)
  await settle()
  await act(async () => slow.answer(page([line('a')])))
  expect(screen.queryByText('下单赚取')).toBeNull()
  expect(screen.getByText('下单抵扣')).toBeTruthy()
})
