/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { ShopCodeView } from '@shared/referral/shop-codes-contract'
import { useShop } from '@/features/catalogue'
import { savePicture } from '@/platform/album'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aMenu, aShop, NOW } from '../../../../../tests/builders/shop-views'
import { page } from '../../../../../tests/builders/taro'
import { forgetCodes } from '../../codes/store'
import CodesPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))
jest.mock('@/platform/album', () => ({ savePicture: jest.fn() }))

const aCode = (over: Partial<ShopCodeView> = {}): ShopCodeView => ({
  code: '0a1b2c3d4e5f',
  channel: 'table',
  label: '靠窗 2 号桌',
  target: 'shop',
  targetName: '',
  picture: 'cloud://test/codes/1.png',
  createdAt: NOW,
  closedAt: null,
  counts: { visits: 12, joins: 7, firstOrders: 5, orders: 9, gmvFen: 18_050 },
  ...over,
})
const list = (codes: ShopCodeView[], next: number | null = null) => ok({ codes, next })
const settle = () => act(async () => {})
const show = async () => {
  render(<CodesPage />)
  await settle()
}
async function tap(words: string) {
  fireEvent.click([...screen.getAllByText(words)].pop() as HTMLElement)
  await settle()
}
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([options]) => options?.title)

beforeEach(() => {
  jest.clearAllMocks()
  cloud.forget()
  forgetCodes()
  useShop.setState({ shop: aShop, menu: aMenu })
})

it('shows each code with what came through it, and the next page at the bottom; one call opens it', async () => {
  cloud.script('referral.shopCodes', list([aCode()], NOW))
  await show()
  for (const words of ['靠窗 2 号桌', '桌贴', '打开到 店铺首页', '12', '7', '5', '¥180.5'])
    expect(screen.getByText(words)).toBeTruthy()
  expect(cloud.inputs('referral.shopCodes')).toEqual([{ before: null }])
  cloud.script(
    'referral.shopCodes',
    list([aCode({ code: '000000000001', label: '一号群', channel: 'group' })]),
  )
  await act(async () => page.reachBottom())
  expect(cloud.inputs('referral.shopCodes').pop()).toEqual({ before: NOW })
  expect(screen.getByText('一号群')).toBeTruthy()
  await act(async () => page.reachBottom())
  expect(cloud.inputs('referral.shopCodes')).toHaveLength(2)
})

it('makes a code for a product, which opens to be saved', async () => {
  const { id: productId, name } = aMenu.products[0]!
  cloud.script('referral.shopCodes', list([]))
  cloud.script('referral.shopCode', ok({ shopCode: aCode({ target: 'product', targetName: name }) }))
  await show()
  expect(screen.getByText('还没有渠道码')).toBeTruthy()
  await tap('新建渠道码')
  expect(screen.getByText('先填名称')).toBeTruthy()
  fireEvent.input(screen.getByLabelText('名称'), { target: { value: ' 靠窗 2 号桌 ' } })
  await tap('一件商品')
  expect(screen.getByText('先选打开到哪')).toBeTruthy()
  await tap(name)
  await tap('生成')
  expect(cloud.inputs('referral.shopCode')).toMatchObject([
    { channel: 'table', label: '靠窗 2 号桌', target: { kind: 'product', productId } },
  ])
  jest.mocked(savePicture).mockResolvedValue('saved')
  await tap('保存小程序码')
  expect(savePicture).toHaveBeenCalledWith(expect.stringContaining('codes/1.png'), '靠窗 2 号桌')
  expect(toasts()).toEqual(['已保存到相册'])
})

it('sends a code whose answer was lost under the same key again', async () => {
  cloud.script('referral.shopCodes', list([]))
  cloud.script('referral.shopCode', no('OFFLINE'), no('PICTURE_FAILED'), ok({ shopCode: aCode() }))
  await show()
  await tap('新建渠道码')
  fireEvent.input(screen.getByLabelText('名称'), { target: { value: '桌' } })
  for (let i = 0; i < 3; i++) await tap('生成')
  const keys = cloud.inputs('referral.shopCode').map(({ key }) => key)
  expect([keys[0] === keys[1], keys[1] === keys[2]]).toEqual([true, false])
  expect(toasts()[1]).toBe('小程序码没有画出来，请再试一次')
})

it('leads to coupons that can be had through a code, and says when there is none', async () => {
  cloud.script('referral.shopCodes', list([]))
  cloud.script('campaigns.list', ok({ campaigns: [] }))
  await show()
  await tap('新建渠道码')
  await tap('一个优惠')
  expect(screen.getByText('还没有能领的优惠，先到「优惠活动」里开一个')).toBeTruthy()
})

it('renames a code, closes it after asking, and opens it again', async () => {
  cloud.script('referral.shopCodes', list([aCode()]))
  cloud.script(
    'referral.changeShopCode',
    ok({ label: '2 号桌', closedAt: null }),
    ok({ label: '2 号桌', closedAt: NOW }),
    no('CODE_NOT_FOUND'),
  )
  await show()
  await tap('靠窗 2 号桌')
  fireEvent.input(screen.getByLabelText('名称'), { target: { value: '2 号桌' } })
  await tap('改名')
  await tap('关闭这个码')
  await tap('关闭')
  expect(screen.getByText('已关闭')).toBeTruthy()
  await tap('重新打开')
  expect(cloud.inputs('referral.changeShopCode').map(({ label, closed }) => [label, closed])).toEqual([
    ['2 号桌', false],
    ['2 号桌', true],
    ['2 号桌', false],
  ])
  expect(toasts()).toEqual(['已改名', '已关闭', '没有找到这个码，刷新看看'])
})

it('asks for the album in the settings when it was refused for good', async () => {
  cloud.script('referral.shopCodes', list([aCode()]))
  jest.mocked(savePicture).mockResolvedValue('denied')
  await show()
  await tap('靠窗 2 号桌')
  await tap('保存小程序码')
  expect(screen.getByText('还不能存到相册')).toBeTruthy()
})

it('says what went wrong, and to a clerk whose place this is', async () => {
  cloud.script('referral.shopCodes', no('OFFLINE'))
  await show()
  expect(screen.getByText('网络好像断了，请检查后再试')).toBeTruthy()
  cloud.script('referral.shopCodes', no('FORBIDDEN'))
  await tap('再试一次')
  expect(screen.getByText('这里由店主和店长设置')).toBeTruthy()
})
