/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { putShop, useShop } from '@/features/catalogue'
import { putMe } from '@/features/members'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { anAccount } from '../../../../../tests/builders/promoter-account'
import { aMe, aMenu, aShop } from '../../../../../tests/builders/shop-views'
import Taro from '../../../../../tests/builders/taro'
import { forgetMine, usePromoter } from '../../store'
import PromotedPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

const show = async () => {
  render(<PromotedPage />)
  await act(async () => undefined)
}
const tap = async (words: string) => {
  await act(async () => fireEvent.click(screen.getByText(words)))
}
const rates = { rateBp: 500, categories: { coffee: 850 }, products: { bun: 0 } }

beforeEach(() => {
  jest.clearAllMocks()
  cloud.forget()
  forgetMine()
  putMe(aMe)
  putShop({ shop: aShop, menu: aMenu, soldOut: {} })
})

it('lists what pays, by its own rate, and leaves out what pays nothing', async () => {
  cloud.script('promoters.rates', ok({ rates, returnDays: 7 }))
  await show()
  expect(screen.getByText('拿铁')).toBeTruthy()
  expect(screen.getByText('8.5%')).toBeTruthy()
  expect(screen.queryByText('鲜肉小笼')).toBeNull()
  expect(screen.getByText('没有列出的商品不记佣金')).toBeTruthy()
})

it('asks for nothing where the account has told the rates already', async () => {
  usePromoter.setState({ mine: anAccount({}, { rates }) })
  await show()
  expect(screen.getByText('8.5%')).toBeTruthy()
  expect(cloud.asked).toEqual([])
})

it('opens a product with the ways to pass it on, its poster and its materials', async () => {
  cloud.script('promoters.rates', ok({ rates, returnDays: 7 }))
  await show()
  await tap('拿铁')
  expect(screen.getByText('推广这件商品，每单得 8.5%')).toBeTruthy()
  expect(screen.getByText(/收货 7 天后可提现/)).toBeTruthy()
  expect(screen.getByText('发给朋友')).toBeTruthy()
  await tap('海报')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: '/features/referral/pages/poster/index?product=latte',
  })
  cloud.script('referral.code', no('OFFLINE'))
  await tap('复制链接')
  expect(cloud.inputs('referral.code')).toEqual([
    { target: { kind: 'product', productId: 'latte' }, channel: 'link' },
  ])
  await tap('素材库')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: '/features/promoters/pages/materials/index?product=latte',
  })
  expect(screen.queryByText('推广这件商品，每单得 8.5%')).toBeNull()
})

it('tells nobody else what goods pay', async () => {
  cloud.script('promoters.rates', no('NOT_A_PROMOTER'))
  await show()
  expect(screen.getByText('你还不是本店的推客')).toBeTruthy()
  expect(screen.queryByText(/%/)).toBeNull()
  await tap('去推客中心')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/features/promoters/pages/home/index' })
})

it('says that nothing pays, what went wrong, and tries again', async () => {
  cloud.script(
    'promoters.rates',
    no('OFFLINE'),
    ok({ rates: { rateBp: 0, categories: {}, products: {} }, returnDays: 7 }),
  )
  await show()
  await tap('再试一次')
  expect(screen.getByText('现在没有参与推广的商品')).toBeTruthy()
})

it('waits for a menu that this phone does not have', async () => {
  cloud.script('promoters.rates', ok({ rates, returnDays: 7 }))
  useShop.setState({ menu: null })
  await show()
  expect(screen.getByLabelText('正在加载')).toBeTruthy()
  act(() => useShop.setState({ failure: '网络好像断了，请检查后再试' }))
  cloud.script('catalogue.menu', ok({ shop: aShop, menu: aMenu, soldOut: {} }))
  await tap('再试一次')
  expect(screen.getByText('拿铁')).toBeTruthy()
})
