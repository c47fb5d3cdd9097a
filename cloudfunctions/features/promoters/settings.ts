import type * as contract from '@shared/promoters/office-contract'
import { isRefused, refuse } from '@shared/kernel/refusal'
import type { Programme } from '@shared/promoters/contract'
import { programmeOf } from '@shared/promoters/programme'
import { programmeFaults, type ProgrammeFacts } from '@shared/promoters/programme-faults'
import type { ShopRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import { derivedId } from '../../platform/identity'
import type { UseCase } from '../../platform/router'
import { readMenu, readShop } from '../catalogue'
import { givenCampaigns } from '../coupons'
import { record, requireManager } from '../staff'
import { saveProgramme } from './repository'
import { requireOwner } from './rights'

/** The mark differs wherever what is there now differs from what the form was opened on. */
const formOf = (programme: Programme, { transfers }: Pick<Ctx, 'transfers'>) => ({
  form: { programme, version: versionOf(programme), canTransfer: transfers !== null },
})
const versionOf = (programme: Programme): string => derivedId('v', JSON.stringify(programme))

export const readSettings: UseCase<typeof contract.settings> = async (_input, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  const [shop, titles] = await Promise.all([readShop(ctx.db), givenCampaigns(ctx.db, ctx.now)])
  return {
    ...formOf(programmeOf(shop), ctx),
    coupons: Object.entries(titles).map(([campaignId, title]) => ({ campaignId, title })),
    isOwner: manager.role === 'owner',
  }
}

/** Orders that are placed already keep their rates, payouts under way what they are; new terms have to be accepted anew. */
export const saveSettings: UseCase<typeof contract.saveSettings> = async ({ version, draft }, ctx) => {
  const owner = await requireOwner(ctx)
  if (isRefused(owner)) return owner
  const facts = await factsOf(await readShop(ctx.db), ctx)
  const faults = programmeFaults(draft, facts)
  if (faults.length > 0) return refuse('CONTRADICTION', { faults })
  if ((await ctx.texts.check(ctx.openid, draft.terms, 'profile')) === 'rejected')
    return refuse('TEXT_REJECTED')
  return ctx.tx(async (db) => {
    const before = programmeOf(await readShop(db))
    if (versionOf(before) !== version) return refuse('CHANGED_MEANWHILE', formOf(before, ctx))
    const after: Programme = {
      ...draft,
      coupons: draft.coupons.map((one) => ({ ...one, title: facts.couponTitles[one.campaignId] ?? '' })),
      termsVersion: before.termsVersion + (draft.terms === before.terms ? 0 : 1),
    }
    await saveProgramme(db, after)
    const deed = { storeId: null, what: 'promoters.saveSettings', subject: 'shop' }
    await record(db, ctx, { ...deed, before, after })
    return formOf(after, ctx)
  })
}

async function factsOf(shop: ShopRow, { db, memory, now, transfers }: Ctx): Promise<ProgrammeFacts> {
  const menu = await readMenu(db, memory, shop.menuVersion)
  return {
    categoryIds: menu.categories.map(({ id }) => id),
    productIds: menu.products.map(({ id }) => id),
    pointFen: shop.loyalty.pointFen,
    canTransfer: transfers !== null,
    couponTitles: await givenCampaigns(db, now),
  }
}
