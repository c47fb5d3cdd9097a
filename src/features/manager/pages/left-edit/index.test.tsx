/** @jest-environment jsdom */
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { HOUR_MS, MINUTE_MS } from '@shared/kernel/time'
import { heardClock } from '@/platform/clock'
import { askBeforeLeaving } from '@/platform/leaving'
import { scrollPageTo } from '@/platform/scroll'
import { cloud, later, no, ok } from '../../../../../tests/builders/answers'
import { aRecoveryDraft, aRecoveryForm } from '../../../../../tests/builders/recovery-views'
import { NOW } from '../../../../../tests/builders/shop-views'
import { page } from '../../../../../tests/builders/taro'
import { useRecovery } from '../../recovery/store'
import ManagerLeftEditPage from './index'

jest.mock('@/platform/leaving', () => ({ askBeforeLeaving: jest.fn(() => jest.fn()) }))
jest.mock('@/platform/scroll', () => ({ scrollPageTo: jest.fn() }))
jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

const settle = () => act(async () => undefined)
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([shown]) => shown?.title)
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label, { selector: 'input' }), { target: { value } })
const tap = async (words: string, area = '.ui-page') => {
  fireEvent.click(within(document.querySelector<HTMLElement>(area)!).getByText(words))
  await settle()
}
const sent = () => cloud.inputs('recovery.save')
const DIALOG = '会开始一次新的比较'

async function open(form: ReturnType<typeof aRecoveryForm> = aRecoveryForm()) {
  cloud.script('recovery.settings', ok(form))
  const opened = render(<ManagerLeftEditPage />)
  await settle()
  return opened
}
beforeEach(() => {
  heardClock(NOW)
  cloud.forget()
  useRecovery.setState({ report: null, reportFailed: null, form: null, failed: null })
  jest.clearAllMocks()
})

it('is switched on by who knows nothing of it, with every default as it is', async () => {
  useRecovery.setState({ report: { on: false, running: null, latest: [] } })
  await open(aRecoveryForm({ on: false, campaignId: null }))
  expect(screen.queryByLabelText('毛利率')).toBeNull()
  fireEvent.click(screen.getByLabelText('提醒和发券'))
  await tap('给你留的 4 元')
  expect(screen.getByDisplayValue('60')).toBeTruthy()
  expect(screen.queryByLabelText('多久后看结果')).toBeNull()
  cloud.script('recovery.save', ok(aRecoveryForm({}, 'v2')))
  await tap('保存')
  expect(sent()).toEqual([{ version: 'v1', draft: aRecoveryDraft() }])
  expect(toasts()).toEqual(['已保存'])
  expect(screen.getByText('没有改动')).toBeTruthy()
})

it('asks before other rules begin a new comparison, in the shop’s own units', async () => {
  await open()
  type('下单多久后提醒', '20')
  type('下单多久后发券', '30')
  type('毛利率', '55.5')
  await tap('保存')
  expect(sent()).toEqual([])
  expect(screen.getByText(DIALOG)).toBeTruthy()
  await tap('再想想', '.ui-dialog')
  await tap('保存')
  cloud.script('recovery.save', ok(aRecoveryForm({}, 'v2')))
  await tap('保存', '.ui-dialog__buttons')
  const figures = { remindAfterMs: 20 * MINUTE_MS, couponAfterMs: 30 * HOUR_MS, marginBp: 5_550 }
  expect(sent()).toEqual([{ version: 'v1', draft: aRecoveryDraft(figures) }])
  expect(screen.queryByText(DIALOG)).toBeNull()
})

it('is switched off without a word about comparisons', async () => {
  await open()
  fireEvent.click(screen.getByLabelText('提醒和发券'))
  cloud.script('recovery.save', ok(aRecoveryForm({ on: false }, 'v2')))
  await tap('保存')
  expect(sent()).toEqual([{ version: 'v1', draft: aRecoveryDraft({ on: false }) }])
})

