/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { FriendView, RuleView } from '@shared/rewards/contract'
import { useShop } from '@/features/catalogue'
import { useMe } from '@/features/members'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aCoupon, aMe, aShop, NOW } from '../../../../../tests/builders/shop-views'
import Taro, { page } from '../../../../../tests/builders/taro'
import { forgetFriends } from '../../friends'
import InvitePage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

let made = 0
const friend = (
  nameMasked: string,
  state: FriendView['state'] = 'joined',
  lines: readonly string[] = [],
): FriendView => ({ key: `f${++made}`, nameMasked, state, joinedAt: NOW, lines: [...lines] })
const mine = (friends: FriendView[], over: object = {}) =>
  ok({ rule: null, friends, total: friends.length, next: null, ...over })
const rule: RuleView = {
  steps: ['好友从你的邀请进店', '好友完成首单', '你得 20 积分，马上到账'],
  terms: ['奖励与是否分享、分享次数无关。'],
  endAt: NOW,
}
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

it('promises nothing where nothing runs: how it goes, the ways to pass on, and nobody yet', async () => {
  cloud.script('rewards.mine', mine([]))
  await show()
  expect(screen.getByText('朋友入会，得「新人礼」')).toBeTruthy()
  expect(screen.getByText(/转发本身没有奖励/)).toBeTruthy()
  expect(screen.queryByText('活动规则')).toBeNull()
  expect(screen.getByText('还没有朋友从你的分享进来')).toBeTruthy()
  fireEvent.click(screen.getByText('生成海报'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/features/referral/pages/poster/index' })
})

it('says what runs in three steps, its terms beside the buttons; one call opens the page', async () => {
  cloud.script('rewards.mine', mine([], { rule }))
  await show()
  for (const words of [...rule.steps, ...rule.terms, '活动规则']) expect(screen.getByText(words)).toBeTruthy()
  expect(screen.queryByText(/转发本身没有奖励/)).toBeNull()
  expect(cloud.inputs('rewards.mine')).toEqual([{ before: null }])
})

it('shows how far each friend is and what they brought, and the next page at the bottom', async () => {
  const looked = '门店正在核对，最多 30 天会有结果'
  cloud.script(
    'rewards.mine',
    mine([friend('林**', 'rewarded', ['你得到 20 积分']), friend('', 'review', [looked])], {
      total: 3,
      next: NOW,
    }),
  )
  await show()
  expect(screen.getByText('3 位朋友入会')).toBeTruthy()
  expect(screen.getByText('最近 2 位里 1 位已得奖励')).toBeTruthy()
  for (const words of ['一位朋友', '你得到 20 积分', '核对中', looked])
    expect(screen.getByText(words)).toBeTruthy()
  cloud.script('rewards.mine', mine([friend('王**', 'none', ['奖励已经发完'])], { total: 3 }))
  await act(async () => page.reachBottom())
  expect(cloud.inputs('rewards.mine').pop()).toEqual({ before: NOW })
  expect(screen.getByText('其中 1 位已得奖励')).toBeTruthy()
  expect(screen.getByText('奖励已经发完')).toBeTruthy()
  const calls = cloud.inputs('rewards.mine').length
  await act(async () => page.reachBottom())
  expect(cloud.inputs('rewards.mine')).toHaveLength(calls)
})

it('says what went wrong instead of the list, and keeps the ways to pass on', async () => {
  cloud.script('rewards.mine', no('OFFLINE'))
  await show()
  expect(screen.getByText('网络好像断了，请检查后再试')).toBeTruthy()
  expect(screen.getByText('生成海报')).toBeTruthy()
  expect(screen.getByText(/转发本身没有奖励/)).toBeTruthy()
  cloud.script('rewards.mine', mine([friend('林**')]))
  fireEvent.click(screen.getByText('再试一次'))
  await settle()
  expect(screen.getByText('还没下单')).toBeTruthy()
})

it('asks a stranger to join first, and the cloud nothing', async () => {
  useMe.setState({ me: { member: null, coupons: [] } })
  await show()
  expect(screen.getByText('入会后就能邀请好友')).toBeTruthy()
  expect(cloud.inputs('rewards.mine')).toEqual([])
})

it('leads to the promoters’ page only where the shop has a programme', async () => {
  cloud.script('rewards.mine', mine([]))
  await show()
  expect(screen.queryByText('推客中心')).toBeNull()
  act(() => useShop.setState({ shop: { ...aShop, promoting: true } }))
  fireEvent.click(screen.getByText('推客中心'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/features/promoters/pages/home/index' })
})
