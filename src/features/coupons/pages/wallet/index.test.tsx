/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { DAY_MS } from '@shared/kernel/time'
import { heardClock } from '@/platform/clock'
import { cloud, later, no, ok } from '../../../../../tests/builders/answers'
import { aCoupon, aMenu, aShop, NOW } from '../../../../../tests/builders/shop-views'
import { page } from '../../../../../tests/builders/taro'
import { putShop } from '@/features/catalogue'
import { useCouponFilter } from '@/features/catalogue/coupon-filter'
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

it('counts by the cloud’s clock of the answer that it shows', async () => {
  const slow = later()
  const expiresAt = NOW + 3 * DAY_MS
  cloud.script('coupons.wallet', ok({ coupons: [{ ...aCoupon, expiresAt }] }), slow.promise)
  render(<WalletPage />)
  await pass(0)
  expect(screen.getByText('还有 3 天到期')).toBeTruthy()
  act(() => page.show())
  await act(async () => {
    heardClock(NOW + 2 * DAY_MS)
    slow.answer(ok({ coupons: [{ ...aCoupon, expiresAt }] }))
  })
  expect(screen.getByText('还剩 24 小时')).toBeTruthy()
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

it('shows the rules of a coupon at a tap, and leads to what it is for', async () => {
  const terms = {
    ...aCoupon.terms,
    title: '咖啡第二杯半价',
    benefit: { kind: 'nthUnit' as const, nth: 2, payBp: 5000, capFen: 1500 },
    scope: { categoryIds: ['coffee'], productIds: [], skuIds: [] },
    days: [1, 2, 3, 4, 5],
  }
  putShop({ shop: aShop, menu: aMenu, soldOut: {} })
  cloud.script('coupons.wallet', ok({ coupons: [{ ...aCoupon, terms }] }))
  render(<WalletPage />)
  await pass(0)
  expect(screen.getByText('限咖啡')).toBeTruthy()
  expect(screen.queryByText('周一至周五')).toBeNull()
  fireEvent.click(screen.getByText('使用规则'))
  expect(screen.getByText('周一至周五')).toBeTruthy()
  expect(screen.getByText('最高减 15 元')).toBeTruthy()
  fireEvent.click(screen.getByText('去使用'))
  expect(useCouponFilter.getState().terms).toEqual(terms)
})

it('says from when on a coupon can be used, and offers no use before', async () => {
  cloud.script('coupons.wallet', ok({ coupons: [{ ...aCoupon, startsAt: NOW + 86_400_000 }] }))
  render(<WalletPage />)
  await pass(0)
  expect(screen.getByText('2026-11-23 10:00 起可用')).toBeTruthy()
  expect(screen.queryByText('去使用')).toBeNull()
})
