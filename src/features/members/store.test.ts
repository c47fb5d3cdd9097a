import type { CouponView } from '@shared/coupons/contract'
import { aCoupon } from '../../../tests/builders/shop-views'
import { couponReturned, couponsTaken, putMe, spendable, useMe } from './store'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../tests/builders/answers'))

const NOW = 1_000
const coupon = (id: string): CouponView => ({
  id,
  terms: aCoupon.terms,
  state: 'issued',
  issuedAt: 0,
  startsAt: 0,
  expiresAt: 10_000,
  orderId: null,
})
const spendableIds = () => spendable(useMe.getState().me, NOW).map(({ id }) => id)

beforeEach(() => putMe({ member: null, coupons: [coupon('a'), coupon('b')] }))

it('takes a coupon off the wallet as soon as an order holds it, and brings it back when that order gives it up', () => {
  couponsTaken(['a'], 'o1')
  expect(spendableIds()).toEqual(['b'])
  couponReturned('o2')
  expect(spendableIds()).toEqual(['b'])
  couponReturned('o1')
  expect(spendableIds()).toEqual(['a', 'b'])
})

it('leaves the wallet alone when an order took no coupon', () => {
  couponsTaken([], 'o1')
  expect(spendableIds()).toEqual(['a', 'b'])
})

it('never brings back what was used up', () => {
  putMe({ member: null, coupons: [{ ...coupon('a'), state: 'redeemed', orderId: 'o1' }] })
  couponReturned('o1')
  expect(spendableIds()).toEqual([])
})
