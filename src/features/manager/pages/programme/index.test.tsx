/** @jest-environment jsdom */
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { NO_PROGRAMME } from '@shared/promoters/programme'
import { putShop } from '@/features/catalogue'
import { heardClock } from '@/platform/clock'
import { askBeforeLeaving } from '@/platform/leaving'
import { scrollPageTo } from '@/platform/scroll'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aProgramme } from '../../../../../tests/builders/promoter-views'
import { aMenu, aShop, NOW } from '../../../../../tests/builders/shop-views'
import { useProgramme } from '../../promoters/programme'
import ManagerProgrammePage from './index'

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
const COUPON = { campaignId: 'sorry', title: '心意券' }
const formOf = (programme = aProgramme(), version = 'v1', canTransfer = true) => ({
  form: { programme, version, canTransfer },
})
const sent = () => cloud.inputs('promoters.saveSettings')[0]?.['draft']
const draftOf = ({ termsVersion: _version, ...draft } = aProgramme()) => draft

async function open(programme = aProgramme(), isOwner = true, canTransfer = true) {
  cloud.script(
    'promoters.settings',
    ok({ ...formOf(programme, 'v1', canTransfer), coupons: [COUPON], isOwner }),
  )
  render(<ManagerProgrammePage />)
  await settle()
}
beforeEach(() => {
  heardClock(NOW)
  cloud.forget()
  useProgramme.setState({
    form: null,
    coupons: [],
    titles: {},
    isOwner: false,
    canTransfer: false,
    failed: null,
  })
  putShop({ shop: aShop, menu: aMenu, soldOut: {} })
  jest.clearAllMocks()
})

it('says what an order comes to while rates are typed, those of goods among them', async () => {
  await open()
  const example = () => document.querySelector('.editor__preview')?.textContent
  expect(example()).toBe('一单 ¥30，推客得 ¥1.5')
  type('全店', '8')
  expect(example()).toBe('一单 ¥30，推客得 ¥2.4')
  await tap('给几个商品单独设比例')
  await tap('鲜肉小笼', '.check-list')
  await tap('选好了（1）')
  type('鲜肉小笼的比例', '2.5')
  expect(example()).toBe('一单 ¥30，推客得 ¥2.4；单独设了的得 ¥0.75')
  await tap('给几个商品单独设比例')
  expect(within(document.querySelector<HTMLElement>('.check-list')!).queryByText('鲜肉小笼')).toBeNull()
  fireEvent.click(screen.getByLabelText('关闭'))
  cloud.script('promoters.saveSettings', ok(formOf(aProgramme({ rateBp: 800 }), 'v2')))
  await tap('保存')
  expect(cloud.inputs('promoters.saveSettings')).toEqual([
    { version: 'v1', draft: { ...draftOf(), rateBp: 800, products: { bun: 250 } } },
  ])
  expect(toasts()).toEqual(['已保存'])
  expect(screen.getByText('没有改动')).toBeTruthy()
})

it('tells what is wrong at its field, and brings the first into sight', async () => {
  await open()
  type('最低提现', '300')
  type('全店', '60')
  await tap('保存')
  expect(cloud.inputs('promoters.saveSettings')).toEqual([])
  expect(screen.getByText('佣金比例要在 0% 到 50% 之间')).toBeTruthy()
  expect(screen.getByText('每日上限比最低提现还少，一次也提不了')).toBeTruthy()
  expect(jest.mocked(scrollPageTo).mock.calls).toEqual([['at-rateBp', 'programme-head']])
  type('全店', '')
  expect(document.querySelector('.editor__preview')).toBeNull()
})

it('shows at its field what only the cloud could know', async () => {
  await open(aProgramme({ coupons: [{ ...COUPON, fen: 600 }] }))
  type('换「心意券」用多少佣金', '5')
  const fault = { field: 'coupons.0.campaignId', sentence: '只能换正在进行的“店员发放”券' }
  cloud.script('promoters.saveSettings', no('CONTRADICTION', { faults: [fault] }))
  await tap('保存')
  expect(screen.getByText(fault.sentence)).toBeTruthy()
  expect(jest.mocked(scrollPageTo)).toHaveBeenCalledWith('at-coupons-0', 'programme-head')
  fireEvent.click(screen.getByLabelText('删掉 心意券'))
  expect(screen.queryByText(fault.sentence)).toBeNull()
})

