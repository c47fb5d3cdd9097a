/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { putShop, useShop } from '@/features/catalogue'
import { copyText } from '@/platform/clipboard'
import { heardClock } from '@/platform/clock'
import { askBeforeLeaving } from '@/platform/leaving'
import { scrollPageTo } from '@/platform/scroll'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aCampaign } from '../../../../../tests/builders/campaign-views'
import { aMenu, aShop, NOW } from '../../../../../tests/builders/shop-views'
import { page } from '../../../../../tests/builders/taro'
import { useCampaigns } from '../../campaigns/store'
import CampaignEditPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))
jest.mock('@/platform/scroll', () => ({ scrollPageTo: jest.fn() }))
jest.mock('@/platform/clipboard', () => ({ copyText: jest.fn(async () => true) }))
jest.mock('@/platform/leaving', () => ({ askBeforeLeaving: jest.fn(() => () => undefined) }))

const pass = () => act(() => jest.advanceTimersByTimeAsync(0))
const HEAD = 'campaign-head'
const LATTES = { ...aCampaign().terms.scope, categoryIds: ['coffee'] }

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
  heardClock(NOW)
  window.localStorage.clear()
  cloud.forget()
  jest.clearAllMocks()
  useCampaigns.setState({ campaigns: null, failed: null, heardAt: 0 })
  useShop.setState({ menu: null })
  putShop({ shop: aShop, menu: aMenu, soldOut: {} })
})
afterEach(() => {
  jest.useRealTimers()
  page.params = {}
})

async function openForm(params: Record<string, string> = {}) {
  page.params = params
  const view = render(<CampaignEditPage />)
  await pass()
  return view
}
const openSaved = (campaign = aCampaign()) => {
  cloud.script('campaigns.list', ok({ campaigns: [campaign] }))
  return openForm({ id: campaign.id })
}
const type = (label: string, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } })
async function tap(words: string) {
  fireEvent.click(screen.getAllByText(words).at(-1) as HTMLElement)
  await pass()
}
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([options]) => options?.title)

it('sends what was typed in yuan as exact fen', async () => {
  cloud.script('campaigns.save', ok({ campaign: aCampaign({ state: 'draft', version: 1 }) }))
  await openForm()
  await tap('特价一件')
  type('一件只要', '9.9')
  type('最高减', '9.1')
  await tap('存草稿')
  expect(cloud.inputs('campaigns.save')).toMatchObject([
    {
      id: null,
      version: 0,
      draft: {
        terms: { benefit: { kind: 'fixedPrice', priceFen: 990, capFen: 910 }, title: '9.9 元特价券' },
      },
    },
  ])
  expect(toasts()).toEqual(['草稿已存下'])
})

it('says at once that a third decimal is too many, and sends nothing', async () => {
  await openForm()
  type('减多少', '9.999')
  expect(screen.getByText('金额最多两位小数，比如 9.9')).toBeTruthy()
  type('满多少可用', '30')
  await tap('存草稿')
  expect(cloud.inputs('campaigns.save')).toEqual([])
  expect(jest.mocked(scrollPageTo).mock.calls).toEqual([['at-terms-benefit-offFen', HEAD]])
  type('减多少', '9.99')
  expect(screen.queryByText('金额最多两位小数，比如 9.9')).toBeNull()
})

it('reads rates as 折 and shows the ticket that comes of it', async () => {
  cloud.script('campaigns.save', ok({ campaign: aCampaign({ state: 'draft' }) }))
  await openForm()
  await tap('折扣')
  type('打几折', '8.5')
  type('最高减', '20')
  expect(screen.getByText('8.5 折券')).toBeTruthy()
  expect(screen.getByText(/最高减 20 元/)).toBeTruthy()
  await tap('存草稿')
  expect(cloud.inputs('campaigns.save')).toMatchObject([
    { draft: { terms: { benefit: { kind: 'percentOff', payBp: 8500, capFen: 2000, thresholdFen: 0 } } } },
  ])
})

it('tells contradictions on the phone, at their field, without asking the cloud', async () => {
  await openForm()
  type('减多少', '5')
  type('满多少可用', '5')
  expect(screen.queryByText(/使用门槛要高于/)).toBeNull()
  await tap('开始活动')
  expect(screen.getByText('使用门槛要高于减的 ¥5，否则整单白送')).toBeTruthy()
  expect(toasts()).toEqual(['有一处要改'])
  expect(jest.mocked(scrollPageTo).mock.calls).toEqual([['at-terms-benefit-thresholdFen', HEAD]])
  expect(cloud.asked).toEqual([])
})

