/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { heardClock } from '@/platform/clock'
import { askBeforeLeaving } from '@/platform/leaving'
import { scrollPageTo } from '@/platform/scroll'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aRewardCampaign, THANKS } from '../../../../../tests/builders/reward-drafts'
import { NOW } from '../../../../../tests/builders/shop-views'
import { page } from '../../../../../tests/builders/taro'
import { useRewards } from '../../rewards/store'
import RewardReviewPage from '../reward-review/index'
import RewardsPage from '../rewards/index'
import RewardEditPage from './index'

jest.mock('@/platform/leaving', () => ({ askBeforeLeaving: jest.fn(() => () => undefined) }))
jest.mock('@/platform/scroll', () => ({ scrollPageTo: jest.fn() }))
jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

const pass = () => act(() => jest.advanceTimersByTimeAsync(0))
const list = { campaigns: [aRewardCampaign()], coupons: [THANKS], waiting: 2 }
const held = {
  id: 'bring:mZoe:first',
  at: NOW,
  endsAt: NOW + 86_400_000,
  ends: 'reject' as const,
  event: 'first' as const,
  campaignName: '带好友来坐坐',
  promoterName: '安**',
  friendName: '周**',
  promoter: { gift: { kind: 'points' as const, points: 20 }, state: 'held' as const, note: '' as const },
  friend: null,
  fired: [{ rule: 'burst', sentence: '邀请人一小时内已有 5 位好友达成' }],
}
beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
  heardClock(NOW)
  cloud.forget()
  jest.clearAllMocks()
  useRewards.setState({
    campaigns: null,
    coupons: [],
    waiting: 0,
    failed: null,
    held: null,
    next: null,
    heldFailed: null,
  })
})
afterEach(() => {
  jest.useRealTimers()
  page.params = {}
})
async function tap(words: string) {
  fireEvent.click([...screen.getAllByText(words)].pop() as HTMLElement)
  await pass()
}
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([options]) => options?.title)

it('shows what members will read, sends it as exact numbers, and starts what is in the form', async () => {
  const saved = aRewardCampaign({ id: 'new', state: 'draft', version: 1 })
  cloud.script('rewards.campaigns', ok({ ...list, campaigns: [] }))
  cloud.script('rewards.saveCampaign', ok({ campaign: saved }))
  cloud.script('rewards.setState', ok({ campaign: { ...saved, state: 'running', version: 2 } }))
  render(<RewardEditPage />)
  await pass()
  fireEvent.change(screen.getByLabelText('订单实付满'), { target: { value: '9.9' } })
  expect(screen.getByText('好友完成首单，实付满 ¥9.9')).toBeTruthy()
  await tap('开始活动')
  expect(cloud.inputs('rewards.saveCampaign')).toMatchObject([
    { id: null, draft: { minPaidFen: 990, promoter: { kind: 'coupon', campaignId: 'thanks' }, levels: 1 } },
  ])
  expect(cloud.inputs('rewards.setState')).toEqual([{ id: 'new', version: 1, state: 'running' }])
  expect(toasts()).toEqual(['已保存', '活动已开启'])
})

it('sends a new form again as the same one when its answer was lost', async () => {
  const saved = aRewardCampaign({ id: 'new', state: 'draft', version: 1 })
  cloud.script('rewards.campaigns', ok({ ...list, campaigns: [] }))
  cloud.script(
    'rewards.saveCampaign',
    no('OFFLINE'),
    no('CHANGED_MEANWHILE', { campaign: saved }),
    no('OFFLINE'),
  )
  render(<RewardEditPage />)
  await pass()
  for (let times = 0; times < 3; times++) await tap('存草稿')
  const sent = cloud.inputs('rewards.saveCampaign')
  expect(sent).toMatchObject([{ id: null }, { id: null }, { id: 'new', version: 1 }])
  expect(sent[1]).toEqual(sent[0])
})

