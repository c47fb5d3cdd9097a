/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { DAY_MS, HOUR_MS } from '@shared/kernel/time'
import { putShop } from '@/features/catalogue'
import { putMe } from '@/features/members'
import { heardClock } from '@/platform/clock'
import { cloud, later, no, ok } from '../../../../../tests/builders/answers'
import {
  aMine,
  anAccount,
  anEntry,
  anOffer,
  aPayout,
  aPromoter,
} from '../../../../../tests/builders/promoter-account'
import { aMe, aMenu, aShop, NOW } from '../../../../../tests/builders/shop-views'
import Taro, { page } from '../../../../../tests/builders/taro'
import PromoterHomePage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

const settle = () => act(async () => undefined)
const show = async (mine: ReturnType<typeof aMine>) => {
  cloud.script('promoters.mine', ok(mine))
  render(<PromoterHomePage />)
  await settle()
}
const tap = async (words: string) => {
  await act(async () => fireEvent.click(screen.getByText(words)))
}
const said = () =>
  jest.mocked<(told: { title: string }) => unknown>(Taro.showToast).mock.calls.map(([told]) => told.title)

beforeEach(() => {
  jest.clearAllMocks()
  cloud.forget()
  heardClock(NOW)
  putShop({ shop: aShop, menu: aMenu, soldOut: {} })
  putMe(aMe)
})

describe('who is no promoter', () => {
  it('reads what it is and its limits, and applies only after an explicit yes', async () => {
    await show(aMine())
    expect(screen.getByText('提现方式：店家转账、换积分')).toBeTruthy()
    expect(screen.getByText('满 ¥1 可提，每天最多 ¥50，超过 ¥20 由店主审核')).toBeTruthy()
    expect(screen.getByText(anOffer.terms)).toBeTruthy()
    expect(screen.queryByText(/%/)).toBeNull()
    await tap('提交申请')
    expect(cloud.inputs('promoters.apply')).toEqual([])
    cloud.script('promoters.apply', ok({ promoter: aPromoter('applied') }))
    fireEvent.change(screen.getByLabelText('给店家的话'), { target: { value: ' 常带同事来 ' } })
    fireEvent.click(screen.getByLabelText('同意推客须知'))
    await tap('提交申请')
    expect(cloud.inputs('promoters.apply')).toEqual([{ name: '林小满', note: '常带同事来', termsVersion: 1 }])
    expect(screen.getByText('申请已收到')).toBeTruthy()
    expect(cloud.inputs('promoters.mine')).toHaveLength(1)
  })

  it('says yes again when the terms changed under their hand, and keeps what was typed', async () => {
    await show(aMine())
    fireEvent.change(screen.getByLabelText('给店家的话'), { target: { value: '常来' } })
    fireEvent.click(screen.getByLabelText('同意推客须知'))
    cloud.script('promoters.apply', no('TERMS_CHANGED'))
    cloud.script('promoters.mine', ok(aMine({ offer: { ...anOffer, terms: '新的须知', termsVersion: 2 } })))
    await tap('提交申请')
    expect(said()).toEqual(['推客须知刚刚更新了，请重新看一遍再同意'])
    expect(screen.getByText('新的须知')).toBeTruthy()
    expect(screen.getByLabelText('同意推客须知')).toBeTruthy()
    expect(screen.getByDisplayValue('常来')).toBeTruthy()
  })

  it('joins first as a stranger', async () => {
    putMe({ member: null, coupons: [] })
    await show(aMine())
    expect(screen.getByText('免费入会')).toBeTruthy()
    expect(screen.queryByText('提交申请')).toBeNull()
  })

  it('hears that the programme is closed', async () => {
    await show(aMine({ offer: { ...anOffer, open: false } }))
    expect(screen.getByText('本店现在不招推客')).toBeTruthy()
    expect(screen.queryByText('提交申请')).toBeNull()
  })

  it('was declined with a reason, and may apply again', async () => {
    await show(aMine({ promoter: aPromoter('declined', { reason: '名额满了' }) }))
    expect(screen.getByText('店家说：名额满了')).toBeTruthy()
    expect(screen.getByText('提交申请')).toBeTruthy()
  })

  it('was invited, and is in by their own yes', async () => {
    await show(aMine({ promoter: aPromoter('invited', { termsVersion: null }) }))
    expect(screen.queryByLabelText('给店家的话')).toBeNull()
    cloud.script('promoters.apply', ok({ promoter: aPromoter('accepted') }))
    cloud.script('promoters.mine', ok(anAccount()))
    fireEvent.click(screen.getByLabelText('同意推客须知'))
    await tap('同意并加入')
    expect(cloud.inputs('promoters.apply')).toEqual([{ name: '林子', note: '', termsVersion: 1 }])
    expect(screen.getByText('推广商品')).toBeTruthy()
  })
})

