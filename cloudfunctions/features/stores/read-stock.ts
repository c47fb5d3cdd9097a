import { switchedOff, switchedOffOn } from '@shared/catalogue/sold-out'
import type { SkuStock, stock as contract } from '@shared/stores/contract'
import { isRefused, refuse } from '@shared/kernel/refusal'
import { shopDay } from '@shared/kernel/time'
import type { StockRow, StoreRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import type { UseCase } from '../../platform/router'
import { readMenu, readShop } from '../catalogue'
import { requireStaff } from './rights'
import { stockOfDay, untouchedDay } from './stock-repository'

/** A sku's stock today; `row` is the day's document, null while nobody has touched it. */
export function skuStock(store: StoreRow, skuId: string, row: StockRow | null, day: string): SkuStock {
  const soldOut = switchedOff(store.soldOut[skuId], day)
  const daily = store.daily[skuId] ?? null
  if (daily === null) return { skuId, soldOut, daily, today: null }
  const { supply, available: left, held, sold } = row ?? untouchedDay(store, skuId, day)
  return { skuId, soldOut, daily, today: { supply, left, held, sold } }
}

/** What is switched off and what is counted in a store today. Three reads. */
export const readStock: UseCase<typeof contract> = async ({ storeId }, ctx) => {
  const day = shopDay(ctx.now)
  const staff = await requireStaff(storeId, ctx)
  if (isRefused(staff)) return staff
  const [shop, rows] = await Promise.all([readShop(ctx.db), stockOfDay(ctx.db, storeId, day)])
  const store = shop.stores[storeId]
  if (!store) return refuse('FORBIDDEN')
  const byId = new Map(rows.map((row) => [row.skuId, row]))
  const off = switchedOffOn(store.soldOut, day)
  const skus = [...new Set([...off, ...Object.keys(store.daily)])].toSorted()
  return {
    storeId,
    role: staff.role,
    day,
    menuVersion: shop.menuVersion,
    skus: skus.map((skuId) => skuStock(store, skuId, byId.get(skuId) ?? null, day)),
  }
}

/**
 * The store of a sku that the menu has, or that is switched off or counted there; SKU_NOT_FOUND else, so that the shop's
 * document holds nothing made up. One read; another where this instance doesn't know the menu.
 */
export async function storeWithSku(storeId: string, skuId: string, ctx: Ctx) {
  const shop = await readShop(ctx.db)
  const store = shop.stores[storeId]
  if (!store) return refuse('FORBIDDEN')
  if (Object.hasOwn(store.daily, skuId) || Object.hasOwn(store.soldOut, skuId)) return { store }
  const { products } = await readMenu(ctx.db, ctx.memory, shop.menuVersion)
  const known = products.some((product) => product.skus.some((sku) => sku.id === skuId))
  return known ? { store } : refuse('SKU_NOT_FOUND')
}
