import type { CouponRow, MemberRow, MenuRow, StoreRow } from '../../../cloudfunctions/database/rows'
import type { Terms } from '@shared/coupons/contract'
import type { Fen } from '@shared/kernel/money'
import { DAY_MS, type Instant } from '@shared/kernel/time'
import { LOCAL_ENVIRONMENT, sdkIn } from '../../conformance/sdk'
import type { Db } from '../../conformance/suite'

/** What the owner changes in the cloud's console, from outside the app: the database, by the SDK. */
export type Office = {
  /** What a size costs from now on; a new version of the menu. */
  setPrice(skuId: string, priceFen: Fen): Promise<void>
  /** Switched off in this store until further notice, or back again. */
  setSoldOut(storeId: string, skuId: string, gone: boolean): Promise<void>
  setHours(storeId: string, hours: StoreRow['hours']): Promise<void>
  /** Puts coupons with these terms into a member's wallet, each ending a day later than the one before. */
  giveCoupons(openid: string, terms: readonly Terms[], now: Instant): Promise<void>
}

/** The office of the shop whose cloud stands at this address. */
export function officeAt(cloudUrl: string): Office {
  const context = { TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${cloudUrl}/admin` }) }
  const db = sdkIn({ ...LOCAL_ENVIRONMENT, ...context }, LOCAL_ENVIRONMENT.TCB_ENV).database() as Db
  const [shop, menu] = [db.collection('settings').doc('shop'), db.collection('catalogue').doc('menu')]
  return {
    async setPrice(skuId, priceFen) {
      const { data } = await menu.get()
      const { products, version } = data as MenuRow
      const repriced = products.map((product) => ({
        ...product,
        skus: product.skus.map((sku) => (sku.id === skuId ? { ...sku, priceFen } : sku)),
      }))
      await menu.update({ data: { products: repriced, version: version + 1 } })
      await shop.update({ data: { menuVersion: version + 1 } })
    },
    async setSoldOut(storeId, skuId, gone) {
      await shop.update({ data: { [`stores.${storeId}.soldOut.${skuId}`]: gone } })
    },
    async giveCoupons(openid, terms, now) {
      const { data } = await db.collection('members').where({ openid }).limit(1).get()
      const memberId = (data as MemberRow[])[0]?._id
      for (const [i, one] of terms.entries()) {
        const coupon = couponOf(String(memberId), one, i, now)
        await db.collection('coupons').add({ data: coupon })
      }
    },
    async setHours(storeId, hours) {
      await shop.update({ data: { [`stores.${storeId}.hours`]: hours } })
    },
  }
}

const couponOf = (memberId: string, terms: Terms, i: number, now: Instant): CouponRow => ({
  _id: `gift:${memberId}:${i}`,
  campaignId: 'gift',
  memberId,
  terms,
  state: 'issued',
  issuedAt: now,
  startsAt: now,
  expiresAt: now + (i + 1) * DAY_MS,
  orderId: null,
  shard: 0,
  reservedFen: 0,
})
