import * as fc from 'fast-check'
import { isRefused } from '@shared/kernel/refusal'
import { price } from '@shared/pricing/price'
import { priceInput } from '../../../tests/builders/carts'
import { amountsOf, savedOf } from './amounts'

const sum = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0)

it('adds up: the rows are what is paid, and what was saved is what they take off', () => {
  fc.assert(
    fc.property(priceInput([1, 6], [0, 6]), (input) => {
      const answer = price(input)
      if (isRefused(answer)) throw new Error(answer.refused)
      const rows = amountsOf(answer.quote, input.way === 'delivery' ? 'known' : 'none')
      expect(sum(rows.map((row) => row.fen))).toBe(answer.quote.payFen)
      expect(sum(rows.map((row) => Math.max(0, -row.fen)))).toBe(savedOf(answer.quote))
      expect(new Set(rows.map((row) => row.label)).size).toBe(rows.length)
    }),
  )
})

const sums = {
  goodsFen: 1900,
  memberOffFen: 0,
  itemOffFen: 0,
  orderOffFen: 500,
  pointsOffFen: 0,
  packagingFen: 0,
  deliveryFen: 0,
  deliveryOffFen: 0,
  payFen: 1400,
  points: 0,
}

it('leaves out what is nothing, and still says that a delivery is free', () => {
  expect(amountsOf(sums, 'none').map((row) => row.label)).toEqual(['商品', '订单券'])
  expect(amountsOf(sums, 'known')).toContainEqual({ label: '配送费', fen: 0 })
})