it('offers nothing that WeChat forbids: no reward for sharing, none by chance', async () => {
  cloud.script('rewards.campaigns', ok(list))
  render(<RewardEditPage />)
  await pass()
  for (const words of [/随机积分/, /分享就送/, /抽奖得/]) expect(screen.queryByText(words)).toBeNull()
  expect(screen.getByText(/微信不许奖励“分享”本身/)).toBeTruthy()
})

it('says at each field what is unlawful, and goes to the first of them', async () => {
  const faults = [
    { field: 'note', sentence: '“转发”这样的说法会被微信判为诱导分享' },
    { field: 'friendsNeeded', sentence: '要凑够几位好友才给，会被判为诱导分享' },
    { field: 'state', sentence: '活动已经结束，不能再改' },
  ]
  cloud.script('rewards.campaigns', ok(list))
  cloud.script('rewards.saveCampaign', no('CONTRADICTION', { faults }))
  render(<RewardEditPage />)
  await pass()
  fireEvent.change(screen.getByLabelText('每带来几位好友给一次'), { target: { value: '3' } })
  await tap('存草稿')
  await pass()
  expect(cloud.inputs('rewards.saveCampaign')).toMatchObject([{ draft: { friendsNeeded: 3 } }])
  for (const { sentence } of faults) expect(screen.getByText(sentence)).toBeTruthy()
  expect(toasts()).toEqual(['有 3 处要改'])
  expect(scrollPageTo).toHaveBeenCalledWith('reward-at-form', 'reward-head')
  expect(document.getElementById('reward-at-friendsNeeded')).toBeTruthy()
})

it('asks before what is not saved is left, and no more once it is', async () => {
  const letGo = jest.fn()
  jest.mocked(askBeforeLeaving).mockReturnValue(letGo)
  cloud.script('rewards.campaigns', ok({ ...list, campaigns: [] }))
  cloud.script('rewards.saveCampaign', ok({ campaign: aRewardCampaign({ id: 'new', state: 'draft' }) }))
  render(<RewardEditPage />)
  await pass()
  expect(askBeforeLeaving).not.toHaveBeenCalled()
  fireEvent.change(screen.getByLabelText('活动名称'), { target: { value: '带朋友来' } })
  expect(askBeforeLeaving).toHaveBeenCalledWith('改动还没有保存，要离开吗？')
  expect(letGo).not.toHaveBeenCalled()
  await tap('存草稿')
  expect(letGo).toHaveBeenCalledTimes(1)
})

it('lists campaigns with their counts and what waits', async () => {
  cloud.script('rewards.campaigns', ok(list))
  render(<RewardsPage />)
  await pass()
  expect(screen.getByText('带好友来坐坐')).toBeTruthy()
  expect(screen.getByText('2 份')).toBeTruthy()
  expect(screen.getByText(/券最多花 ¥44/)).toBeTruthy()
})

it('releases a held reward only with a reason', async () => {
  cloud.script('rewards.held', ok({ held: [held], next: null }))
  cloud.script('rewards.decide', ok({ state: 'granted', missed: 0 }))
  render(<RewardReviewPage />)
  await pass()
  expect(screen.getByText('安** 带来了 周**')).toBeTruthy()
  expect(screen.getByText(/一小时内已有 5 位/)).toBeTruthy()
  await tap('发放')
  await tap('确定发放')
  expect(cloud.inputs('rewards.decide')).toEqual([])
  fireEvent.change(screen.getByLabelText('理由'), { target: { value: '是同事' } })
  await tap('确定发放')
  expect(cloud.inputs('rewards.decide')).toEqual([{ rewardId: held.id, release: true, reason: '是同事' }])
  expect(screen.getByText('都核对完了')).toBeTruthy()
})

it('tells a clerk whose place this is', async () => {
  cloud.script('rewards.campaigns', no('FORBIDDEN'))
  render(<RewardsPage />)
  await pass()
  expect(screen.getByText('只有店长和店主可以管理活动')).toBeTruthy()
})
