/** @jest-environment jsdom */
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { Benefit, CouponView } from '@shared/coupons/contract'
import { shopMonth } from '@shared/kernel/time'
import { EMPTY_ACCOUNT } from '@shared/points/account'
import { addLine, clearCart } from '@/features/cart'
import { putShop, useShop } from '@/features/catalogue'
import { putMe } from '@/features/members'
import { heardClock } from '@/platform/clock'
import { cloud } from '../../../../../tests/builders/answers'
import { aCoupon, aMe, aMenu, aShop, aStore, NOW } from '../../../../../tests/builders/shop-views'
import { useCheckout } from '../../checkout'
import CheckoutPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

/** The phone prices by the cloud's own rules: these tests never let the cloud answer. */
const silent = new Promise<never>(() => undefined)
const coupon = (id: string, title: string, benefit: Benefit): CouponView => ({
  ...aCoupon,
  id,
  terms: { ...aCoupon.terms, title, benefit },
})
const cup = coupon('cup', '9.9 一杯', { kind: 'fixedPrice', priceFen: 990, capFen: 2000 })
const second = coupon('second', '第二杯半价', { kind: 'nthUnit', nth: 2, payBp: 5000, capFen: 2000 })
const five = coupon('five', '满 30 减 5', { kind: 'amountOff', offFen: 500, thresholdFen: 3000 })
const six = coupon('six', '满 30 减 6', { kind: 'amountOff', offFen: 600, thresholdFen: 3000 })
const loyalty = { ...aShop.loyalty, pointsPerYuan: 1, pointFen: 1, mostShareBp: 5000 }
const account = { ...EMPTY_ACCOUNT, lots: { [shopMonth(NOW, 3)]: 320 } }
const asked = () => cloud.inputs('orders.quote')

beforeEach(() => {
  heardClock(NOW)
  cloud.forget()
  cloud.script('orders.quote', silent)
  useCheckout.setState({ unsure: null, placing: false, trouble: null, rose: null, quoted: null, done: false })
  putShop({ shop: { ...aShop, stores: [aStore], loyalty }, menu: aMenu, soldOut: {} })
  useShop.setState({ way: 'pickup' })
  clearCart()
  addLine({ productId: 'latte', skuId: 'latte-l', choices: [], qty: 2 })
})

function openWith(coupons: readonly CouponView[]) {
  putMe({ member: { ...aMe.member!, account }, coupons: [...coupons] })
  const view = render(<CheckoutPage />)
  return { ...view, pay: () => view.container.querySelector('.sum-rows__pay .ui-money')?.textContent }
}
const openSheet = () => fireEvent.click(screen.getByText('优惠券'))
const last = () => asked().at(-1) as { coupons: unknown; usePoints: boolean }

it('has the best already: one for the item, one for the order, each row said', () => {
  const { pay } = openWith([cup, second, five, six])
  expect(screen.getByText('第二杯半价 + 满 30 减 6 · 已选最优惠')).toBeTruthy()
  expect(screen.getByText('单品券').parentElement?.textContent).toBe('单品券-¥9.5')
  expect(screen.getByText('订单券').parentElement?.textContent).toBe('订单券-¥6')
  expect(pay()).toBe('¥22.5')
})

it('changes one kind and keeps the other; the sum is said before it is agreed to', async () => {
  const { pay } = openWith([cup, second, five, six])
  openSheet()
  expect(screen.getByText('单品券 · 2 张可用')).toBeTruthy()
  expect(screen.getByText('订单券 · 2 张可用')).toBeTruthy()
  expect(screen.getByText('共减 ¥15.5')).toBeTruthy()
  fireEvent.click(screen.getByText('满 30 减 5'))
  expect(screen.getByText('共减 ¥14.5')).toBeTruthy()
  expect(asked()).toHaveLength(1)
  fireEvent.click(screen.getByText('确定'))
  await waitFor(() => expect(asked()).toHaveLength(2))
  expect(last().coupons).toEqual(['second', 'five'])
  expect(pay()).toBe('¥23.5')
})

it('takes one away, all away, and the best again', async () => {
  openWith([cup, six])
  openSheet()
  fireEvent.click(screen.getByText('9.9 一杯'))
  expect(screen.getByText('已选 1 张')).toBeTruthy()
  fireEvent.click(screen.getByText('不用券'))
  expect(screen.getByText('这次不用券')).toBeTruthy()
  fireEvent.click(screen.getByText('确定'))
  await waitFor(() => expect(last().coupons).toEqual([]))
  expect(screen.getByText('2 张可用')).toBeTruthy()
  openSheet()
  fireEvent.click(screen.getByText('用最优惠的'))
  fireEvent.click(screen.getByText('确定'))
  await waitFor(() => expect(last().coupons).toBe('best'))
})

it('tells of each that can’t be used why, a few of sixty at first', () => {
  const dear = Array.from({ length: 59 }, (_, i) =>
    coupon(`x${i}`, `满 ${100 + i} 减 9`, {
      kind: 'amountOff',
      offFen: 900,
      thresholdFen: (100 + i) * 100,
    }),
  )
  const { container } = openWith([six, ...dear])
  openSheet()
  expect(screen.getByText('暂不可用 · 59 张')).toBeTruthy()
  expect(screen.getByText('还差 ¥62 可用')).toBeTruthy()
  expect(container.querySelectorAll('.ui-ticket')).toHaveLength(5)
  fireEvent.click(screen.getByText('看其余 55 张为什么不能用'))
  expect(container.querySelectorAll('.ui-ticket')).toHaveLength(60)
})

it('won’t agree to coupons that take nothing off together', () => {
  const free = coupon('free', '免费喝', { kind: 'exchange', capFen: 2000 })
  const rest = coupon('rest', '无门槛 5 元', { kind: 'amountOff', offFen: 500, thresholdFen: 0 })
  clearCart()
  addLine({ productId: 'latte', skuId: 'latte-l', choices: [], qty: 1 })
  openWith([free, rest])
  openSheet()
  fireEvent.click(screen.getByText('无门槛 5 元'))
  expect(screen.getByText('这几张不能一起用，换一张试试')).toBeTruthy()
  fireEvent.click(screen.getByText('确定'))
  expect(screen.getByText('已选 2 张')).toBeTruthy()
})

it('spends points by the switch, and says what the order earns', async () => {
  const { pay } = openWith([])
  expect(screen.getByText('可用 320 积分抵 ¥3.2')).toBeTruthy()
  expect(screen.getByText('付款后得 38 积分')).toBeTruthy()
  fireEvent.click(screen.getByLabelText('用积分抵扣'))
  await waitFor(() => expect(last().usePoints).toBe(true))
  expect(screen.getByText('已用 320 积分抵 ¥3.2')).toBeTruthy()
  expect(screen.getByText('320 积分').parentElement?.textContent).toBe('320 积分-¥3.2')
  expect(pay()).toBe('¥34.8')
  expect(screen.getByText('付款后得 34 积分')).toBeTruthy()
})

it('shows nothing of points to who has none', () => {
  putMe({ member: null, coupons: [] })
  render(<CheckoutPage />)
  expect(screen.queryByText('积分')).toBeNull()
})
