import { isRefused } from '@shared/kernel/refusal'
import { DAY_MS } from '@shared/kernel/time'
import { giveBackCoupon, holdCoupon, redeemCoupon, releaseCoupon, revokeCoupons } from '.'
import type { CouponRow } from '../../database/rows'
import { createInstance } from '../../platform/instance'
import type { RunTx } from '../../platform/tx'
import { anOrder } from '../../../tests/builders/customer'
import { dataOf } from '../../../tests/builders/replies'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'

let shop: TestShop
let ann: Person
let tx: RunTx
let id: string
beforeEach(async () => {
  shop = openShop()
  ann = shop.as('oAnn')
  tx = createInstance().tx
  id = dataOf(await ann.call('members.join', {})).welcomed!.id
})
afterEach(() => shop.close())

const coupon = () => shop.row<CouponRow>('coupons', id)!
const hold = (orderId: string, memberId = ann.memberId, now = shop.now()) =>
  tx((db) => holdCoupon(db, id, memberId, orderId, now))

describe('coupons.wallet', () => {
  const tabs = async () =>
    Promise.all(
      (['usable', 'used', 'expired'] as const).map(async (tab) =>
        dataOf(await ann.call('coupons.wallet', { tab })).coupons.map((c) => c.id),
      ),
    )

  it('shows each coupon under its tab, the newest first', async () => {
    const now = shop.now()
    shop.put(
      'coupons',
      { ...coupon(), _id: 'newer', issuedAt: now + 1 },
      { ...coupon(), _id: 'held', state: 'held', orderId: 'o1', issuedAt: now + 2 },
      { ...coupon(), _id: 'used', state: 'redeemed', orderId: 'o2' },
      { ...coupon(), _id: 'expired', expiresAt: now },
      { ...coupon(), _id: 'revoked', state: 'revoked' },
      { ...coupon(), _id: 'foreign', memberId: 'm-other' },
    )
    expect(await tabs()).toEqual([['held', 'newer', id], ['used'], ['expired']])
  })

  it('moves a coupon at the instant it expires', async () => {
    await shop.advance(coupon().expiresAt - 1 - shop.now())
    expect(await tabs()).toEqual([[id], [], []])
    await shop.advance(1)
    expect(await tabs()).toEqual([[], [], [id]])
  })

  it('shows a hundred and fifty, and the price knows the same ones', async () => {
    const many = Array.from({ length: 149 }, (_, i) => ({
      ...coupon(),
      _id: `c${i}`,
      issuedAt: shop.now() + 1 + i,
    }))
    const best = { ...coupon(), _id: 'best', issuedAt: shop.now() + 900 }
    const benefit = { kind: 'amountOff' as const, offFen: 1_200, thresholdFen: 0 }
    shop.put('coupons', ...many, { ...best, terms: { ...best.terms, benefit } })
    const [usable] = await tabs()
    expect(usable).toHaveLength(151)
    expect(usable?.[0]).toBe('best')
    const { storeId, way, lines, usePoints, addressId, slot, packagingId } = anOrder()
    const basket = { storeId, way, lines, usePoints, addressId, slot, packagingId }
    const quoted = dataOf(await ann.call('orders.quote', { ...basket, coupons: 'best' }))
    expect(quoted.quote.couponIds).toEqual(['best'])
  })

  it('costs one read', async () => {
    expect(await shop.billed(() => ann.call('coupons.wallet', { tab: 'used' }))).toEqual({
      reads: 1,
      writes: 0,
    })
  })

  it('is empty for a stranger, and refuses a tab that is none', async () => {
    expect(dataOf(await shop.as('oBob').call('coupons.wallet', { tab: 'usable' })).coupons).toEqual([])
    const reply = await ann.raw({ action: 'coupons.wallet', input: { tab: 'all' } })
    expect(reply).toMatchObject({ ok: false, code: 'BAD_INPUT', details: { path: 'tab' } })
  })
})

describe('a coupon and its order', () => {
  it('is held, redeemed and given back once, its expiry kept', async () => {
    const { expiresAt } = coupon()
    expect(await hold('o1')).toMatchObject({ _id: id, terms: { benefit: { offFen: 500 } } })
    expect(coupon()).toMatchObject({ state: 'held', orderId: 'o1' })
    await tx((db) => redeemCoupon(db, id, 'o1'))
    expect(coupon()).toMatchObject({ state: 'redeemed', orderId: 'o1' })
    expect(await tx((db) => giveBackCoupon(db, id, 'o2'))).toBe(false)
    expect(await tx((db) => giveBackCoupon(db, id, 'o1'))).toBe(true)
    expect(await tx((db) => giveBackCoupon(db, id, 'o1'))).toBe(false)
    expect(coupon()).toMatchObject({ state: 'issued', orderId: null, returned: true, expiresAt })
    await hold('o2')
    await tx((db) => redeemCoupon(db, id, 'o2'))
    expect(await tx((db) => giveBackCoupon(db, id, 'o2'))).toBe(false)
    expect(coupon()).toMatchObject({ state: 'redeemed', orderId: 'o2' })
  })

  it('goes back into the wallet when the order ends unpaid', async () => {
    await hold('o1')
    await tx((db) => releaseCoupon(db, id))
    expect(coupon()).toMatchObject({ state: 'issued', orderId: null })
    expect(isRefused(await hold('o2'))).toBe(false)
  })

  it('is had by one of twenty parallel orders', async () => {
    const held = await Promise.all(Array.from({ length: 20 }, (_, i) => hold(`o${i}`)))
    const winners = held.flatMap((answer, i) => (isRefused(answer) ? [] : [`o${i}`]))
    expect(winners).toHaveLength(1)
    expect(coupon().orderId).toBe(winners[0])
  })

  it('can’t be had by another member, twice, before or after its time', async () => {
    const no = { refused: 'COUPON_UNUSABLE' }
    expect(await hold('o1', 'm-other')).toEqual(no)
    expect(await hold('o1', ann.memberId, coupon().issuedAt - 1)).toEqual(no)
    expect(await hold('o1', ann.memberId, coupon().expiresAt)).toEqual(no)
    expect(await tx((db) => holdCoupon(db, 'none', ann.memberId, 'o1', shop.now() + DAY_MS))).toEqual(no)
    await hold('o1')
    expect(await hold('o2')).toEqual(no)
    expect(coupon()).toMatchObject({ state: 'held', orderId: 'o1' })
  })
})

it('revokes what is in the wallet, and leaves what an order holds to that order', async () => {
  shop.put('coupons', { ...coupon(), _id: 'free' })
  await hold('o1')
  await revokeCoupons(createInstance(), ann.memberId)
  expect(shop.row<CouponRow>('coupons', 'free')).toMatchObject({ state: 'revoked' })
  await tx((db) => redeemCoupon(db, id, 'o1'))
  expect(coupon()).toMatchObject({ state: 'redeemed', orderId: 'o1' })
})
