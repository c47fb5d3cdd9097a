/** @jest-environment jsdom */
import { render, screen } from '@testing-library/react'
import { EMPTY_ACCOUNT } from '@shared/points/account'
import { putShop } from '@/features/catalogue'
import { heardClock } from '@/platform/clock'
import { aLoyalty, aMe, aMenu, aShop, NOW } from '../../../../../tests/builders/shop-views'
import { putMe } from '../../store'
import MemberCodePage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

beforeEach(() => {
  heardClock(NOW)
  putShop({ shop: { ...aShop, loyalty: aLoyalty }, menu: aMenu, soldOut: {} })
})

it('shows the code, and who it is', () => {
  const account = { ...EMPTY_ACCOUNT, lots: { '202711': 30 } }
  putMe({ ...aMe, member: aMe.member && { ...aMe.member, id: 'm0123456789abcdefgh', account } })
  render(<MemberCodePage />)
  expect(screen.getByLabelText('会员码').getAttribute('src')).toMatch(/^data:image\/gif;base64,/)
  expect(screen.getByText('ABCD EFGH')).toBeTruthy()
  expect(screen.getByText('新客 · 30 积分')).toBeTruthy()
})

it('invites who is no member', () => {
  putMe({ member: null, coupons: [] })
  render(<MemberCodePage />)
  expect(screen.getByText('你还不是会员')).toBeTruthy()
})
