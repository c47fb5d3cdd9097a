/** @jest-environment jsdom */
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { ShopDraft } from '@shared/stores/contract'
import Taro from '@tarojs/taro'
import { putShop } from '@/features/catalogue'
import { heardClock } from '@/platform/clock'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aMenu, aShop, NOW } from '../../../../../tests/builders/shop-views'
import { aShopDraft } from '../../../../../tests/builders/store-drafts'
import { useSettings } from '../../settings/store'
import ManagerSettingsPage from './index'

jest.mock('@/platform/leaving', () => ({ askBeforeLeaving: jest.fn(() => jest.fn()) }))
jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

const flush = () => act(async () => undefined)
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([shown]) => shown?.title)
const saved = () => cloud.inputs('stores.saveShop').map((input) => input['draft'] as ShopDraft)
const type = (label: string, value: string, at = 0) =>
  fireEvent.change(screen.getAllByLabelText(label, { selector: 'input' })[at]!, { target: { value } })
const sheet = () => within(document.querySelector<HTMLElement>('.ui-sheet')!)
const save = async () => {
  fireEvent.click(sheet().getByText(/^保存/))
  await flush()
}

beforeEach(() => {
  heardClock(NOW)
  window.localStorage.clear()
  cloud.forget()
  useSettings.setState({ shop: null, stores: [], failed: null })
  putShop({ shop: aShop, menu: aMenu, soldOut: {} })
  jest.mocked(Taro.showToast).mockClear()
  cloud.script('catalogue.menu', ok({ shop: aShop, menu: null, soldOut: {} }))
  cloud.script('stores.saveShop', ok({ form: { version: 'w2', draft: aShopDraft() } }))
})

async function openPage(draft = aShopDraft()) {
  cloud.script('stores.settings', ok({ shop: { version: 'w1', draft }, stores: [] }))
  render(<ManagerSettingsPage />)
  await flush()
}
async function openSection(title: string, draft?: ShopDraft) {
  await openPage(draft)
  fireEvent.click(screen.getByText(title))
}

it('says what each section holds', async () => {
  await openPage()
  const summaries = Array.from(document.querySelectorAll('.sections__summary')).map((s) => s.textContent)
  expect(summaries).toEqual([
    '桂花拿铁上新',
    '30 分钟没付款取消；5 分钟没接单提醒，15 分钟退款',
    '消费 ¥35 得 35 积分，可抵 ¥0.35',
    '新客 原价 · 熟客 9.8 折 · 常客 9.5 折',
    '不打包、打包袋 ¥0.5',
  ])
})

it('saves the notice on what the form was opened on', async () => {
  await openSection('公告')
  fireEvent.change(screen.getByLabelText('公告', { selector: 'textarea' }), { target: { value: '周日休息' } })
  await save()
  expect(cloud.inputs('stores.saveShop')).toEqual([
    { version: 'w1', draft: aShopDraft({ notice: '周日休息' }) },
  ])
  expect(toasts()).toEqual(['已保存'])
})

it('counts in minutes, and refuses a refund before the reminder', async () => {
  await openSection('付款与接单时限')
  type('没接单，自动退款', '4')
  await save()
  expect(screen.getByText('自动退款要晚于再提醒，不然店员来不及接')).toBeTruthy()
  type('没接单，自动退款', '20')
  await save()
  expect(saved()[0]?.acceptance).toEqual({ remindMs: 300_000, refundMs: 1_200_000 })
})

it('shows what points come to while they are changed', async () => {
  await openSection('积分')
  const example = () => document.querySelector('.editor__preview')?.textContent
  expect(example()).toBe('消费 ¥35 得 35 积分，可抵 ¥0.35')
  type('每消费 1 元得', '2')
  type('1 积分抵', '0.02')
  expect(example()).toBe('消费 ¥35 得 70 积分，可抵 ¥1.4')
  type('一单最多抵', '20')
  await save()
  expect(saved()[0]?.loyalty).toMatchObject({ pointsPerYuan: 2, pointFen: 2, mostShareBp: 2000 })
})

it('has no points when they are switched off', async () => {
  await openSection('积分')
  fireEvent.click(screen.getByLabelText('消费得积分'))
  expect(document.querySelector('.editor__preview')).toBeNull()
  await save()
  expect(saved()[0]?.loyalty.pointsPerYuan).toBe(0)
})

it('writes tiers in 折 and 倍, each with what it gets', async () => {
  await openSection('会员等级')
  expect(screen.getByText('熟客：9.8 折，消费 ¥35 得 42 积分，可抵 ¥0.42')).toBeTruthy()
  type('会员价', '9.9', 2)
  await save()
  expect(screen.getByText('等级更高，价格反而更贵')).toBeTruthy()
  type('会员价', '9', 2)
  type('积分', '2', 2)
  fireEvent.click(screen.getByText('加一个等级'))
  type('第 4 级名称', '股东')
  fireEvent.click(screen.getByLabelText('删掉 熟客'))
  await save()
  expect(
    saved()[0]?.loyalty.tiers.map(({ name, fromFen, priceBp, pointsBp }) => [
      name,
      fromFen,
      priceBp,
      pointsBp,
    ]),
  ).toEqual([
    ['新客', 0, 10_000, 10_000],
    ['常客', 60_000, 9_000, 20_000],
    ['股东', 120_000, 9_000, 20_000],
  ])
})

it('adds packaging, and names what is wrong with it', async () => {
  await openSection('打包方式')
  fireEvent.click(screen.getByText('加一种'))
  type('第 3 种打包费', '25')
  await save()
  expect(screen.getByText('打包方式还没有填')).toBeTruthy()
  expect(screen.getByText('打包费要在 ¥0 到 ¥20 之间，最小到分')).toBeTruthy()
  type('第 3 种打包名称', '保温袋')
  type('第 3 种打包费', '2')
  await save()
  expect(saved()[0]?.packaging.at(-1)).toMatchObject({ name: '保温袋', feeFen: 200 })
})

it('is closed to clerks', async () => {
  cloud.script('stores.settings', no('FORBIDDEN'))
  render(<ManagerSettingsPage />)
  await flush()
  expect(screen.getByText('这里由店主和店长设置')).toBeTruthy()
})
