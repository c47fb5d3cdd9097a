import type { Product } from '../catalogue/contract'
import { goodsLine, goodsLines } from './goods'

const bun: Product = {
  id: 'bun',
  categoryId: 'breakfast',
  name: '肉包',
  intro: '',
  picture: 'bun.webp',
  marks: [],
  skus: [{ id: 'bun-1', name: '大个', priceFen: 250, memberFen: 200 }],
  options: [
    {
      id: 'sauce',
      name: '蘸料',
      max: 2,
      defaults: [],
      choices: [{ id: 'chili', name: '辣椒', deltaFen: 50 }],
    },
  ],
  impossible: [],
}
const line = { productId: 'bun', skuId: 'bun-1', choices: [], qty: 2 }

it('says of a line what the menu says, and keeps it', () => {
  expect(goodsLine(bun, { ...line, choices: ['chili'] })).toEqual({
    productId: 'bun',
    skuId: 'bun-1',
    categoryId: 'breakfast',
    choices: ['chili'],
    qty: 2,
    name: '肉包',
    specText: '大个 / 辣椒',
    picture: 'bun.webp',
    unitFen: 300,
    memberSkuUnitFen: 250,
    listFen: 600,
  })
})

it('names the lines that are gone and those that do not fit', () => {
  expect(goodsLines([bun], [line, { ...line, productId: 'x' }, { ...line, skuId: 'y' }])).toEqual({
    refused: 'PRODUCT_GONE',
    details: { lines: [1, 2] },
  })
  expect(goodsLines([bun], [{ ...line, choices: ['hot'] }])).toEqual({
    refused: 'BAD_CHOICE',
    details: { lines: [0] },
  })
})
