import type { saveStore as contract } from '@shared/stores/contract'
import { storeFaults, tidyStore } from '@shared/stores/store-faults'
import { isRefused, refuse } from '@shared/kernel/refusal'
import { shopDay } from '@shared/kernel/time'
import type { StoreRow } from '../../database/rows'
import type { UseCase } from '../../platform/router'
import { readShop } from '../catalogue'
import { record } from '../staff'
import { changedFields, preorderWithIds, storeForm } from './forms'
import { copyToCounter, settingsRepository } from './repository'
import { requireManagerOf } from './rights'
import { storeTexts } from './texts'

/**
 * Saves a store's form: what changed, the counter's copies and the record in one transaction, if nobody saved meanwhile.
 * The switches (paused, sold out) and the stock are no part of it.
 */
export const saveStore: UseCase<typeof contract> = async ({ storeId, version, draft }, ctx) => {
  const rights = await requireManagerOf(storeId, ctx)
  if (isRefused(rights)) return rights
  const tidy = tidyStore(draft, shopDay(ctx.now))
  const faults = storeFaults(tidy)
  if (faults.length > 0) return refuse('CONTRADICTION', { faults })
  if ((await ctx.texts.check(ctx.openid, storeTexts(tidy), 'profile')) === 'rejected')
    return refuse('TEXT_REJECTED')
  return ctx.tx(async (db) => {
    const row = (await readShop(db)).stores[storeId]
    if (!row) return refuse('FORBIDDEN')
    const now = storeForm(row, rights.role)
    if (now.version !== version) return refuse('CHANGED_MEANWHILE', { form: now })
    const preorder = preorderWithIds(tidy.preorder, row.preorder, ctx.newId)
    const next: StoreRow = { ...row, ...tidy, preorder }
    const { before, after } = changedFields(now.draft, { ...tidy, preorder })
    if (Object.keys(after).length > 0) {
      await settingsRepository(db).saveStore(storeId, after)
      await copyToCounter(db, storeId, { storeName: next.name, paused: next.paused })
      await record(db, ctx, { storeId, what: 'stores.save', subject: storeId, before, after })
    }
    return { form: storeForm(next, rights.role) }
  })
}