describe('the account', () => {
  it('shows every balance, and each promise with its own rule', async () => {
    const promise = { id: 'c1', paidAt: NOW - HOUR_MS, fen: 144, availableAt: null, returnDays: 3 }
    const dated = { ...promise, id: 'c2', fen: 95, availableAt: NOW + 7 * DAY_MS }
    await show(
      anAccount(
        { pendingFen: 239, availableFen: 12_860, withdrawingFen: 6000, withdrawnFen: 123_450 },
        { promised: [dated, promise] },
      ),
    )
    for (const words of ['128.60', '2.39', '60.00', '1,234.50']) expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getByText('朋友收货 3 天后转为可提现')).toBeTruthy()
    expect(screen.getByText('11-29 10:00 转为可提现')).toBeTruthy()
    expect(cloud.asked.map(({ action }) => action)).toEqual(['promoters.mine'])
    await tap('提现')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/features/promoters/pages/withdraw/index' })
  })

  it('explains a debt in a sentence', async () => {
    await show(anAccount({ debtFen: 320, withdrawnFen: 1000 }))
    expect(screen.getByText('退款收回的佣金还差 ¥3.2，之后到期的佣金会先补上')).toBeTruthy()
  })

  it('tells the ledger line by line, what each moved, and reads on at the bottom', async () => {
    const release = anEntry(21, { pendingFen: -320, availableFen: 220, debtFen: -100 }, { kind: 'release' })
    await show(anAccount({}, { entries: [release], next: 21 }))
    cloud.script('promoters.entries', ok({ entries: [anEntry(20, { pendingFen: 95 })], next: null }))
    await act(async () => page.reachBottom())
    expect(cloud.inputs('promoters.entries')).toEqual([])
    await tap('明细')
    for (const words of ['到期可提', '可提现 +2.20', '待结算 −3.20', '欠款 −1.00'])
      expect(screen.getByText(words)).toBeTruthy()
    await act(async () => page.reachBottom())
    expect(cloud.inputs('promoters.entries')).toEqual([{ before: 21 }])
    expect(screen.getByText('朋友下单')).toBeTruthy()
    expect(screen.getByText('没有更早的明细了')).toBeTruthy()
    // looked at again, the lines that were read stay under the new ones
    const newest = anEntry(22, { pendingFen: 10 })
    cloud.script('promoters.mine', ok(anAccount({}, { entries: [newest, release], next: 21 })))
    await act(async () => page.show())
    expect(screen.getAllByText('朋友下单')).toHaveLength(2)
    expect(screen.getByText('没有更早的明细了')).toBeTruthy()
  })

  it('forgets lines that are no longer next to the newest', async () => {
    await show(anAccount({}, { entries: [anEntry(5, { pendingFen: 95 })], next: null }))
    await tap('明细')
    cloud.script('promoters.mine', ok(anAccount({}, { entries: [anEntry(30, { pendingFen: 7 })], next: 30 })))
    await act(async () => page.pull())
    expect(screen.getByText('待结算 +0.07')).toBeTruthy()
    expect(screen.queryByText('待结算 +0.95')).toBeNull()
    expect(screen.getByText('看更早的明细')).toBeTruthy()
  })

  it('keeps what it shows when a refresh fails', async () => {
    await show(anAccount({ availableFen: 500 }))
    cloud.script('promoters.mine', no('OFFLINE'))
    await act(async () => page.pull())
    expect(screen.getByText(/没刷新成功/)).toBeTruthy()
    expect(screen.getByText('5.00')).toBeTruthy()
  })

  it('of a banned promoter is read, and nothing is withdrawn', async () => {
    await show(
      anAccount(
        { availableFen: 500 },
        { rates: null, promoter: aPromoter('banned', { reason: '自己买自己的' }) },
      ),
    )
    expect(screen.getByText('店家说：自己买自己的')).toBeTruthy()
    expect(screen.getByText('5.00')).toBeTruthy()
    expect(screen.queryByText('提现')).toBeNull()
    expect(screen.queryByText('推广商品')).toBeNull()
  })

  it('of a paused programme says that nothing new is paid', async () => {
    await show(anAccount({}, { offer: { ...anOffer, open: false } }))
    expect(screen.getByText(/推客计划暂停了/)).toBeTruthy()
    expect(screen.queryByText('推广商品')).toBeNull()
    expect(screen.getByText('提现')).toBeTruthy()
  })

  it('asks for another yes to newer terms', async () => {
    await show(anAccount({}, { promoter: aPromoter('accepted', { termsVersion: 0 }) }))
    await tap('推客须知更新了，看过后请再同意一次')
    cloud.script('promoters.apply', ok({ promoter: aPromoter('accepted') }))
    fireEvent.click(screen.getByLabelText('同意推客须知'))
    await tap('同意')
    expect(cloud.inputs('promoters.apply')).toEqual([{ name: '林子', note: '', termsVersion: 1 }])
    expect(screen.queryByText('推客须知更新了，看过后请再同意一次')).toBeNull()
    expect(cloud.inputs('promoters.mine')).toHaveLength(1)
  })
})

