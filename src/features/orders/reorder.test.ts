/** @jest-environment jsdom */
import Taro from '@tarojs/taro'
import { clearCart, useCart } from '@/features/cart'
import { putShop } from '@/features/catalogue'
import { aMenu, anOrderView, aShop } from '../../../tests/builders/shop-views'
import { reorder } from './reorder'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../tests/builders/answers'))

const said = () => jest.mocked(Taro.showToast).mock.calls.map(([shown]) => shown?.title)
const [line] = anOrderView().lines
const gone = { ...line!, productId: 'retired', skuId: 'retired', name: '老面包' }
const open = (soldOut: readonly string[] = []) =>
  putShop({
    shop: { ...aShop, stores: aShop.stores },
    menu: aMenu,
    soldOut: { [aShop.stores[0]!.id]: soldOut },
  })

beforeEach(() => {
  jest.clearAllMocks()
  clearCart()
  open()
})

it('puts the very goods into the cart, and says so', () => {
  reorder(anOrderView())
  expect(useCart.getState().lines).toEqual([
    { productId: line!.productId, skuId: line!.skuId, choices: line!.choices, qty: line!.qty },
  ])
  expect(said()).toEqual(['已放进购物车'])
})

it('names what is off the menu', () => {
  reorder(anOrderView({ lines: [line!, gone] }))
  expect(useCart.getState().lines).toHaveLength(1)
  expect(said()).toEqual(['老面包 已下架，其余已放进购物车'])
})

it('names what has sold out, which lies aside', () => {
  open([line!.skuId])
  reorder(anOrderView({ lines: [line!, gone] }))
  expect(said()).toEqual([`老面包 已下架，${line!.name} 卖完了，先放一边`])
})

it('leads nowhere when nothing of it is left', () => {
  reorder(anOrderView({ lines: [gone] }))
  expect(useCart.getState().lines).toEqual([])
  expect(Taro.switchTab).not.toHaveBeenCalled()
})
