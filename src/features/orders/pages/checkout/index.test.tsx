/** @jest-environment jsdom */
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { place } from '@shared/orders/contract'
import type { InputOf } from '@shared/kernel/action'
import { DAY_MS } from '@shared/kernel/time'
import Taro from '@tarojs/taro'
import { addLine, clearCart, useCart } from '@/features/cart'
import { putShop } from '@/features/catalogue'
import { putMe } from '@/features/members'
import { askConsents } from '@/platform/subscribe'
import { pay } from '@/platform/pay'
import { cloud, later, no, ok } from '../../../../../tests/builders/answers'
import {
  aCoupon,
  aMe,
  aMenu,
  anOrderView,
  aQuote,
  aShop,
  NOW,
  STORE_ID,
} from '../../../../../tests/builders/shop-views'
import { useCheckout } from '../../checkout'
import CheckoutPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))
jest.mock('@/platform/subscribe', () => ({ askConsents: jest.fn(async () => ({ ready: 'accept' })) }))
jest.mock('@/platform/pay', () => ({ pay: jest.fn(async () => ({ kind: 'paid' })) }))

const PAYMENT = { timeStamp: '1', nonceStr: 'n', package: 'prepay_id=1', signType: 'RSA', paySign: 's' }
const placed = ok({ order: anOrderView({ state: 'pendingPay', paidAt: null }), payment: PAYMENT })
const placeInputs = () => cloud.inputs('orders.place') as unknown as InputOf<typeof place>[]

beforeEach(() => {
  cloud.forget()
  cloud.script('orders.quote', ok({ quote: aQuote }))
  jest.mocked(Taro.redirectTo).mockClear()
  jest.mocked(askConsents).mockClear()
  jest.mocked(pay).mockClear()
  useCheckout.setState({ unsure: null, placing: false, trouble: null, rose: null, quoted: null, done: false })
  putShop({ shop: aShop, menu: aMenu, soldOut: {} })
  putMe(aMe)
  clearCart()
  addLine({ productId: 'latte', skuId: 'latte-l', choices: [], qty: 1 })
})

async function openPage() {
  const view = render(<CheckoutPage />)
  await waitFor(() => expect(cloud.inputs('orders.quote')).toHaveLength(1))
  await screen.findByText('已优惠 ¥5')
  return view
}
const submitButton = () => screen.getByText('提交订单')

it('places once, however often the button is tapped', async () => {
  const answer = later()
  cloud.script('orders.place', answer.promise)
  await openPage()
  fireEvent.click(submitButton())
  fireEvent.click(submitButton())
  await waitFor(() => expect(placeInputs()).toHaveLength(1))
  fireEvent.click(submitButton())
  await act(async () => answer.answer(placed))
  expect(placeInputs()).toHaveLength(1)
  expect(askConsents).toHaveBeenCalledTimes(1)
  expect(pay).toHaveBeenCalledTimes(1)
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalledWith({ url: expect.stringContaining('id=o1') }))
  expect(useCart.getState().lines).toEqual([])
})

it('asks for messages inside the tap, before anything is awaited', async () => {
  cloud.script('orders.place', placed)
  await openPage()
  fireEvent.click(submitButton())
  expect(askConsents).toHaveBeenCalledTimes(1)
  expect(placeInputs()).toHaveLength(0)
  await waitFor(() => expect(placeInputs()).toHaveLength(1))
  expect(placeInputs()[0]?.consents).toEqual({ ready: 'accept' })
})

it('asks a member with another coupon that will last a while about its end as well', async () => {
  const templates = { ready: 'tmpl-ready', COUPON_EXPIRING: 'tmpl-ends' }
  const asked = () => Object.keys(jest.mocked(askConsents).mock.calls.at(-1)?.[0] ?? {})
  putShop({ shop: { ...aShop, templates }, menu: aMenu, soldOut: {} })
  cloud.script('orders.place', no('SHOP_CLOSED'), no('SHOP_CLOSED'))
  await openPage()
  fireEvent.click(submitButton())
  expect(asked()).toEqual(['ready'])
  await waitFor(() => expect(placeInputs()).toHaveLength(1))
  const lasting = { ...aCoupon, id: 'c-lasting', issuedAt: NOW, startsAt: NOW, expiresAt: NOW + 9 * DAY_MS }
  act(() => putMe({ ...aMe, coupons: [...aMe.coupons, lasting] }))
  fireEvent.click(await screen.findByText('提交订单'))
  expect(asked()).toEqual(['ready', 'COUPON_EXPIRING'])
  await waitFor(() => expect(placeInputs()).toHaveLength(2))
})

