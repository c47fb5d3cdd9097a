/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { InvitedFriend } from '@shared/referral/contract'
import { useShop } from '@/features/catalogue'
import { useMe } from '@/features/members'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aCoupon, aMe, aShop, NOW } from '../../../../../tests/builders/shop-views'
import Taro, { page } from '../../../../../tests/builders/taro'
import { forgetFriends } from '../../friends'
import InvitePage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

const friend = (nameMasked: string, state: InvitedFriend['state'] = 'joined'): InvitedFriend => ({
  nameMasked,
  state,
  joinedAt: NOW,
})
const settle = () => act(async () => {})
const show = async () => {
  render(<InvitePage />)
  await settle()
}

beforeEach(() => {
  jest.clearAllMocks()
  cloud.forget()
  forgetFriends()
  cloud.script('referral.code', ok({ code: '0a1b2c3d4e5f', path: '/p', picture: null, link: null }))
  useShop.setState({ shop: { ...aShop, welcome: aCoupon.terms } })
  useMe.setState({ me: aMe })
})

it('shows the rule, its terms beside the buttons, and nobody yet', async () => {
  cloud.script('referral.invited', ok({ friends: [], total: 0, next: null }))
  await show()
  expect(screen.getByText('朋友入会，得「新人礼」')).toBeTruthy()
  expect(screen.getByText(/转发本身没有奖励/)).toBeTruthy()
  expect(screen.getByText('还没有朋友从你的分享进来')).toBeTruthy()
  fireEvent.click(screen.getByText('生成海报'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/features/referral/pages/poster/index' })
})

it('shows how far each friend is, and the next page at the bottom', async () => {
  cloud.script(
    'referral.invited',
    ok({ friends: [friend('林**', 'ordered'), friend('')], total: 3, next: NOW }),
  )
  await show()
  expect(screen.getByText('3 位朋友入会')).toBeTruthy()
  expect(screen.getByText('最近 2 位里 1 位下过单')).toBeTruthy()
  expect(screen.getByText('一位朋友')).toBeTruthy()
  cloud.script('referral.invited', ok({ friends: [friend('王**', 'ordered')], total: 3, next: null }))
  await act(async () => page.reachBottom())
  expect(cloud.inputs('referral.invited').pop()).toEqual({ before: NOW })
  expect(screen.getByText('2 位下过单')).toBeTruthy()
  expect(screen.getAllByText('已下单')).toHaveLength(2)
  const calls = cloud.inputs('referral.invited').length
  await act(async () => page.reachBottom())
  expect(cloud.inputs('referral.invited')).toHaveLength(calls)
})

it('says what went wrong instead of the list, and keeps the ways to pass on', async () => {
  cloud.script('referral.invited', no('OFFLINE'))
  await show()
  expect(screen.getByText('网络好像断了，请检查后再试')).toBeTruthy()
  expect(screen.getByText('生成海报')).toBeTruthy()
  cloud.script('referral.invited', ok({ friends: [friend('林**')], total: 1, next: null }))
  fireEvent.click(screen.getByText('再试一次'))
  await settle()
  expect(screen.getByText('还没下单')).toBeTruthy()
})

it('asks a stranger to join first, and the cloud nothing', async () => {
  useMe.setState({ me: { member: null, coupons: [] } })
  await show()
  expect(screen.getByText('入会后就能邀请好友')).toBeTruthy()
  expect(cloud.inputs('referral.invited')).toEqual([])
})
