/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { MemberStory } from '@shared/manager/member-contract'
import { EMPTY_ACCOUNT } from '@shared/points/account'
import Taro from '@tarojs/taro'
import { openHome } from '@/features/home'
import { heardClock } from '@/platform/clock'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aCoupon, aMe, aMenu, aShop, NOW, STORE_ID } from '../../../../../tests/builders/shop-views'
import { page } from '../../../../../tests/builders/taro'
import { forgetMember } from '../../member/store'
import ManagerMemberPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

const settle = () => act(() => Promise.resolve())
const aStory = (over: Partial<MemberStory> = {}): MemberStory => ({
  role: 'owner',
  member: {
    id: 'm0123456789abcdefgh',
    nickname: '小陈',
    phoneMasked: '138****0000',
    joinedAt: NOW,
    tags: ['老师'],
    account: { ...EMPTY_ACCOUNT, lots: { '202711': 30 } },
    balance: 30,
  },
  coupons: [aCoupon],
  past: [],
  orders: [{ id: 'o1', placedAt: NOW, storeName: '一店', pickupCode: '1234', state: 'done', payFen: 1900 }],
  origin: { promoter: null, first: null, last: null, cameBy: null, unbound: null },
  grants: [{ campaignId: 'sorry', terms: { ...aCoupon.terms, title: '赔礼券' }, left: 2 }],
  ...over,
})
beforeEach(async () => {
  heardClock(NOW)
  cloud.forget()
  forgetMember()
  page.params = { storeId: STORE_ID }
  cloud.script('home.open', ok({ shop: aShop, menu: aMenu, soldOut: {}, me: aMe, last: null }))
  await act(() => openHome())
})
async function find(...answers: Parameters<typeof cloud.script>[1][]) {
  cloud.script('manager.member', ...answers)
  render(<ManagerMemberPage />)
  fireEvent.input(screen.getByPlaceholderText('或输今天的取餐号'), { target: { value: ' 1234 ' } })
  fireEvent.click(screen.getByText('查找'))
  await settle()
}
const reason = (words: string) => fireEvent.click(screen.getByText(words))

it('shows who it is, what they hold and what they bought', async () => {
  await find(ok({ story: aStory() }))
  expect(cloud.inputs('manager.member')).toEqual([{ storeId: STORE_ID, code: '1234' }])
  for (const words of [
    '小陈',
    '会员号 ABCD EFGH · 138****0000',
    '30',
    '老师 ×',
    '可用的券 1 张',
    '一店 · 1234',
    '¥19',
    '没有通过谁的分享，也没有扫过店里的码',
  ])
    expect(screen.getByText(words)).toBeTruthy()
})

it('gives a coupon with a reason, under the same key when the reply was lost, even if the sheet was closed', async () => {
  await find(ok({ story: aStory() }))
  cloud.script('campaigns.grant', no('OFFLINE'), ok({ coupon: { ...aCoupon, id: 'c2' } }))
  fireEvent.click(screen.getByText('送一张券'))
  expect(screen.getByText(/还剩 2 张/)).toBeTruthy()
  fireEvent.click(screen.getByText('送给这位会员'))
  expect(cloud.inputs('campaigns.grant')).toEqual([])
  reason('餐品有问题')
  fireEvent.click(screen.getByText('送给这位会员'))
  await settle()
  fireEvent.click(screen.getByLabelText('关闭'))
  fireEvent.click(screen.getByText('送一张券'))
  reason('餐品有问题')
  fireEvent.click(screen.getByText('送给这位会员'))
  await settle()
  const [first, second] = cloud.inputs('campaigns.grant')
  expect(first).toMatchObject({ campaignId: 'sorry', memberId: 'm0123456789abcdefgh', reason: '餐品有问题' })
  expect(second).toEqual(first)
  expect(screen.getByText('可用的券 2 张')).toBeTruthy()
  expect(screen.queryByText('送给这位会员')).toBeNull()
  fireEvent.click(screen.getByText('送一张券'))
  expect(screen.getByText(/还剩 1 张/)).toBeTruthy()
  expect(cloud.inputs('manager.member')).toHaveLength(1)
})

it('gives another coupon under another key', async () => {
  await find(ok({ story: aStory() }))
  const given = (id: string) => ok({ coupon: { ...aCoupon, id } })
  cloud.script('campaigns.grant', given('c2'), given('c3'))
  for (let i = 0; i < 2; i++) {
    fireEvent.click(screen.getByText('送一张券'))
    reason('餐品有问题')
    fireEvent.click(screen.getByText('送给这位会员'))
    await settle()
  }
  const keys = cloud.inputs('campaigns.grant').map(({ key }) => key)
  expect(new Set(keys).size).toBe(2)
  expect(screen.getByText('可用的券 3 张')).toBeTruthy()
})