it('shows the cloud’s faults at their fields, scrolls to the first, and forgets each with its change', async () => {
  const faults = [
    { field: 'budget.count', sentence: '总张数不对' },
    { field: 'terms.benefit.offFen', sentence: '减得太多' },
    { field: 'terms.scope.skuIds', sentence: '有规格已经不在了，请重新选' },
    { field: 'somethingNew', sentence: '整个活动不对' },
  ]
  cloud.script('campaigns.save', no('CONTRADICTION', { faults }))
  await openForm({ template: 'amount' })
  await tap('存草稿')
  for (const { sentence } of faults) expect(screen.getByText(sentence)).toBeTruthy()
  expect(toasts()).toEqual(['有 4 处要改'])
  expect(jest.mocked(scrollPageTo).mock.calls).toEqual([['at-form', HEAD]])
  type('减多少', '4')
  expect(screen.queryByText('减得太多')).toBeNull()
  expect(screen.getByText('总张数不对')).toBeTruthy()
  await tap('存草稿')
  expect(cloud.inputs('campaigns.save')).toHaveLength(2)
})

it('sends a new form again as the same one when its answer was lost', async () => {
  cloud.script('campaigns.save', no('OFFLINE'))
  await openForm({ template: 'amount' })
  await tap('存草稿')
  type('减多少', '4')
  await tap('存草稿')
  const [first, second] = cloud.inputs('campaigns.save')
  expect(first?.key).toMatch(/^[A-Za-z0-9_-]{8,40}$/)
  expect(second).toMatchObject({ id: null, version: 0, key: first?.key })
})

it('puts a code that is taken at the code', async () => {
  cloud.script('campaigns.save', no('CODE_TAKEN'))
  await openForm({ template: 'amount' })
  await tap('兑换码')
  type('兑换码', 'coffee 2026')
  await tap('存草稿')
  expect(cloud.inputs('campaigns.save')).toMatchObject([{ draft: { entry: { code: 'COFFEE2026' } } }])
  expect(screen.getByText('这个兑换码别的活动在用，请换一个')).toBeTruthy()
})

it('names the amount before it starts, and saves what is in the form first', async () => {
  const draft = aCampaign({ id: 'c9', state: 'draft', version: 1, issued: 0, issuedFen: 0 })
  cloud.script('campaigns.save', ok({ campaign: draft }))
  cloud.script('campaigns.setState', ok({ campaign: { ...draft, state: 'running', version: 2 } }))
  await openForm({ template: 'amount' })
  type('减多少', '30')
  type('满多少可用', '60')
  expect(screen.getByText('¥3,000')).toBeTruthy()
  await tap('开始活动')
  expect(screen.getByText('最多会送出 ¥3,000，要开始吗？')).toBeTruthy()
  expect(screen.getByText('共 100 张，每张最多减 ¥30。确定后马上开始发券。')).toBeTruthy()
  expect(cloud.asked).toEqual([])
  await tap('开始活动')
  expect(cloud.asked.map(({ action }) => action)).toEqual(['campaigns.save', 'campaigns.setState'])
  expect(cloud.inputs('campaigns.setState')).toEqual([{ id: 'c9', version: 1, state: 'running' }])
  expect(toasts()).toEqual(['活动已开启'])
  expect(screen.getByText('没有改动')).toBeTruthy()
})

it('says that there is no limit where there is none', async () => {
  await openForm({ template: 'amount' })
  type('最多发', '')
  expect(screen.getByText(/没有设上限，花多少没有底/)).toBeTruthy()
  await tap('开始活动')
  expect(screen.getByText('这个活动没有上限，要开始吗？')).toBeTruthy()
})

it('keeps a draft that could not start, and says why', async () => {
  const draft = aCampaign({ state: 'draft', version: 1, entry: { kind: 'signup' } })
  cloud.script('campaigns.save', ok({ campaign: draft }))
  cloud.script('campaigns.setState', no('OTHER_WELCOME_RUNS'))
  await openForm({ template: 'welcome' })
  await tap('开始活动')
  await tap('开始活动')
  expect(toasts()).toEqual(['已经有一个新人礼在进行，先暂停或结束它'])
  expect(screen.getByText('作废这个草稿')).toBeTruthy()
})

it('pauses and ends after a question, and keeps what is typed and not saved', async () => {
  cloud.script('campaigns.setState', ok({ campaign: aCampaign({ state: 'paused', version: 4 }) }))
  await openSaved()
  type('最多发', '80')
  await tap('暂停')
  expect(screen.getByText('暂停后不再发券，随时可以继续。已发出的 12 张照常能用。')).toBeTruthy()
  await tap('暂停')
  expect(cloud.inputs('campaigns.setState')).toEqual([{ id: 'autumn', version: 3, state: 'paused' }])
  expect(screen.getByLabelText('最多发')).toHaveProperty('value', '80')
  await tap('继续活动')
  expect(screen.getByText('最多还会送出 ¥204，要继续吗？')).toBeTruthy()
  await tap('再看看')
  await tap('结束活动')
  expect(screen.getByText(/已发出的 12 张照常能用，最多花费 ¥36。/)).toBeTruthy()
})

