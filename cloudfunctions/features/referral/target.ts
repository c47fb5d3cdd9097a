import type { WantedTarget } from '@shared/referral/contract'
import { refuse } from '@shared/kernel/refusal'
import type { ChannelTarget } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import { readMenu } from '../catalogue'
import { passedOn } from '../coupons'

/** What other rooms know of a target; given at mounting, because they know this room and not the other way round. */
export type TargetFacts = {
  /** What the caller's own order was about: the product of its first line; null for anybody else's. */
  readonly productOfOrder: (db: TxDb, orderId: string, memberId: string) => Promise<string | null>
}

/** What makes a target one, for the code that is derived of it. */
export function targetId(target: WantedTarget): string {
  if (target.kind === 'product') return target.productId
  if (target.kind === 'campaign') return target.campaignId
  return target.kind === 'order' ? target.orderId : ''
}

/**
 * Looks up what the wanted target is; TARGET_UNKNOWN for what is not there, or not the caller's to pass on. A product
 * costs a read where this instance doesn't hold the menu, a campaign and an order one each.
 */
export async function resolveTarget(
  wanted: WantedTarget,
  { menuVersion, byShop }: { readonly menuVersion: number; readonly byShop: boolean },
  ctx: Ctx,
  facts: TargetFacts,
) {
  const found = await lookUp(wanted, { menuVersion, byShop }, ctx, facts)
  return found ?? refuse('TARGET_UNKNOWN')
}

/** What a code leads to, and what that is called; '' for what has no name of its own. */
type Resolved = { readonly target: ChannelTarget; readonly name: string }

async function lookUp(
  wanted: WantedTarget,
  { menuVersion, byShop }: { readonly menuVersion: number; readonly byShop: boolean },
  { db, memory, memberId }: Ctx,
  { productOfOrder }: TargetFacts,
): Promise<Resolved | null> {
  switch (wanted.kind) {
    case 'shop':
      return { target: wanted, name: '' }
    case 'product': {
      const { products } = await readMenu(db, memory, menuVersion)
      const product = products.find(({ id }) => id === wanted.productId)
      return product ? { target: wanted, name: product.name } : null
    }
    case 'campaign': {
      const campaign = await passedOn(db, wanted.campaignId, byShop)
      if (!campaign) return null
      const { claimCode, title } = campaign
      return { target: { ...wanted, claimCode }, name: title }
    }
    case 'order': {
      const productId = await productOfOrder(db, wanted.orderId, memberId)
      return productId === null ? null : { target: { ...wanted, productId }, name: '' }
    }
  }
}
