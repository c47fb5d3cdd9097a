import { rateOf, termsFor, type Rates } from './rates'

const rates: Rates = { rateBp: 500, categories: { coffee: 800, bread: 0 }, products: { latte: 1200 } }
const programme = { ...rates, open: true, returnDays: 7 }
const lines = [
  { productId: 'latte', categoryId: 'coffee' },
  { productId: 'mocha', categoryId: 'coffee' },
  { productId: 'bagel', categoryId: 'bread' },
  { productId: 'constructor', categoryId: 'toString' },
]
const order = { memberId: 'm-may', promoter: 'm-lin', lines }

it('knows the most specific rate; 0 is a rate too', () => {
  expect(lines.map((line) => rateOf(rates, line))).toEqual([1200, 800, 0, 500])
})

it('freezes a rate for each line and the window', () => {
  expect(termsFor(order, programme)).toEqual({ rateBps: [1200, 800, 0, 500], returnDays: 7 })
})

it('freezes nothing where nothing is to be paid', () => {
  expect(termsFor({ ...order, promoter: null }, programme)).toBeUndefined()
  expect(termsFor({ memberId: 'm-may', lines }, programme)).toBeUndefined()
  expect(termsFor({ ...order, promoter: 'm-may' }, programme)).toBeUndefined()
  expect(termsFor(order, { ...programme, open: false })).toBeUndefined()
  expect(termsFor(order, undefined)).toBeUndefined()
  expect(termsFor({ ...order, lines: lines.slice(2, 3) }, programme)).toBeUndefined()
})
