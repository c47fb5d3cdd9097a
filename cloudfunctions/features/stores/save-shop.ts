import type { saveShop as contract } from '@shared/stores/contract'
import { shopFaults } from '@shared/stores/shop-faults'
import { isRefused, refuse } from '@shared/kernel/refusal'
import type { UseCase } from '../../platform/router'
import { readShop } from '../catalogue'
import { record, requireManager } from '../staff'
import { changedFields, shopForm, withIds } from './forms'
import { settingsRepository } from './repository'
import { shopTexts } from './texts'

/**
 * Saves the shop's form: what changed and its record in one transaction, if nobody saved meanwhile. Coupons carry their
 * own terms and points their own end, so nothing that was given before is touched.
 */
export const saveShop: UseCase<typeof contract> = async ({ version, draft }, ctx) => {
  const rights = await requireManager(ctx)
  if (isRefused(rights)) return rights
  const faults = shopFaults(draft)
  if (faults.length > 0) return refuse('CONTRADICTION', { faults })
  if ((await ctx.texts.check(ctx.openid, shopTexts(draft), 'profile')) === 'rejected')
    return refuse('TEXT_REJECTED')
  return ctx.tx(async (db) => {
    const row = await readShop(db)
    const now = shopForm(row)
    if (now.version !== version) return refuse('CHANGED_MEANWHILE', { form: now })
    const tiers = withIds(draft.loyalty.tiers, row.loyalty.tiers, ctx.newId).items
    const packaging = withIds(draft.packaging, row.packaging, ctx.newId).items
    const next = { ...draft, packaging, loyalty: { ...draft.loyalty, tiers } }
    const { before, after } = changedFields(now.draft, next)
    if (Object.keys(after).length > 0) {
      await settingsRepository(db).saveShop(after)
      await record(db, ctx, { storeId: null, what: 'stores.saveShop', subject: 'shop', before, after })
    }
    return { form: shopForm({ ...row, ...next }) }
  })
}
