/** @jest-environment jsdom */
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { putShop } from '@/features/catalogue'
import { cloud, later, no, ok } from '../../../../../tests/builders/answers'
import { aCoupon, aMe, aMenu, aShop } from '../../../../../tests/builders/shop-views'
import { putMe, useMe } from '../../store'
import MePage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

const STRANGER = { member: null, coupons: [] }
const staffless = { ...aMe, member: aMe.member && { ...aMe.member, worksAt: [] } }

beforeEach(() => {
  cloud.forget()
  jest.mocked(Taro.showToast).mockClear()
  putShop({ shop: aShop, menu: aMenu, soldOut: {} })
  useMe.setState({ me: STRANGER, joining: false, welcomed: null })
})

it('joins once with one tap, and shows the coupon that came', async () => {
  const answer = later()
  cloud.script('members.join', answer.promise)
  render(<MePage />)
  fireEvent.click(screen.getByText('免费入会'))
  fireEvent.click(screen.getByText('免费入会'))
  await act(async () => answer.answer(ok({ me: staffless, welcomed: aCoupon })))
  expect(cloud.inputs('members.join')).toHaveLength(1)
  expect(screen.getByText('欢迎入会')).toBeTruthy()
  expect(screen.getByText('林小满')).toBeTruthy()
  fireEvent.click(screen.getByText('先逛逛'))
  expect(screen.queryByText('欢迎入会')).toBeNull()
})

it('says why joining failed, and lets it be tried again', async () => {
  cloud.script('members.join', no('OFFLINE'))
  render(<MePage />)
  fireEvent.click(screen.getByText('免费入会'))
  await waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(
      expect.objectContaining({ title: '网络好像断了，请检查后再试' }),
    ),
  )
  expect(screen.getByText('免费入会')).toBeTruthy()
})

it('shows the way to the counter to staff alone', () => {
  putMe(staffless)
  const { unmount } = render(<MePage />)
  expect(screen.queryByText('门店工作台')).toBeNull()
  unmount()
  putMe(aMe)
  render(<MePage />)
  expect(screen.getByText('门店工作台')).toBeTruthy()
})
