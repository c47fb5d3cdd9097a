/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { HOUR_MS } from '@shared/kernel/time'
import { NO_BALANCES } from '@shared/promoters/ledger'
import { heardClock } from '@/platform/clock'
import { requestTransfer } from '@/platform/transfer'
import { cloud, later, no, ok } from '../../../../../tests/builders/answers'
import { anAccount, anOffer, aPayout, aPromoter } from '../../../../../tests/builders/promoter-account'
import { NOW } from '../../../../../tests/builders/shop-views'
import Taro from '../../../../../tests/builders/taro'
import { forgetMine, usePromoter } from '../../store'
import { useWithdrawing } from '../../withdrawing'
import WithdrawPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))
jest.mock('@/platform/transfer', () => ({ requestTransfer: jest.fn() }))

const settle = () => act(async () => undefined)
const tap = async (words: string | RegExp) => {
  await act(async () => fireEvent.click(screen.getAllByText(words).pop()!))
}
const type = (yuan: string) =>
  fireEvent.change(screen.getByLabelText('提现金额'), { target: { value: yuan } })
const said = () =>
  jest.mocked<(told: { title: string }) => unknown>(Taro.showToast).mock.calls.map(([told]) => told.title)
const asked = () => cloud.inputs('promoters.withdraw')
const coupons = [{ campaignId: 'c8', title: '8 元券', fen: 600 }]
const paid = (over: Parameters<typeof aPayout>[0] = {}, confirmation: object | null = null) =>
  ok({
    withdrawal: aPayout(over),
    account: { ...NO_BALANCES, availableFen: 100 },
    leftTodayFen: 900,
    confirmation,
  })
/** Opened from an account with ¥30, of which ¥25 may go today. */
const show = async (offer: Partial<typeof anOffer> = {}) => {
  const mine = anAccount({ availableFen: 3000 }, { leftTodayFen: 2500, offer: { ...anOffer, ...offer } })
  usePromoter.setState({ mine })
  // a refusal reads the account again
  cloud.script('promoters.mine', ok(mine))
  const shown = render(<WithdrawPage />)
  await settle()
  return shown
}

beforeEach(() => {
  jest.clearAllMocks()
  cloud.forget()
  heardClock(NOW)
  forgetMine()
  useWithdrawing.setState({ unheard: null, done: null })
})

it('says every limit before the tap, and sends nothing beyond one', async () => {
  await show()
  expect(cloud.asked).toEqual([])
  expect(screen.getByText('可提现 ¥30，今天还能提 ¥25')).toBeTruthy()
  expect(screen.getByText('满 ¥1 可提，每天最多 ¥50，超过 ¥20 由店主审核')).toBeTruthy()
  const wrong = { '0.5': '最低提现 ¥1', '26': '今天还能提 ¥25', '40': '今天还能提 ¥25', '1.234': /两位小数/ }
  for (const [yuan, words] of Object.entries(wrong)) {
    type(yuan)
    expect(screen.getByText(words)).toBeTruthy()
    await tap('提现')
  }
  expect(screen.queryByText(/？$/)).toBeNull()
  type('20.5')
  expect(screen.getByText('要先等店主审核')).toBeTruthy()
  await tap('全部')
  expect(screen.getByDisplayValue('25')).toBeTruthy()
})

it('is paid by the owner’s hand, after one question, and says where it stands', async () => {
  await show()
  type('12')
  cloud.script('promoters.withdraw', paid({ state: 'sent' }))
  await tap('提现 ¥12.00')
  expect(screen.getByText('店家转账给你，付好会在提现记录里写明。')).toBeTruthy()
  expect(asked()).toEqual([])
  await tap('提现')
  expect(asked()).toEqual([{ fen: 1200, way: 'cash', campaignId: null, key: expect.any(String) }])
  expect(screen.getByText('已提交，处理中')).toBeTruthy()
  expect(usePromoter.getState().mine).toMatchObject({ leftTodayFen: 900, account: { availableFen: 100 } })
  await tap('完成')
  expect(Taro.navigateBack).toHaveBeenCalled()
})

it('is exchanged for points, and for a coupon at its price', async () => {
  await show({ coupons })
  await tap('换积分')
  type('12')
  expect(screen.getByText('可换 1200 积分')).toBeTruthy()
  cloud.script('promoters.withdraw', paid({ way: 'points', state: 'paid', note: '1200 积分' }))
  await tap('兑换 ¥12.00')
  expect(screen.getByText('用 ¥12.00 换 1200 积分？')).toBeTruthy()
  await tap('兑换')
  expect(screen.getByText('已到账')).toBeTruthy()
  expect(screen.getByText('换积分 · 1200 积分')).toBeTruthy()
  await tap('再提一笔')
  act(() =>
    usePromoter.setState({ mine: anAccount({ availableFen: 500 }, { offer: { ...anOffer, coupons } }) }),
  )
  await tap('换优惠券')
  await tap('8 元券')
  expect(screen.getByText('可提现的只有 ¥5')).toBeTruthy()
  act(() =>
    usePromoter.setState({ mine: anAccount({ availableFen: 700 }, { offer: { ...anOffer, coupons } }) }),
  )
  cloud.script(
    'promoters.withdraw',
    paid({ no: 'w2', fen: 600, way: 'coupon', state: 'failed', note: '这张券已经换完了' }),
  )
  await tap('兑换 ¥6.00')
  expect(screen.getByText('用 ¥6.00 换「8 元券」？')).toBeTruthy()
  await tap('兑换')
  expect(asked().pop()).toMatchObject({ fen: 600, way: 'coupon', campaignId: 'c8' })
  expect(screen.getByText('没有成功，钱已退回')).toBeTruthy()
  expect(screen.getByText('换优惠券 · 这张券已经换完了')).toBeTruthy()
})

