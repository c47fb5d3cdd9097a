/** @jest-environment jsdom */
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { StoreDraft, StoreForm } from '@shared/stores/contract'
import Taro from '@tarojs/taro'
import { putShop } from '@/features/catalogue'
import { putMe } from '@/features/members'
import { heardClock } from '@/platform/clock'
import { askBeforeLeaving } from '@/platform/leaving'
import { cloud, later, no, ok } from '../../../../../tests/builders/answers'
import { aMe, aMenu, aShop, NOW, STORE_ID } from '../../../../../tests/builders/shop-views'
import { aShopDraft, aStoreDraft } from '../../../../../tests/builders/store-drafts'
import { useSettings } from '../../settings/store'
import ManagerStorePage from './index'

jest.mock('@/platform/leaving', () => ({ askBeforeLeaving: jest.fn(() => jest.fn()) }))
jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

const form = (draft: StoreDraft = aStoreDraft(), version = 'v1'): StoreForm => ({
  storeId: STORE_ID,
  role: 'owner',
  version,
  draft,
})
const forms = (...stores: readonly StoreForm[]) =>
  ok({ shop: { version: 'w1', draft: aShopDraft() }, stores })
const flush = () => act(async () => undefined)
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([shown]) => shown?.title)
const saved = () => cloud.inputs('stores.save').map((input) => input['draft'] as StoreDraft)
const input = (label: string) => screen.getByLabelText<HTMLInputElement>(label, { selector: 'input' })
const type = (label: string, value: string) => fireEvent.change(input(label), { target: { value } })
const sheet = () => within(document.querySelector<HTMLElement>('.ui-sheet')!)
const save = async (words: string | RegExp = '保存') => {
  fireEvent.click(sheet().getByText(words))
  await flush()
}

beforeEach(() => {
  heardClock(NOW)
  window.localStorage.clear()
  cloud.forget()
  useSettings.setState({ shop: null, stores: [], failed: null })
  putMe(aMe)
  putShop({ shop: aShop, menu: aMenu, soldOut: {} })
  jest.mocked(Taro.showToast).mockClear()
  cloud.script('catalogue.menu', ok({ shop: aShop, menu: null, soldOut: {} }))
})

async function openPage(answer = forms(form())) {
  cloud.script('stores.settings', answer)
  render(<ManagerStorePage />)
  await flush()
}
async function openSection(title: string, draft?: StoreDraft) {
  await openPage(forms(form(draft)))
  fireEvent.click(screen.getByText(title))
}
/** The cloud saves whatever it is sent. */
const scriptSaved = (draft: StoreDraft, version = 'v2') =>
  cloud.script('stores.save', ok({ form: form(draft, version) }))

it('says what each section holds', async () => {
  await openPage()
  const summaries = Array.from(document.querySelectorAll('.sections__summary')).map((s) => s.textContent)
  expect(summaries).toEqual([
    '一号店 · 0571-88880001',
    '学府路 1 号',
    '07:00–10:30、14:00–20:00',
    '2027年1月1日 周五 休息',
    '自取、堂食，2 张桌',
    '3 公里内，¥20 起送，配送费 ¥3–¥5，满 ¥50 免',
    '2 个取餐点，2 个时段，最早提前 2 天',
  ])
})

it('saves one section on what the form was opened on, and shows what it says then', async () => {
  const next = aStoreDraft({ name: '学府路店' })
  await openSection('门店信息')
  expect(sheet().getByText('没有改动')).toBeTruthy()
  fireEvent.change(screen.getByDisplayValue('一号店'), { target: { value: '学府路店' } })
  scriptSaved(next)
  await save()
  expect(cloud.inputs('stores.save')).toEqual([{ storeId: STORE_ID, version: 'v1', draft: next }])
  expect(toasts()).toEqual(['已保存'])
  expect(document.querySelector('.ui-sheet')).toBeNull()
  expect(screen.getByText('学府路店 · 0571-88880001')).toBeTruthy()
  // the phone's own menu is asked for anew
  expect(cloud.inputs('catalogue.menu')).toHaveLength(1)
})

