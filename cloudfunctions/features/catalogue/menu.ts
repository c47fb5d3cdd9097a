import type { Menu, menu as contract, Shop } from '@shared/catalogue/contract'
import { soldOutOf } from '@shared/catalogue/sold-out'
import { shopDay } from '@shared/kernel/time'
import type { CloudCtx } from '../../platform/ctx'
import type { UseCase } from '../../platform/router'
import { readMenu, readShopNow, shopView, stockId } from './repository'

/** What the phone shows of the shop: as a part of `home.open`, and alone. */
export type Storefront = {
  readonly shop: Shop
  readonly menu: Menu | null
  readonly soldOut: Record<string, string[]>
}

/** One read for a phone that knows the menu; one more where neither the phone nor this instance has this version of it. */
export async function storefront(
  known: number | null,
  ctx: Pick<CloudCtx, 'db' | 'memory' | 'now'>,
): Promise<Storefront> {
  const { shop: row, welcome, usedUp } = await readShopNow(ctx.db, ctx.now)
  const shop = shopView(row, welcome, ctx.now)
  const menu = known === shop.menuVersion ? null : await readMenu(ctx.db, ctx.memory, shop.menuVersion)
  const day = shopDay(ctx.now)
  const soldOut = Object.fromEntries(
    Object.values(row.stores).map((store) => [
      store.id,
      soldOutOf(store, day, (sku) => usedUp.has(stockId(store.id, sku, day))),
    ]),
  )
  return { shop, menu, soldOut }
}

/** The shop always, the menu when it is not the one that the phone has. */
export const menu: UseCase<typeof contract> = ({ known }, ctx) => storefront(known, ctx)
