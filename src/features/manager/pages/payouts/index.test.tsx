/** @jest-environment jsdom */
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { heardClock } from '@/platform/clock'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aPayout } from '../../../../../tests/builders/promoter-views'
import { NOW } from '../../../../../tests/builders/shop-views'
import { page } from '../../../../../tests/builders/taro'
import { usePayouts } from '../../promoters/payouts'
import ManagerPayoutsPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

const settle = () => act(async () => undefined)
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([shown]) => shown?.title)
const list = (...payouts: readonly object[]) => ok({ payouts, more: false })
const tap = async (words: string, area = '.ui-page') => {
  fireEvent.click(within(document.querySelector<HTMLElement>(area)!).getByText(words))
  await settle()
}
async function open(...answers: Parameters<typeof cloud.script>[1][]) {
  cloud.script('promoters.payouts', ...answers)
  render(<ManagerPayoutsPage />)
  await settle()
}
beforeEach(() => {
  heardClock(NOW)
  cloud.forget()
  usePayouts.setState({ payouts: null, more: false, failed: null })
  jest.clearAllMocks()
})

it('tells apart what waits for approval, for money, and what goes by itself', async () => {
  await open(
    list(
      aPayout(),
      aPayout({ no: 'w2', state: 'sent', name: '' }),
      aPayout({ no: 'w3', state: 'sent', way: 'points', note: '2400 积分' }),
    ),
  )
  for (const words of ['待审核 1 笔', '待付款 1 笔', '处理中 1 笔', '没填称呼', /换积分 · 2400 积分/])
    expect(screen.getByText(words)).toBeTruthy()
  expect(screen.getAllByText('退回')).toHaveLength(2)
})

it('follows a transfer by WeChat: its trouble, until when it can be confirmed, and that it is called back', async () => {
  const transfer = { way: 'transfer', state: 'sent' } as const
  await open(
    list(
      aPayout({ ...transfer, trouble: 'balance' }),
      aPayout({ ...transfer, no: 'w2', state: 'waiting', confirmBy: NOW + 3_600_000 }),
    ),
  )
  expect(screen.getByText('商户号可用余额不足，充值后会自动再试')).toBeTruthy()
  expect(screen.getByText('等对方确认收款，11-22 11:00 前没确认就退回')).toBeTruthy()
  expect(screen.queryByText('记为已付')).toBeNull()
  fireEvent.click(screen.getAllByText('退回')[1]!)
  expect(screen.getByText(/先请微信撤回这笔转账/)).toBeTruthy()
  cloud.script('promoters.settlePayout', ok({ payout: aPayout({ ...transfer, no: 'w2', stopping: true }) }))
  await tap('和你核对后再提')
  await tap('退回 ¥20')
  expect(screen.getByText('正在请微信撤回，有结果后钱会退回')).toBeTruthy()
  expect(toasts()).toEqual(['已请微信撤回，有结果后退回'])
})

it('approves cash, pays it by hand with how, and it is gone; each names who and how much', async () => {
  await open(list(aPayout()))
  cloud.script(
    'promoters.settlePayout',
    ok({ payout: aPayout({ state: 'sent' }) }),
    ok({ payout: aPayout({ state: 'paid', endedAt: NOW }) }),
  )
  await tap('通过')
  expect(screen.getByText('通过 林子 的 ¥20？')).toBeTruthy()
  await tap('通过', '.ui-dialog__buttons')
  await tap('记为已付')
  expect(screen.getByText('已经付给 林子？')).toBeTruthy()
  await tap('已付 ¥20')
  expect(cloud.inputs('promoters.settlePayout')).toHaveLength(1)
  await tap('微信转账')
  await tap('已付 ¥20')
  expect(cloud.inputs('promoters.settlePayout')).toEqual([
    { no: 'w0000000001', deed: 'approve', note: '' },
    { no: 'w0000000001', deed: 'paid', note: '微信转账' },
  ])
  expect(screen.getByText('没有要处理的提现')).toBeTruthy()
  expect(toasts()).toEqual(['已通过，付款后记一笔', '已记下'])
})

it('refuses with a reason, and the money goes back', async () => {
  await open(list(aPayout()))
  cloud.script('promoters.settlePayout', ok({ payout: aPayout({ state: 'failed', endedAt: NOW }) }))
  await tap('退回')
  await tap('金额有疑问，先联系店里')
  await tap('退回 ¥20')
  expect(cloud.inputs('promoters.settlePayout')[0]).toMatchObject({ deed: 'refuse' })
  expect(screen.getByText('没有要处理的提现')).toBeTruthy()
})

it('pays once though the answer was lost, and says what a promoter did meanwhile', async () => {
  await open(list(aPayout({ state: 'sent' })), list(), list(aPayout()), list())
  cloud.script('promoters.settlePayout', no('OFFLINE'), no('WRONG_STATE', { state: 'paid' }))
  await tap('记为已付')
  await tap('微信转账')
  await tap('已付 ¥20')
  expect(screen.getByText('已经付给 林子？')).toBeTruthy()
  await tap('已付 ¥20')
  expect(screen.getByText('没有要处理的提现')).toBeTruthy()
  await act(async () => page.pull())
  cloud.script('promoters.settlePayout', no('WRONG_STATE', { state: 'cancelled' }))
  await tap('通过')
  await tap('通过', '.ui-dialog__buttons')
  expect(toasts()).toEqual(['网络好像断了，请检查后再试', '已记下', '对方已经撤回了'])
})

it('is the owner’s alone; fails and goes stale in words', async () => {
  await open(no('INTERNAL'), list(aPayout()), no('OFFLINE'), no('FORBIDDEN'))
  await tap('再试一次')
  await act(async () => page.pull())
  expect(screen.getByText(/下面可能不是最新的/)).toBeTruthy()
  await act(async () => page.pull())
  expect(screen.getByText('提现由店主处理')).toBeTruthy()
  expect(screen.queryByText('通过')).toBeNull()
})
