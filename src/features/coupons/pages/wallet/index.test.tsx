/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { heardClock } from '@/platform/clock'
import { cloud, later, no, ok } from '../../../../../tests/builders/answers'
import { aCoupon, NOW } from '../../../../../tests/builders/shop-views'
import { useWallet } from '../../store'
import WalletPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))
const UNSEEN = { status: 'loading', coupons: null, failed: null } as const

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
  heardClock(NOW)
  cloud.forget()
  useWallet.setState({ usable: UNSEEN, used: UNSEEN, expired: UNSEEN })
})
afterEach(() => {
  jest.useRealTimers()
})

it('counts the last day of a coupon down, and then calls it expired', async () => {
  cloud.script('coupons.wallet', ok({ coupons: [{ ...aCoupon, expiresAt: NOW + 2_000 }] }))
  render(<WalletPage />)
  await pass(0)
  expect(screen.getByText('还剩 00:02')).toBeTruthy()
  expect(screen.getByText('去使用')).toBeTruthy()
  await pass(2_000)
  expect(screen.queryByText('去使用')).toBeNull()
  expect(screen.getAllByText('已过期').length).toBeGreaterThan(1)
})

it('keeps a tab what it is when the answer to another one comes late', async () => {
  const slow = later()
  cloud.script('coupons.wallet', slow.promise, ok({ coupons: [] }))
  render(<WalletPage />)
  fireEvent.click(screen.getByText('已使用'))
  await pass(0)
  expect(screen.getByText('还没有用过券')).toBeTruthy()
  await act(async () => slow.answer(ok({ coupons: [aCoupon] })))
  expect(screen.getByText('还没有用过券')).toBeTruthy()
})

it('says what went wrong and tries again', async () => {
  cloud.script('coupons.wallet', no('OFFLINE'), ok({ coupons: [aCoupon] }))
  render(<WalletPage />)
  await pass(0)
  expect(screen.getByText('网络好像断了，请检查后再试')).toBeTruthy()
  fireEvent.click(screen.getByText('再试一次'))
  await pass(0)
  expect(screen.getByText('满 15 可用')).toBeTruthy()
})
