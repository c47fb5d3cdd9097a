import type { setSoldOut as contract } from '@shared/stores/contract'
import { isRefused } from '@shared/kernel/refusal'
import { shopDay } from '@shared/kernel/time'
import type { UseCase } from '../../platform/router'
import { skuStock, storeWithSku } from './read-stock'
import { settingsRepository } from './repository'
import { requireStaff } from './rights'
import { dayStockRepository } from './stock-repository'

/** Switches a sku off, today or for longer, or back on: one field of the shop, which every order reads before it is placed. */
export const setSoldOut: UseCase<typeof contract> = async ({ storeId, skuId, soldOut }, ctx) => {
  const staff = await requireStaff(storeId, ctx)
  if (isRefused(staff)) return staff
  const found = await storeWithSku(storeId, skuId, ctx)
  if (isRefused(found)) return found
  const { store } = found
  const day = shopDay(ctx.now)
  const mark = soldOut === 'today' ? day : soldOut === 'lasting' ? true : null
  await settingsRepository(ctx.db).setSoldOut(storeId, skuId, mark)
  ctx.log('info', 'stores.soldOut', { storeId, skuId, soldOut, by: ctx.memberId })
  const counted = Object.hasOwn(store.daily, skuId)
  const row = counted ? await dayStockRepository(ctx.db).row(storeId, skuId, day) : null
  return { sku: skuStock({ ...store, soldOut: { [skuId]: mark ?? false } }, skuId, row, day) }
}