it('takes points only after a question, and never more than there are', async () => {
  await find(ok({ story: aStory() }))
  cloud.script('points.correct', ok({ balance: 10 }))
  fireEvent.click(screen.getByText('调整积分'))
  fireEvent.click(screen.getByText('减'))
  reason('发错了，收回')
  fireEvent.input(screen.getByLabelText('积分'), { target: { value: '31' } })
  expect(screen.getByText('现在 30，没有这么多积分可收')).toBeTruthy()
  fireEvent.click(screen.getByText('收回积分'))
  expect(screen.queryByText('收回 31 积分？')).toBeNull()
  fireEvent.input(screen.getByLabelText('积分'), { target: { value: '20' } })
  expect(screen.getByText('现在 30，调整后 10')).toBeTruthy()
  fireEvent.click(screen.getByText('收回积分'))
  expect(screen.getByText('收回 20 积分？')).toBeTruthy()
  fireEvent.click(screen.getByText('收回'))
  await settle()
  expect(cloud.inputs('points.correct')).toMatchObject([{ points: -20, reason: '发错了，收回' }])
  expect(screen.getByText('10')).toBeTruthy()
  expect(cloud.inputs('manager.member')).toHaveLength(1)
})

it('takes a coupon back after a reason and a question', async () => {
  await find(ok({ story: aStory() }))
  cloud.script('campaigns.revoke', ok({ coupon: { ...aCoupon, state: 'revoked' }, campaignId: 'sorry' }))
  fireEvent.click(screen.getByText('收回这张券'))
  reason('发错了')
  fireEvent.click(screen.getByText('收回'))
  expect(cloud.inputs('campaigns.revoke')).toEqual([])
  fireEvent.click(screen.getAllByText('收回')[1] ?? document.body)
  await settle()
  expect(cloud.inputs('campaigns.revoke')).toEqual([{ couponId: aCoupon.id, reason: '发错了' }])
  expect(screen.getByText('可用的券 0 张')).toBeTruthy()
  fireEvent.click(screen.getByText('展开'))
  expect(screen.getByText('已收回')).toBeTruthy()
  expect(cloud.inputs('manager.member')).toHaveLength(1)
})

it('folds what is used and over', async () => {
  const past = [
    { ...aCoupon, id: 'c7', state: 'redeemed' as const },
    { ...aCoupon, id: 'c8', expiresAt: NOW },
  ]
  await find(ok({ story: aStory({ past }) }))
  expect(screen.getByText('用过和过期的券 2 张')).toBeTruthy()
  expect(screen.queryByText('已使用')).toBeNull()
  fireEvent.click(screen.getByText('展开'))
  for (const mark of ['已使用', '已过期']) expect(screen.getByText(mark)).toBeTruthy()
  fireEvent.click(screen.getByText('收起'))
  expect(screen.queryByText('已过期')).toBeNull()
})

it('shows a clerk who it is, and nothing to decide', async () => {
  await find(ok({ story: aStory({ role: 'clerk', grants: [] }) }))
  for (const words of ['小陈', '可用的券 1 张', '一店 · 1234']) expect(screen.getByText(words)).toBeTruthy()
  for (const words of ['调整积分', '收回这张券', '送一张券', '加上', /先在「优惠活动」里/])
    expect(screen.queryByText(words)).toBeNull()
})

it('has no way to take back what an order holds, nor to give what nobody offers', async () => {
  await find(ok({ story: aStory({ coupons: [{ ...aCoupon, state: 'held' }], grants: [] }) }))
  expect(screen.queryByText('收回这张券')).toBeNull()
  expect(screen.queryByText('送一张券')).toBeNull()
  expect(screen.getByText(/先在「优惠活动」里/)).toBeTruthy()
})

it('puts tags on and off', async () => {
  await find(ok({ story: aStory() }))
  cloud.script('members.tag', ok({ tags: ['老师', '早八'] }), ok({ tags: ['早八'] }))
  fireEvent.input(screen.getByPlaceholderText('加一个标签，比如：老师'), { target: { value: '早八' } })
  fireEvent.click(screen.getByText('加上'))
  await settle()
  fireEvent.click(screen.getByText('老师 ×'))
  await settle()
  expect(cloud.inputs('members.tag')).toMatchObject([
    { tag: '早八', on: true },
    { tag: '老师', on: false },
  ])
  expect(screen.queryByText('老师 ×')).toBeNull()
})

it('says when nobody is found, can be asked again, and sends away who is no staff', async () => {
  await find(no('MEMBER_NOT_FOUND'), no('BUSY'), no('FORBIDDEN'))
  expect(screen.getByText('没有找到这位会员')).toBeTruthy()
  fireEvent.click(screen.getByText('查找'))
  await settle()
  fireEvent.click(screen.getByText('再试一次'))
  await settle()
  expect(screen.getByText('这里是店员的工作台')).toBeTruthy()
})

it('invites a member to promote the shop; twice is the same, and a promoter is told apart', async () => {
  await find(ok({ story: aStory() }))
  cloud.script(
    'promoters.invite',
    no('OFFLINE'),
    ok({ promoter: {} }),
    no('WRONG_STATE', { state: 'accepted' }),
  )
  jest.mocked(Taro.showToast).mockClear()
  const invite = async () => {
    fireEvent.click(screen.getByText('邀请做推客'))
    fireEvent.click(screen.getByText('邀请'))
    await settle()
  }
  await invite()
  await invite()
  await invite()
  expect(cloud.inputs('promoters.invite')).toEqual(Array(3).fill({ memberId: 'm0123456789abcdefgh' }))
  expect(jest.mocked(Taro.showToast).mock.calls.map(([shown]) => shown?.title)).toEqual([
    '网络好像断了，请检查后再试',
    '已邀请，等对方在推客页面同意',
    '对方已经是推客了',
  ])
})
