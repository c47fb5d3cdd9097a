import assert from 'node:assert/strict'
import type { Benefit, Terms } from '@shared/coupons/contract'
import { may } from '../../local-cloud/seed/people'
import type { StoryOf } from './stage/world'

const KINDS: readonly (readonly [title: string, benefit: Benefit])[] = [
  ['满 30 减 5 元', { kind: 'amountOff', offFen: 500, thresholdFen: 3000 }],
  ['奶茶 8.5 折', { kind: 'percentOff', payBp: 8500, capFen: 1000, thresholdFen: 0 }],
  ['9.9 元一杯', { kind: 'fixedPrice', priceFen: 990, capFen: 2000 }],
  ['咖啡第二杯半价', { kind: 'nthUnit', nth: 2, payBp: 5000, capFen: 1500 }],
  ['请你喝一杯', { kind: 'exchange', capFen: 2500 }],
  ['包子买五送一', { kind: 'buyNGetM', buy: 5, get: 1, capFen: 500 }],
  ['免配送费', { kind: 'freeDelivery', capFen: 600, thresholdFen: 2000 }],
  [
    '老朋友专享：这一张的名字特别长，长到一行放不下，也要好好地排在票面上',
    { kind: 'amountOff', offFen: 123_450, thresholdFen: 200_000 },
  ],
]
const EVERYTHING = { categoryIds: [], productIds: [], skuIds: [] }

const sixty = (): Terms[] =>
  Array.from({ length: 60 }, (_, i) => {
    const [title, benefit] = KINDS[i % KINDS.length]!
    const ofCoffee = benefit.kind === 'nthUnit'
    return {
      title,
      benefit,
      source: '开业活动',
      scope: ofCoffee ? { ...EVERYTHING, categoryIds: ['coffee'] } : EVERYTHING,
      storeIds: [],
      ways: [],
      days: ofCoffee ? [1, 2, 3, 4, 5] : [],
      hours: [],
    }
  })

export const fullWallet: StoryOf = {
  name: '卡包里六十张券：每一种都认得出，规则点开就看到，去使用只看能用的商品',
  async play(world) {
    await world.office.giveCoupons(may.openid, sixty(), await world.shop.now())
    const phone = await world.phoneOf('may')
    await phone.tab('我的')
    await phone.tap('优惠券')
    await phone.see('9.9 元一杯')
    await phone.keep('wallet-sixty')
    const card = '.coupon-card:has-text("咖啡第二杯半价")'
    await phone.find(`${card} >> nth=0 >> text=使用规则`).click()
    await phone.see('周一至周五')
    await phone.keep('wallet-rules')
    await phone.find(`${card} >> nth=0 >> text=去使用`).click()
    await phone.see('可用「咖啡第二杯半价」的商品')
    await phone.see('拿铁')
    assert.equal(await phone.find('.menu-list__header:has-text("烘焙甜点")').count(), 0)
    await phone.keep('menu-for-a-coupon')
    await phone.tap('看全部')
    await phone.gone('可用「咖啡第二杯半价」的商品')
  },
}