describe('payouts', () => {
  const balances = { ...anAccount().account!, availableFen: 1200 }
  const answer = (over: Parameters<typeof aPayout>[0]) =>
    ok({ withdrawal: aPayout(over), account: balances, leftTodayFen: 5000 })

  it('that wait for the owner can be given up, after a question', async () => {
    await show(anAccount({ withdrawingFen: 1200 }, { withdrawals: [aPayout()] }))
    await tap('提现记录')
    expect(screen.getByText('待店家审核')).toBeTruthy()
    cloud.script('promoters.cancelWithdrawal', answer({ state: 'cancelled' }))
    await tap('撤回')
    expect(cloud.inputs('promoters.cancelWithdrawal')).toEqual([])
    await act(async () => fireEvent.click(screen.getAllByText('撤回').pop()!))
    expect(cloud.inputs('promoters.cancelWithdrawal')).toEqual([{ no: 'w1' }])
    expect(screen.getByText('已撤回')).toBeTruthy()
    expect(screen.queryByText('撤回')).toBeNull()
    expect(screen.getAllByText('12.00').length).toBeGreaterThan(1)
  })

  it('that are on their way already can’t', async () => {
    await show(anAccount({}, { withdrawals: [aPayout()] }))
    await tap('提现记录')
    cloud.script('promoters.cancelWithdrawal', no('TOO_LATE'))
    cloud.script('promoters.mine', ok(anAccount({}, { withdrawals: [aPayout({ state: 'sent' })] })))
    await tap('撤回')
    await act(async () => fireEvent.click(screen.getAllByText('撤回').pop()!))
    expect(said()).toEqual(['这笔提现已经在处理，撤不回了'])
    expect(screen.getByText('处理中')).toBeTruthy()
  })

  it('that wait for their recipient come first, and WeChat is asked what became of them', async () => {
    const waiting = { way: 'transfer', state: 'waiting', confirmBy: NOW + HOUR_MS } as const
    cloud.script('promoters.checkWithdrawal', answer(waiting))
    await show(anAccount({}, { withdrawals: [aPayout(waiting)] }))
    expect(cloud.inputs('promoters.checkWithdrawal')).toEqual([{ no: 'w1' }])
    expect(screen.getByText('¥12.00 等你确认收款')).toBeTruthy()
    expect(screen.getByText('11-22 11:00 前确认，过了会退回')).toBeTruthy()
    cloud.script('promoters.confirmation', no('NOT_WAITING'))
    cloud.script('promoters.checkWithdrawal', answer({ ...waiting, state: 'paid', confirmBy: null }))
    await tap('去确认收款')
    expect(said()).toEqual(['这笔提现不用再确认了，已经刷新'])
    expect(screen.queryByText('去确认收款')).toBeNull()
  })
})

it('waits, says what went wrong, and tries again', async () => {
  const slow = later()
  cloud.script('promoters.mine', slow.promise, ok(aMine()))
  render(<PromoterHomePage />)
  expect(screen.getAllByLabelText('正在加载').length).toBeGreaterThan(0)
  await act(async () => slow.answer(no('OFFLINE')))
  expect(screen.getByText('网络好像断了，请检查后再试')).toBeTruthy()
  await tap('再试一次')
  expect(screen.getByText('提交申请')).toBeTruthy()
})