it('names what is wrong at its field, sends nothing, and goes along with the correction', async () => {
  await openSection('门店信息')
  fireEvent.change(screen.getByDisplayValue('0571-88880001'), { target: { value: '110' } })
  expect(screen.queryByText(/电话要填手机号/)).toBeNull()
  await save()
  expect(screen.getByText(/电话要填手机号/)).toBeTruthy()
  expect(sheet().getByText('保存（还有 1 处要改）')).toBeTruthy()
  expect(saved()).toEqual([])
  fireEvent.change(screen.getByDisplayValue('110'), { target: { value: '13800000003' } })
  expect(screen.queryByText(/电话要填手机号/)).toBeNull()
})

it('says so when what is wrong stands in another section', async () => {
  await openSection('营业时间', aStoreDraft({ phone: '110' }))
  expect(document.querySelector('.sections__fault')?.textContent).toMatch(/电话要填手机号/)
  type('第 1 段开门', '06:30')
  await save()
  expect(screen.getByText(/别的设置里也有要改的：电话要填手机号/)).toBeTruthy()
})

describe('leaving with changes', () => {
  it('asks first, and stays or gives them up', async () => {
    await openSection('营业时间')
    type('第 1 段开门', '06:30')
    fireEvent.click(screen.getByLabelText('关闭'))
    fireEvent.click(screen.getByText('继续改'))
    expect(input('第 1 段开门').value).toBe('06:30')
    fireEvent.click(screen.getByLabelText('关闭'))
    fireEvent.click(screen.getByText('放弃改动'))
    expect(document.querySelector('.ui-sheet')).toBeNull()
    expect(saved()).toEqual([])
    fireEvent.click(screen.getByText('营业时间'))
    expect(input('第 1 段开门').value).toBe('07:00')
  })

  it('is asked about by WeChat too, for as long as there are any', async () => {
    const letGo = jest.fn()
    jest.mocked(askBeforeLeaving).mockReset().mockReturnValue(letGo)
    await openSection('营业时间')
    expect(askBeforeLeaving).not.toHaveBeenCalled()
    type('第 1 段开门', '06:30')
    expect(jest.mocked(askBeforeLeaving).mock.calls).toEqual([['改动还没有保存，要放弃吗？']])
    type('第 1 段开门', '07:00')
    expect(letGo).toHaveBeenCalledTimes(1)
  })

  it('asks nothing where nothing changed', async () => {
    await openSection('营业时间')
    fireEvent.click(screen.getByLabelText('关闭'))
    expect(document.querySelector('.ui-sheet')).toBeNull()
    expect(screen.queryByText('改动还没有保存')).toBeNull()
  })
})

describe('when somebody saved meanwhile', () => {
  const theirs = aStoreDraft({ phone: '13800000003', tables: ['B1'] })
  async function meet() {
    await openSection('门店信息')
    fireEvent.change(screen.getByDisplayValue('一号店'), { target: { value: '我的店' } })
    cloud.script(
      'stores.save',
      no('CHANGED_MEANWHILE', { form: form(theirs, 'v2') }),
      ok({ form: form(theirs, 'v3') }),
    )
    await save()
    expect(screen.getByText('刚才有人改过设置')).toBeTruthy()
    expect(screen.getByText('改的是：电话、桌号。')).toBeTruthy()
  }

  it('puts mine on top of theirs', async () => {
    await meet()
    fireEvent.click(screen.getByText('保存我的改动'))
    await flush()
    expect(cloud.inputs('stores.save')[1]).toEqual({
      storeId: STORE_ID,
      version: 'v2',
      draft: { ...theirs, name: '我的店' },
    })
    expect(toasts()).toEqual(['已保存'])
  })

  it('or shows theirs', async () => {
    await meet()
    fireEvent.click(screen.getByText('看最新的'))
    expect(screen.getByDisplayValue('13800000003')).toBeTruthy()
    expect(screen.getByDisplayValue('一号店')).toBeTruthy()
    expect(saved()).toHaveLength(1)
  })
})

it('keeps the changes when the cloud can’t be reached', async () => {
  await openSection('门店信息')
  fireEvent.change(screen.getByDisplayValue('一号店'), { target: { value: '我的店' } })
  cloud.script('stores.save', no('OFFLINE'))
  await save()
  expect(toasts()).toEqual(['网络好像断了，请检查后再试'])
  expect(screen.getByDisplayValue('我的店')).toBeTruthy()
})