describe('when somebody else was faster', () => {
  const theirs = aCampaign({ version: 4, name: '深秋立减', budget: { count: 60, fen: null, shards: 1 } })
  const conflict = async () => {
    cloud.script('campaigns.save', no('CHANGED_MEANWHILE', { campaign: theirs }), ok({ campaign: theirs }))
    await openSaved()
    type('最多发', '80')
    await tap('保存修改')
  }

  it('shows what was changed, and beside it what I changed', async () => {
    await conflict()
    expect(screen.getByText('活动刚被别人改过')).toBeTruthy()
    expect(screen.getByText('秋日立减')).toBeTruthy()
    expect(screen.getByText('深秋立减')).toBeTruthy()
    expect(screen.getByText('60 张')).toBeTruthy()
    expect(screen.getByText('你改成：80 张')).toBeTruthy()
  })

  it('takes theirs over', async () => {
    await conflict()
    await tap('用最新的')
    expect(screen.getByLabelText('最多发')).toHaveProperty('value', '60')
    expect(screen.getByText('没有改动')).toBeTruthy()
  })

  it('keeps my change on top of theirs, for the version that is there now', async () => {
    await conflict()
    await tap('留下我的改动')
    await tap('保存修改')
    expect(cloud.inputs('campaigns.save').at(-1)).toMatchObject({
      version: 4,
      draft: { name: '深秋立减', budget: { count: 80 } },
    })
  })
})

it('says what can’t be changed any more, and leaves the way in alone', async () => {
  await openSaved()
  expect(screen.getByText('改了只对以后发的券有效，已发出的券不变')).toBeTruthy()
  expect(screen.getByText('活动开始后不能换发放方式，可以另开一个')).toBeTruthy()
  expect(screen.queryByText('生日礼')).toBeNull()
  type('最多发', '11')
  await tap('保存修改')
  expect(screen.getByText('已经发了 12 张，总张数不能更少')).toBeTruthy()
  expect(cloud.inputs('campaigns.save')).toEqual([])
})

it.each([
  [{ kind: 'code', code: 'COFFEE2026' } as const, '复制兑换码', 'COFFEE2026'],
  [
    { kind: 'channel', channel: 'K7QW2M9XTR4B' } as const,
    '复制链接',
    expect.stringContaining('K7QW2M9XTR4B'),
  ],
])('copies what leads to it: %j', async (entry, button, text) => {
  await openSaved(aCampaign({ entry }))
  await tap(button)
  expect(jest.mocked(copyText).mock.calls).toEqual([[text]])
})

it('fills the cap in from the menu: what the dearest thing in scope takes', async () => {
  await openForm({ template: 'second' })
  expect(screen.getByLabelText('最高减')).toHaveProperty('value', '9.5')
  type('最高减', '3')
  await tap('开始活动')
  expect(screen.getByText(/拿铁卖 ¥19，要减 ¥9.5 才算数/)).toBeTruthy()
  await tap('填 9.5')
  await tap('开始活动')
  expect(screen.getByText('最多会送出 ¥475，要开始吗？')).toBeTruthy()
})

it('chooses goods from the menu', async () => {
  cloud.script('campaigns.save', ok({ campaign: aCampaign({ state: 'draft' }) }))
  await openForm({ template: 'amount' })
  await tap('适用商品')
  await tap('咖啡')
  await tap('只用在这 1 项')
  expect(screen.getAllByText(/限咖啡/).length).toBeGreaterThan(0)
  await tap('存草稿')
  expect(cloud.inputs('campaigns.save')).toMatchObject([{ draft: { terms: { scope: LATTES } } }])
})

it('shows a campaign that is over, and opens another like it', async () => {
  cloud.script('campaigns.save', ok({ campaign: aCampaign({ id: 'new', state: 'draft' }) }))
  await openSaved(aCampaign({ state: 'ended', entry: { kind: 'code', code: 'OLD2025' } }))
  expect(screen.getByText('共发出 12 张，最多花费 ¥36')).toBeTruthy()
  expect(screen.queryByLabelText('减多少')).toBeNull()
  await tap('照这个再开一个')
  type('兑换码', 'NEW2026')
  await tap('存草稿')
  expect(cloud.inputs('campaigns.save')).toMatchObject([
    { id: null, draft: { entry: { kind: 'code', code: 'NEW2026' }, startAt: expect.any(Number) } },
  ])
})

it('asks before it is left with changes, and no longer once they are saved', async () => {
  const release = jest.fn()
  jest.mocked(askBeforeLeaving).mockReturnValue(release)
  cloud.script('campaigns.save', ok({ campaign: aCampaign({ version: 4 }) }))
  await openSaved()
  expect(askBeforeLeaving).not.toHaveBeenCalled()
  type('最多发', '80')
  expect(askBeforeLeaving).toHaveBeenCalledTimes(1)
  await tap('保存修改')
  expect(release).toHaveBeenCalledTimes(1)
})

it('tells a clerk whose place this is', async () => {
  cloud.script('campaigns.save', no('FORBIDDEN'))
  await openForm({ template: 'amount' })
  await tap('存草稿')
  expect(screen.getByText('只有店长和店主可以管理活动')).toBeTruthy()
})

it('says so when there is no such campaign', async () => {
  cloud.script('campaigns.list', ok({ campaigns: [] }))
  await openForm({ id: 'gone' })
  expect(screen.getByText('没有找到这个活动')).toBeTruthy()
})