it('whose answer was lost stays the same payout until an answer is heard', async () => {
  await show()
  type('12')
  cloud.script('promoters.withdraw', no('OFFLINE'), no('INTERNAL'), paid({ state: 'requested' }))
  await tap('提现 ¥12.00')
  await tap('提现')
  expect(screen.getByText('没收到答复，还不知道有没有成功')).toBeTruthy()
  await tap('再试一次')
  expect(said()).toEqual(['还是没有答复，过一会再试'])
  await tap('再试一次')
  const keys = asked().map(({ key }) => key)
  expect(keys).toHaveLength(3)
  expect(new Set(keys).size).toBe(1)
  expect(screen.getByText('已申请，等店主审核')).toBeTruthy()
  await tap('再提一笔')
  type('1')
  await tap('提现 ¥1.00')
  await tap('提现')
  expect(asked().pop()?.['key']).not.toBe(keys[0])
})

it('still asks for the lost one when the page is opened again', async () => {
  const { unmount } = await show()
  type('12')
  cloud.script('promoters.withdraw', no('OFFLINE'))
  await tap('提现 ¥12.00')
  await tap('提现')
  await tap('先回去')
  unmount()
  render(<WithdrawPage />)
  await settle()
  expect(screen.getByText('¥12.00')).toBeTruthy()
  expect(screen.getByText('再试一次')).toBeTruthy()
})

it('that the cloud refuses says why, and reads the account again', async () => {
  await show()
  type('12')
  cloud.script('promoters.withdraw', no('NOT_ENOUGH', { availableFen: 1000 }))
  cloud.script('promoters.mine', ok(anAccount({ availableFen: 1000 })))
  await tap('提现 ¥12.00')
  await tap('提现')
  await settle()
  expect(said()).toEqual(['可提现的佣金不够'])
  expect(screen.getByText('可提现的只有 ¥10')).toBeTruthy()
})

it('is sent once, however often the button is tapped', async () => {
  await show()
  type('12')
  const slow = later()
  cloud.script('promoters.withdraw', slow.promise)
  await tap('提现 ¥12.00')
  await tap('提现')
  await tap('提现')
  expect(asked()).toHaveLength(1)
  await act(async () => slow.answer(paid()))
})

describe('a transfer', () => {
  const waiting = { way: 'transfer', state: 'waiting', confirmBy: NOW + 24 * HOUR_MS } as const
  const confirmation = { mchId: '1', appId: 'wx', package: 'p' }
  const begin = async () => {
    await show({ transfer: true, transferMaxFen: 1500 })
    type('16')
    expect(screen.getByText('微信转账一次最多 ¥15')).toBeTruthy()
    type('12')
    cloud.script('promoters.withdraw', paid(waiting, confirmation))
    await tap('提现 ¥12.00')
    await tap('提现')
  }

  it('is confirmed on the same tap, and WeChat is asked whether it arrived', async () => {
    jest.mocked(requestTransfer).mockResolvedValue('confirmed')
    cloud.script('promoters.checkWithdrawal', paid({ ...waiting, state: 'paid', confirmBy: null }))
    await begin()
    expect(requestTransfer).toHaveBeenCalledWith(confirmation)
    expect(screen.getByText('已到账')).toBeTruthy()
    expect(said()).toEqual([])
  })

  it('that was not confirmed can be later, for a day', async () => {
    jest.mocked(requestTransfer).mockResolvedValue('cancelled')
    cloud.script('promoters.checkWithdrawal', paid(waiting))
    await begin()
    expect(screen.getByText('等你确认收款')).toBeTruthy()
    cloud.script('promoters.confirmation', ok(confirmation))
    jest.mocked(requestTransfer).mockResolvedValue('unsupported')
    await tap('去确认收款')
    expect(cloud.inputs('promoters.confirmation')).toEqual([{ no: 'w1' }])
    expect(said()).toEqual(['请在手机微信里打开，更新到新版本后再确认收款'])
  })
})

it('asks for the account where it was opened by itself; who may not withdraw is led back', async () => {
  cloud.script('promoters.mine', no('OFFLINE'), ok(anAccount({}, { promoter: aPromoter('banned') })))
  render(<WithdrawPage />)
  expect(screen.getByLabelText('正在加载')).toBeTruthy()
  await settle()
  await tap('再试一次')
  expect(screen.getByText('现在不能提现')).toBeTruthy()
})

it('says that the shop has no way to pay out yet', async () => {
  await show({ cash: false, pointsPerYuan: 0 })
  expect(screen.getByText('店家还没有开放提现')).toBeTruthy()
  await tap('返回')
  expect(Taro.navigateBack).toHaveBeenCalled()
})