it('takes opening hours and holidays off wheels', async () => {
  await openSection('营业时间')
  fireEvent.click(screen.getByText('再加一段'))
  type('第 3 段打烊', '00:00')
  expect(screen.getByText('24:00')).toBeTruthy()
  fireEvent.click(screen.getByLabelText('删掉第 1 段'))
  scriptSaved(aStoreDraft())
  await save()
  expect(saved()[0]?.hours).toEqual([
    { from: 840, to: 1200 },
    { from: 1260, to: 1440 },
  ])
})

it('adds a holiday, and a day of other hours', async () => {
  await openSection('节假日')
  type('加一天', '2027-02-06')
  type('2027年2月6日 周六 说明', '除夕')
  fireEvent.click(screen.getByLabelText('2027年1月1日 周五 休息'))
  type('第 1 段打烊', '12:00')
  scriptSaved(aStoreDraft())
  await save()
  expect(saved()[0]?.specialDays).toEqual({
    '20270101': { hours: [{ from: 480, to: 720 }], note: '元旦休息' },
    '20270206': { hours: [], note: '除夕' },
  })
})

it('begins to deliver with terms filled in; the last band goes as far as delivery does', async () => {
  await openSection('外送', aStoreDraft({ ways: ['pickup'], delivery: null, preorder: null }))
  fireEvent.click(screen.getByLabelText('开通外送'))
  type('配送距离', '2.5')
  type('第 1 档配送费', '9')
  await save()
  expect(screen.getByText('送得更远，反而比前一档便宜')).toBeTruthy()
  type('第 1 档配送费', '2.5')
  scriptSaved(aStoreDraft())
  await save()
  expect(saved()[0]).toMatchObject({
    ways: ['pickup', 'delivery'],
    delivery: {
      radiusM: 2500,
      bands: [
        { toM: 1000, feeFen: 250 },
        { toM: 2500, feeFen: 500 },
      ],
    },
  })
})

it('adds a point and a slot at it, which says what it promises', async () => {
  await openSection('预订', aStoreDraft({ ways: ['pickup'], delivery: null, preorder: null }))
  fireEvent.click(screen.getByLabelText('开通预订'))
  await save()
  expect(screen.getByText('开了预订，还要至少加一个取餐时段')).toBeTruthy()
  fireEvent.click(screen.getByText('加一个取餐点'))
  type('第 1 个取餐点名称', '3 号宿舍楼下')
  fireEvent.click(screen.getByText('加一个时段'))
  expect(screen.getByText('22:00 前可订明天 07:20 在 3 号宿舍楼下取，最多 40 份')).toBeTruthy()
  type('取餐时间', '12:10')
  type('截单日', '0')
  type('截单时间', '12:30')
  type('最多份数', '25')
  fireEvent.click(screen.getByText('日'))
  fireEvent.click(screen.getByText('六'))
  expect(screen.getByText(/截单时间晚于取餐时间/)).toBeTruthy()
  type('截单时间', '10:00')
  expect(screen.getByText('10:00 前可订当天 12:10（仅周一至周五）在 3 号宿舍楼下取，最多 25 份')).toBeTruthy()
  scriptSaved(aStoreDraft())
  await save()
  const preorder = saved()[0]!.preorder!
  expect(preorder.slots).toMatchObject([
    { pointId: preorder.points[0]!.id, atMinute: 730, cutoffDays: 0, cutoffMinute: 600, capacity: 25 },
  ])
  expect(preorder.slots[0]?.days.toSorted()).toEqual([1, 2, 3, 4, 5])
})

it('reads tables out of a text', async () => {
  await openSection('到店取餐')
  fireEvent.change(screen.getByLabelText('桌号', { selector: 'textarea' }), {
    target: { value: 'A1、A2 A3，A1' },
  })
  expect(screen.getByText('4 张')).toBeTruthy()
  await save()
  expect(screen.getByText('桌号 A1 写了两次')).toBeTruthy()
})

it('waits, fails with a reason, and is closed to clerks', async () => {
  const answer = later()
  cloud.script('stores.settings', answer.promise)
  render(<ManagerStorePage />)
  await flush()
  expect(screen.getByLabelText('正在加载')).toBeTruthy()
  answer.answer(no('OFFLINE'))
  await flush()
  expect(screen.getByText('网络好像断了，请检查后再试')).toBeTruthy()
  cloud.script('stores.settings', no('FORBIDDEN'))
  fireEvent.click(screen.getByText('再试一次'))
  await flush()
  expect(screen.getByText('这里由店主和店长设置')).toBeTruthy()
})
