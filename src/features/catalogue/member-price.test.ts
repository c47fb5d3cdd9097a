import { aLatte } from '../../../tests/builders/shop-views'
import { cardPrice } from './member-price'

const sizes = [
  { id: 'm', name: '中杯', priceFen: 1500, memberFen: 1350 },
  { id: 'l', name: '大杯', priceFen: 1800 },
]
const latte = { ...aLatte, skus: sizes }

it('asks a member the lower of the menu’s price and the tier’s, with the list price beside it', () => {
  expect(cardPrice(latte, { member: true, payBp: 9500 })).toMatchObject({ fen: 1350, aside: '¥15' })
  expect(cardPrice(latte, { member: true, payBp: 8000 })).toMatchObject({ fen: 1200, aside: '¥15' })
  const plain = { ...latte, skus: [sizes[1]!] }
  expect(cardPrice(plain, { member: true, payBp: 10_000 })).toMatchObject({ fen: 1800, aside: '' })
})

it('asks a stranger the list price, and tells what a member pays', () => {
  expect(cardPrice(latte, { member: false, payBp: 10_000 })).toMatchObject({
    fen: 1500,
    aside: '会员 ¥13.5',
  })
})
