/** @jest-environment jsdom */
import { render, screen } from '@testing-library/react'
import type { Origin as Told } from '@shared/manager/origin-contract'
import { NOW } from '../../../../tests/builders/shop-views'
import { Origin } from './Origin'

const nothing: Told = { promoter: null, first: null, last: null, cameBy: null, unbound: null }
const promoter = {
  id: 'm0123456789abcdefgh',
  nickname: '阿宝',
  channel: 'card',
  touchAt: NOW,
  boundAt: NOW,
  standing: 'member',
  friends: 12,
} as const
const show = (over: Partial<Told>) => render(<Origin origin={{ ...nothing, ...over }} />)
const sees = (words: string | RegExp) => expect(screen.getByText(words)).toBeTruthy()

it('tells who brought them, how, since when, and how many they brought', () => {
  const card = { at: NOW, channel: 'card', byMember: true } as const
  show({ promoter, first: card, last: card })
  sees('阿宝 带来的')
  sees('会员号 ABCD EFGH · 一共带来 12 位好友')
  sees(/入会时，之后不变/)
  sees(/会员的小程序卡片/)
  expect(screen.queryByText('最后一次')).toBeNull()
})

it('tells the last coming apart from the first, and the shop’s code', () => {
  show({
    promoter,
    first: { at: NOW, channel: 'card', byMember: true },
    last: { at: NOW + 60_000, channel: 'table', byMember: false },
    cameBy: { label: '靠窗 2 号桌', channel: 'table', at: NOW + 60_000 },
  })
  sees('最后一次')
  sees(/店里的桌贴/)
  sees(/^靠窗 2 号桌 · 桌贴/)
})

it.each([
  ['left', '邀请人已注销，之后不再得奖励'],
  ['barred', '邀请人被停了资格，之后不再得奖励'],
] as const)('says that the promoter is %s', (standing, words) => {
  show({ promoter: { ...promoter, nickname: '', standing } })
  sees('没填昵称的会员 带来的')
  sees(words)
})

it('says whose card did not count, and why', () => {
  show({ unbound: { nickname: '阿宝', channel: 'link', at: NOW, why: 'lapsed' } })
  sees(/^阿宝 的链接.*：打开后 30 天内没有入会$/)
})

it('says when there is nothing to say', () => {
  show({})
  sees('没有通过谁的分享，也没有扫过店里的码')
})