it('says at the terms what WeChat finds in them', async () => {
  await open()
  fireEvent.change(screen.getByLabelText('推客须知', { selector: 'textarea' }), {
    target: { value: '代开发票' },
  })
  cloud.script('promoters.saveSettings', no('TEXT_REJECTED'))
  await tap('保存')
  expect(screen.getByText('给推客看的文字里有不合适的内容，请改一改')).toBeTruthy()
  expect(jest.mocked(scrollPageTo)).toHaveBeenCalledWith('at-terms', 'programme-head')
})

it('opens a programme from nothing: ways, a coupon with its price, and terms out of the form', async () => {
  await open(NO_PROGRAMME)
  fireEvent.click(screen.getByLabelText('招募推客'))
  type('全店', '5')
  fireEvent.click(screen.getByLabelText('现金'))
  await tap('保存')
  expect(screen.getByText('至少要有一种提现方式')).toBeTruthy()
  expect(screen.getByText('推客须知还没有填')).toBeTruthy()
  await tap('加一种可以换的券')
  await tap('心意券', '.check-list')
  await tap('选好了（1）')
  type('换「心意券」用多少佣金', '6')
  await tap('填入模板')
  const terms = screen.getByLabelText('推客须知', { selector: 'textarea' }) as HTMLTextAreaElement
  expect(terms.value).toContain('满 ¥1 可以提，每天最多 ¥200，可以换优惠券，超过 ¥50 的先由店家审核')
  cloud.script('promoters.saveSettings', ok(formOf(aProgramme(), 'v2')))
  await tap('保存')
  expect(sent()).toMatchObject({
    open: true,
    rateBp: 500,
    cash: false,
    coupons: [{ campaignId: 'sorry', fen: 600 }],
    terms: terms.value,
  })
})

it('offers WeChat’s transfer with the most of one, once the keys for it are there', async () => {
  await open(aProgramme(), true, false)
  expect(screen.getByText(/要先配置微信支付的商户密钥/)).toBeTruthy()
  fireEvent.click(screen.getByLabelText('微信转账'))
  expect(screen.queryByLabelText('单笔最多转')).toBeNull()
  act(() => useProgramme.setState({ canTransfer: true }))
  fireEvent.click(screen.getByLabelText('微信转账'))
  type('单笔最多转', '0.5')
  await tap('保存')
  expect(screen.getByText('单笔转账上限比最低提现还少，一次也转不了')).toBeTruthy()
  type('单笔最多转', '100')
  cloud.script('promoters.saveSettings', ok(formOf(aProgramme(), 'v2')))
  await tap('保存')
  expect(sent()).toMatchObject({ transfer: true, transferMaxFen: 10_000 })
})

it('asks before the template takes the place of what is written, and before leaving', async () => {
  await open()
  expect(askBeforeLeaving).not.toHaveBeenCalled()
  await tap('按上面的设置重写')
  await tap('取消', '.ui-dialog__buttons')
  const terms = () =>
    (screen.getByLabelText('推客须知', { selector: 'textarea' }) as HTMLTextAreaElement).value
  expect(terms()).toBe(aProgramme().terms)
  await tap('按上面的设置重写')
  await tap('换掉')
  expect(terms()).toContain('1. 谁可以参加')
  expect(askBeforeLeaving).toHaveBeenCalled()
})

it('keeps mine on top of what another saved meanwhile', async () => {
  await open()
  type('收货后等几天', '10')
  const theirs = aProgramme({ rateBp: 900 })
  cloud.script(
    'promoters.saveSettings',
    no('CHANGED_MEANWHILE', formOf(theirs, 'v2')),
    ok(formOf(theirs, 'v3')),
  )
  await tap('保存')
  expect(screen.getByText('改的是：全店比例。')).toBeTruthy()
  await tap('保存我的改动')
  expect(cloud.inputs('promoters.saveSettings')[1]).toEqual({
    version: 'v2',
    draft: { ...draftOf(), rateBp: 900, returnDays: 10 },
  })
})

it('is read by a manager, without a way to save; closed to clerks; and fails in words', async () => {
  await open(aProgramme(), false)
  expect(screen.getByText('只有店主能改，你可以看')).toBeTruthy()
  expect(screen.queryByText('没有改动')).toBeNull()
  act(() => useProgramme.setState({ form: null, failed: null }))
  cloud.script('promoters.settings', no('OFFLINE'), no('FORBIDDEN'))
  render(<ManagerProgrammePage />)
  await settle()
  fireEvent.click(screen.getAllByText('再试一次')[0]!)
  await settle()
  expect(screen.getAllByText('这里由店主和店长设置')[0]).toBeTruthy()
})
