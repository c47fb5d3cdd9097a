import { EMPTY_ACCOUNT } from '@shared/points/account'
import type { Offer } from '@shared/coupons/contract'
import { aBun, aCoupon, aLatte, aMe, aMenu, aShop, aStore, NOW } from '../../../../tests/builders/shop-views'
import { draftOf, type Known, proudest } from './subject'

const known: Known = {
  shop: aShop,
  menu: aMenu,
  store: aStore,
  member: { ...aMe.member!, account: EMPTY_ACCOUNT, avatar: 'cloud://a/me.png' },
  names: { categories: {}, products: {}, skus: {}, stores: {} },
  offer: null,
  validity: '',
}
const offer: Offer = {
  campaignId: 'c1',
  terms: aCoupon.terms,
  by: { kind: 'claim' },
  validity: { kind: 'days', days: 7 },
  endsAt: NOW + 1,
  left: 1,
  remaining: null,
  hindrance: null,
}

it('names nobody to strangers: the nickname is masked', () => {
  const draft = draftOf({ kind: 'shop' }, known)
  expect(draft?.content.who).toBe('林**')
  expect(JSON.stringify(draft)).not.toContain('小满')
  expect(draft?.sources.avatar).toBe('cloud://a/me.png')
})

it('a product has its lowest price, and says when others cost more', () => {
  const sizes = [...aLatte.skus, { id: 'latte-m', name: '中杯', priceFen: 1550 }]
  const menu = { ...aMenu, products: [{ ...aLatte, skus: sizes, picture: 'cloud://a/latte.webp' }] }
  const draft = draftOf({ kind: 'product', productId: 'latte' }, { ...known, menu })
  expect(draft?.content.subject).toMatchObject({ kind: 'product', name: '拿铁', price: '15.5', from: true })
  expect(draft?.sources.picture).toBe('cloud://a/latte.webp')
})

it('what the shop has no longer, has no poster', () => {
  expect(draftOf({ kind: 'product', productId: 'gone' }, known)).toBeNull()
  expect(draftOf({ kind: 'campaign', campaignId: 'c1' }, known)).toBeNull()
})

it('a coupon says what it takes off, from what sum, and how long', () => {
  const draft = draftOf(
    { kind: 'campaign', campaignId: 'c1' },
    { ...known, offer, validity: '领取后 7 天内有效' },
  )
  expect(draft?.content.subject).toMatchObject({ large: '5', unit: '元', title: '新人礼' })
  expect(JSON.stringify(draft?.content.subject)).toContain('领取后 7 天内有效')
})

it('promises the welcome coupon only where the shop gives one', () => {
  const words = (welcome: Known['shop']['welcome']) =>
    draftOf({ kind: 'shop' }, { ...known, shop: { ...aShop, welcome } })?.content.gift.join()
  expect(words(aCoupon.terms)).toContain('新人礼')
  expect(words(null)).not.toContain('券')
})

it('shows one dish of each category before a second of the same, what the shop recommends first', () => {
  const dish = (id: string, categoryId: string, marks: string[] = []) => ({ ...aBun, id, categoryId, marks })
  const products = [
    dish('a', 'coffee'),
    dish('b', 'coffee', ['热销']),
    dish('c', 'buns'),
    dish('d', 'coffee'),
  ]
  expect(proudest({ ...aMenu, products }).map(({ id }) => id)).toEqual(['b', 'c', 'a'])
})