it('shows a price that rose, orders nothing until it is agreed to, and then at the new price', async () => {
  cloud.script(
    'orders.place',
    no('PRICE_ROSE', { quote: { ...aQuote, payFen: 1650, couponFen: 250 } }),
    placed,
  )
  await openPage()
  fireEvent.click(submitButton())
  expect(await screen.findByText('价格有变动')).toBeTruthy()
  expect(placeInputs()).toHaveLength(1)
  fireEvent.click(screen.getByText('按 ¥16.5 下单'))
  await waitFor(() => expect(placeInputs()).toHaveLength(2))
  const [first, second] = placeInputs()
  expect(second?.expectPayFen).toBe(1650)
  expect(second?.key).toBe(first?.key)
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalled())
})

it('sends the very same order again after the network broke', async () => {
  cloud.script('orders.place', no('OFFLINE'), placed)
  await openPage()
  fireEvent.change(screen.getByPlaceholderText('口味、忌口，写给店员看'), { target: { value: '少糖' } })
  fireEvent.click(submitButton())
  fireEvent.click(await screen.findByText('继续提交'))
  await waitFor(() => expect(placeInputs()).toHaveLength(2))
  expect(placeInputs()[1]).toEqual(placeInputs()[0])
  expect(placeInputs()[0]?.note).toBe('少糖')
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalled())
  expect(askConsents).toHaveBeenCalledTimes(1)
})

it('marks the line that is sold out; taking it away asks for the price again', async () => {
  addLine({ productId: 'bun', skuId: 'bun', choices: [], qty: 2 })
  cloud.script('orders.quote', no('SOLD_OUT', { lines: [{ line: 1, left: 0 }] }), ok({ quote: aQuote }))
  render(<CheckoutPage />)
  expect(await screen.findByText('卖完了')).toBeTruthy()
  fireEvent.click(screen.getByText('暂时不能下单'))
  expect(placeInputs()).toHaveLength(0)
  fireEvent.click(screen.getByText('移除'))
  await screen.findByText('已优惠 ¥5')
  expect(screen.queryByText('鲜肉小笼')).toBeNull()
  expect(cloud.inputs('orders.quote')).toHaveLength(2)
})

it('pulls nobody back who left while the order was on its way', async () => {
  const answer = later()
  cloud.script('orders.place', answer.promise)
  const { unmount } = await openPage()
  fireEvent.click(submitButton())
  await waitFor(() => expect(placeInputs()).toHaveLength(1))
  unmount()
  await act(async () => answer.answer(placed))
  expect(pay).not.toHaveBeenCalled()
  expect(Taro.redirectTo).not.toHaveBeenCalled()
  expect(useCart.getState().lines).toEqual([])
})

it('says that everything is sold out when it is, and leads back to the menu', async () => {
  cloud.script('orders.quote', no('SOLD_OUT', { lines: [{ line: 0, left: 0 }] }))
  cloud.script('catalogue.menu', no('OFFLINE'))
  render(<CheckoutPage />)
  expect(await screen.findByText('选好的都卖完了')).toBeTruthy()
  expect(screen.queryByText('购物车是空的')).toBeNull()
  fireEvent.click(screen.getByText('回菜单换一款'))
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: expect.stringContaining('menu') })
})

it('says so as well when the phone knows it before the cloud is asked', async () => {
  putShop({ shop: aShop, menu: aMenu, soldOut: { [STORE_ID]: ['latte-l'] } })
  render(<CheckoutPage />)
  expect(await screen.findByText('选好的都卖完了')).toBeTruthy()
  expect(cloud.inputs('orders.quote')).toHaveLength(0)
})

it('tells a closed store’s hours', async () => {
  cloud.script('orders.quote', no('STORE_CLOSED', { hours: [{ from: 420, to: 1200 }] }))
  render(<CheckoutPage />)
  expect(await screen.findByText(/营业时间 07:00–20:00/)).toBeTruthy()
})
