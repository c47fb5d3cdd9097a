import { shopDay } from '@shared/kernel/time'
import type { CouponRow } from '../../database/rows'
import { dataOf } from '../../../tests/builders/replies'
import { openShop, type TestShop } from '../../../tests/builders/shop'
import { stockRow, STORE } from '../../../tests/builders/shop-rows'
import { DAY_MS } from '@shared/kernel/time'

let shop: TestShop
const start = (options?: Parameters<typeof openShop>[0]) => (shop = openShop(options))
afterEach(() => shop.close())

it('shows a stranger the shop, the menu and what welcomes them', async () => {
  start()
  const home = dataOf(await shop.as('oAnn').call('home.open', { knownMenu: null }))
  expect(home.shop).toMatchObject({
    name: '常客',
    menuVersion: 1,
    templates: { ORDER_READY: 'tpl-ready' },
    welcome: { title: '新人立减 5 元', benefit: { offFen: 500, thresholdFen: 1500 } },
  })
  expect(home.shop.stores.map(({ id }) => id)).toEqual([STORE])
  expect(home.menu?.products.map(({ id }) => id)).toEqual(['latte', 'bagel'])
  expect(home.soldOut).toEqual({ [STORE]: [] })
  expect(home.me).toEqual({ member: null, coupons: [] })
})

it('shows a member who they are and what they can use, the first to expire first', async () => {
  start()
  const ann = shop.as('oAnn')
  const { welcomed } = dataOf(await ann.call('members.join', {}))
  const coupon = shop.rows<CouponRow>('coupons')[0]!
  shop.put(
    'coupons',
    { ...coupon, _id: 'sooner', expiresAt: coupon.expiresAt - DAY_MS },
    { ...coupon, _id: 'held', state: 'held', orderId: 'o1' },
    { ...coupon, _id: 'expired', expiresAt: shop.now() },
    { ...coupon, _id: 'used', state: 'redeemed', orderId: 'o2' },
    { ...coupon, _id: 'gone', state: 'revoked' },
    { ...coupon, _id: 'foreign', memberId: 'm-other' },
  )
  const { me } = dataOf(await ann.call('home.open', { knownMenu: 1 }))
  expect(me.member?.id).toBe(ann.memberId)
  expect(me.coupons.map(({ id }) => id)).toEqual(['sooner', 'held', welcomed?.id])
})

it('sends no menu that the phone has', async () => {
  start()
  const ann = shop.as('oAnn')
  expect(dataOf(await ann.call('home.open', { knownMenu: 1 })).menu).toBeNull()
  expect(dataOf(await ann.call('home.open', { knownMenu: 2 })).menu?.version).toBe(1)
})

it('costs two reads, counted stock included, and one more for a menu this instance never read', async () => {
  start()
  const ann = shop.as('oAnn')
  const open = (knownMenu: number | null) => shop.billed(() => ann.call('home.open', { knownMenu }))
  expect(await open(1)).toEqual({ reads: 2, writes: 0 })
  expect(await open(null)).toEqual({ reads: 3, writes: 0 })
  expect(await open(null)).toEqual({ reads: 2, writes: 0 })
})

it('shows what is counted down to nothing as sold out, and not before', async () => {
  start({ bagels: 1 })
  const soldOut = async () =>
    Object.values(dataOf(await shop.as('oAnn').call('home.open', { knownMenu: 1 })).soldOut)
  expect((await soldOut()).flat()).not.toContain('bagel')
  shop.put('stock', { ...stockRow(0, shopDay(shop.now())), held: 1 })
  expect((await soldOut()).flat()).toContain('bagel')
})

it('sends the new menu as soon as the shop has one', async () => {
  start()
  const ann = shop.as('oAnn')
  const first = dataOf(await ann.call('home.open', { knownMenu: null }))
  const menu = shop.row<object>('catalogue', 'menu')
  shop.put('catalogue', { ...menu, version: 2, products: [] })
  shop.put('settings', { ...shop.row<object>('settings', 'shop'), menuVersion: 2 })
  const second = dataOf(await ann.call('home.open', { knownMenu: first.menu!.version }))
  expect(second.menu).toMatchObject({ version: 2, products: [] })
})

it('names what can’t be had: switched off, or counted down to nothing', async () => {
  start({ bagels: 0, store: { soldOut: { 'latte-l': true, 'latte-m': false } } })
  const { soldOut, shop: view } = dataOf(await shop.as('oAnn').call('home.open', { knownMenu: 1 }))
  expect(soldOut).toEqual({ [STORE]: ['latte-l', 'bagel'] })
  expect(view.stores[0]?.stopped).toEqual(['latte-l'])
  const alone = dataOf(await shop.as('oAnn').call('catalogue.menu', { known: null }))
  expect(alone).toMatchObject({ soldOut, menu: { version: 1 } })
})

it('promises no welcome that has ended', async () => {
  start({ shop: { welcomeCampaignId: 'never-made' } })
  expect(dataOf(await shop.as('oAnn').call('home.open', { knownMenu: 1 })).shop.welcome).toBeNull()
})

it('sorts stores as the shop does', async () => {
  start()
  const row = shop.row<{ stores: Record<string, object> }>('settings', 'shop')!
  const other = { ...row.stores[STORE], id: 's0', order: 0 }
  shop.put('settings', { ...row, stores: { ...row.stores, s0: other } })
  const { shop: view } = dataOf(await shop.as('oAnn').call('home.open', { knownMenu: 1 }))
  expect(view.stores.map(({ id }) => id)).toEqual(['s0', STORE])
})

it('is a bug when the shop was never set up, and says so in the log alone', async () => {
  start()
  await shop.cloud.cloud.database().collection('settings').doc('shop').remove()
  expect(await shop.as('oAnn').call('home.open', { knownMenu: null })).toMatchObject({ code: 'INTERNAL' })
  expect(shop.logs.find(({ event }) => event === 'call.failed')?.['error']).toMatchObject({
    message: 'settings/shop is missing: the shop was never set up',
  })
})

it.each([[{ knownMenu: -1 }], [{ knownMenu: '1' }], [{}], [null]])('refuses %p', async (input) => {
  start()
  expect(await shop.as('oAnn').raw({ action: 'home.open', input })).toMatchObject({
    ok: false,
    code: 'BAD_INPUT',
  })
})