it('tells what is wrong at its field, the folded ones too, and brings the first into sight', async () => {
  await open(aRecoveryForm({ expectedBp: 0 }))
  type('每人每年最多', '1.5')
  type('下单多久后提醒', '')
  await tap('保存')
  expect(sent()).toEqual([])
  for (const words of ['提醒时间要在下单后 5–60 分钟之间', '每人每年 1–6 张', '比例要在 1% 到 90% 之间'])
    expect(screen.getByText(words)).toBeTruthy()
  expect(jest.mocked(scrollPageTo).mock.calls).toEqual([['at-remindAfterMs', 'recovery-head']])
  expect(askBeforeLeaving).toHaveBeenCalled()
})

it('shows at its field what only the cloud could know', async () => {
  await open()
  type('下单多久后提醒', '30')
  const fault = { field: 'remindAfterMs', sentence: '提醒后要留 5 分钟付款' }
  cloud.script('recovery.save', no('CONTRADICTION', { faults: [fault] }))
  await tap('保存')
  await tap('保存', '.ui-dialog__buttons')
  expect(screen.queryByText(DIALOG)).toBeNull()
  expect(document.getElementById('at-remindAfterMs')?.textContent).toContain(fault.sentence)
})

it('keeps mine on top of what another saved meanwhile', async () => {
  await open()
  type('每人每年最多', '2')
  const theirs = aRecoveryForm({ marginBp: 7_000 }, 'v2')
  cloud.script('recovery.save', no('CHANGED_MEANWHILE', theirs), ok(aRecoveryForm({}, 'v3')))
  await tap('保存')
  await tap('保存', '.ui-dialog__buttons')
  expect(screen.getByText('改的是：毛利率。')).toBeTruthy()
  await tap('保存我的改动')
  expect(sent()[1]).toEqual({ version: 'v2', draft: aRecoveryDraft({ perYear: 2, marginBp: 7_000 }) })
})

it('stays as it was typed when the answer is lost', async () => {
  await open()
  type('每人每年最多', '2')
  cloud.script('recovery.save', no('OFFLINE'))
  await tap('保存')
  await tap('保存', '.ui-dialog__buttons')
  expect(toasts()).toEqual(['网络好像断了，请检查后再试'])
  expect(screen.getByLabelText('每人每年最多', { selector: 'input' })).toHaveProperty('value', '2')
})

it('says how to make a coupon, finds the new one on the way back, and keeps what is typed', async () => {
  await open(aRecoveryForm({ campaignId: null }, 'v1', { choices: [] }))
  type('下单多久后提醒', '18')
  await tap('新建优惠活动')
  expect(jest.mocked(Taro.navigateTo).mock.calls[0]?.[0].url).toMatch(/campaign-edit/)
  cloud.script('recovery.settings', ok(aRecoveryForm({ campaignId: null })))
  await act(async () => page.show())
  expect(screen.getByText('给你留的 4 元')).toBeTruthy()
  expect(screen.queryByText('新建优惠活动')).toBeNull()
  expect(screen.getByLabelText('下单多久后提醒', { selector: 'input' })).toHaveProperty('value', '18')
})

it('says that the chosen coupon is no longer given, and which templates are missing with their fields', async () => {
  await open(aRecoveryForm({}, 'v1', { choices: [], templates: { unpaid: false, coupon: false } }))
  expect(screen.getByText('活动已经结束或停了')).toBeTruthy()
  expect(screen.getByText(/商品、待付金额、付款截止、温馨提示/)).toBeTruthy()
  expect(screen.getByText(/优惠券、有效期至、温馨提示/)).toBeTruthy()
  type('每人每年最多', '2')
  await tap('保存')
  expect(screen.getByText('这个活动不在进行，或不是手动发放的券')).toBeTruthy()
})

it('fails in words, is closed to clerks, and shows nothing of a form that comes too late', async () => {
  cloud.script('recovery.settings', no('OFFLINE'), no('FORBIDDEN'))
  const opened = render(<ManagerLeftEditPage />)
  await settle()
  fireEvent.click(screen.getByText('再试一次'))
  await settle()
  expect(screen.getByText('这里由店主和店长设置')).toBeTruthy()
  const slow = later()
  cloud.script('recovery.settings', slow.promise)
  await act(async () => page.show())
  opened.unmount()
  await act(async () => slow.answer(ok(aRecoveryForm())))
  expect(useRecovery.getState().form).toBeNull()
})
