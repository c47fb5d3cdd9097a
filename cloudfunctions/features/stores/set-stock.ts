import type { setStock as contract } from '@shared/stores/contract'
import { withLeft } from '@shared/stores/day-stock'
import { isRefused, refuse } from '@shared/kernel/refusal'
import { shopDay } from '@shared/kernel/time'
import type { UseCase } from '../../platform/router'
import { readShop } from '../catalogue'
import { skuStock } from './read-stock'
import { requireStaff } from './rights'
import { dayStockRepository, untouchedDay } from './stock-repository'

/**
 * What is left today, read and written in one transaction: a sale that comes in between makes it run again on what that
 * sale left behind, so the sale is not lost and the number is what is left after it (law 6).
 */
export const setStock: UseCase<typeof contract> = async ({ storeId, skuId, left }, ctx) => {
  const staff = await requireStaff(storeId, ctx)
  if (isRefused(staff)) return staff
  const day = shopDay(ctx.now)
  const set = await ctx.tx(async (db) => {
    const store = (await readShop(db)).stores[storeId]
    if (!store || !Object.hasOwn(store.daily, skuId)) return refuse('NOT_COUNTED')
    const days = dayStockRepository(db)
    const row = await days.row(storeId, skuId, day)
    const next = withLeft(row ?? untouchedDay(store, skuId, day), left)
    await (row === null ? days.add(next) : days.setLeft(next))
    return { sku: skuStock(store, skuId, next, day) }
  })
  if (!isRefused(set)) ctx.log('info', 'stores.stock', { storeId, skuId, left, by: ctx.memberId })
  return set
}
