/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { addLine } from '@/features/cart'
import { putShop } from '@/features/catalogue'
import { TABS } from '@/platform/navigation'
import { aMenu, anOrderView, aShop } from '../../../tests/builders/shop-views'
import { LeftCart } from './LeftCart'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../tests/builders/answers'))
// the phone remembers a cart before the app is opened
jest.mock('@/platform/storage', () => {
  const line = { productId: 'latte', skuId: 'latte-l', choices: [], qty: 2 }
  return { load: (key: string) => (key === 'cart' ? { lines: [line], last: null } : null), save: jest.fn() }
})

const { productId, skuId, choices } = anOrderView().lines[0]!
const soldOutNow = (soldOut: readonly string[]) =>
  act(() => putShop({ shop: aShop, menu: aMenu, soldOut: { [aShop.stores[0]!.id]: soldOut } }))

it('tells of the last visit’s cart as far as it can be had, until something is put in', () => {
  render(<LeftCart />)
  expect(screen.queryByText(/还在购物车/)).toBeNull()
  soldOutNow([])
  fireEvent.click(screen.getByText('上次选的 2 件还在购物车'))
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: TABS.menu })
  soldOutNow([skuId])
  expect(screen.queryByText(/还在购物车/)).toBeNull()
  soldOutNow([])
  expect(screen.getByText(/还在购物车/)).toBeTruthy()
  act(() => void addLine({ productId, skuId, choices, qty: 1 }))
  expect(screen.queryByText(/还在购物车/)).toBeNull()
})
