import type { CouponRow } from '../../../cloudfunctions/database/rows'
import { memberIdOf } from '../../../cloudfunctions/platform/identity'
import type { Benefit, Terms } from '@shared/coupons/contract'
import { DAY_MS, type Instant } from '@shared/kernel/time'
import { DEMO_MEMBER_KEY } from '../../../local-cloud/services/functions/environment'
import { LOCAL_ENVIRONMENT, sdkIn } from '../../conformance/sdk'
import type { Db } from '../../conformance/suite'

/** A coupon as the owner thinks of it; all goods, every store, a week. */
export type Gift = {
  readonly title: string
  readonly benefit: Benefit
  readonly limits?: Partial<Terms>
}

const ANYWHERE = { storeIds: [], ways: [], days: [], hours: [] }
const ALL_GOODS = { categoryIds: [], productIds: [], skuIds: [] }
let given = 0

/** Puts coupons into a member's wallet, as a campaign of the owner would, from outside the app. */
export async function giveCoupons(
  cloudUrl: string,
  openid: string,
  gifts: readonly Gift[],
  now: Instant,
): Promise<void> {
  const context = { TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${cloudUrl}/admin` }) }
  const db = sdkIn({ ...LOCAL_ENVIRONMENT, ...context }, LOCAL_ENVIRONMENT.TCB_ENV).database() as Db
  const memberId = memberIdOf(openid, DEMO_MEMBER_KEY)
  for (const { title, benefit, limits } of gifts) {
    const row: CouponRow = {
      _id: `present:${memberId}:${++given}`,
      campaignId: 'gift',
      memberId,
      terms: { benefit, title, source: '门店活动', scope: ALL_GOODS, ...ANYWHERE, ...limits },
      state: 'issued',
      issuedAt: now,
      startsAt: now,
      expiresAt: now + 7 * DAY_MS,
      orderId: null,
      shard: 0,
      reservedFen: 0,
    }
    await db.collection('coupons').add({ data: row })
  }
}
