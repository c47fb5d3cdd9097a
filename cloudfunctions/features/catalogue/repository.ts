import type { Menu, Shop, Store } from '@shared/catalogue/contract'
import { Defect } from '@shared/kernel/refusal'
import type { Instant } from '@shared/kernel/time'
import { isRunning } from '@shared/coupons/welcome'
import type { CampaignRow, MenuRow, ShopRow, StockRow, StoreRow } from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import { oneOf } from '../../platform/query'

/** The shop as it is now, plain: one read. For a use case that needs prices, hours, switches. */
export async function readShop(db: TxDb): Promise<ShopRow> {
  const shop = await db.table<ShopRow>('settings').get('shop')
  if (!shop) throw new Defect('settings/shop is missing: the shop was never set up')
  return shop
}

/** The shop with the campaign that welcomes new members: also one read. */
export async function readShopAndWelcome(
  db: Db,
): Promise<{ readonly shop: ShopRow; readonly welcome: CampaignRow | null }> {
  const found = await db.table<ShopRow>('settings').lookup<CampaignRow>('shop', {
    from: 'campaigns',
    localField: 'welcomeCampaignId',
    foreignField: '_id',
    limit: 1,
  })
  if (!found) throw new Defect('settings/shop is missing: the shop was never set up')
  return { shop: found.doc, welcome: found.joined[0] ?? null }
}

/** Stops or resumes a store's taking orders; one field, so that no other change is overwritten. */
export const pauseStore = (db: TxDb, storeId: string, paused: boolean): Promise<void> =>
  db.table<ShopRow>('settings').update('shop', { [`stores.${storeId}.paused`]: paused })

const MENU = 'catalogue.menu'

/**
 * The menu of this version; a read only when the warm instance does not hold it. Should a newer menu have been written
 * meanwhile, that one comes: it carries its own version.
 */
export async function readMenu(db: TxDb, memory: Map<string, unknown>, version: number): Promise<Menu> {
  const held = memory.get(MENU) as Menu | undefined
  if (held?.version === version) return held
  const row = await db.table<MenuRow>('catalogue').get('menu')
  if (!row) throw new Defect('catalogue/menu is missing: the shop was never set up')
  const menu: Menu = { version: row.version, categories: [...row.categories], products: [...row.products] }
  memory.set(MENU, menu)
  return menu
}

/** A limited sku's document: what is left of it in this store. */
export const stockId = (storeId: string, skuId: string): string => `${storeId}:${skuId}`

/** Units left of each limited sku, by stock id. One read, none when nothing is limited. */
export async function readLeft(db: Db, stores: readonly Store[]): Promise<ReadonlyMap<string, number>> {
  const ids = stores.flatMap((store) => store.limited.map((sku) => stockId(store.id, sku)))
  if (ids.length === 0) return new Map()
  const rows = await db
    .table<StockRow>('stock')
    .find({ where: { _id: oneOf(ids) }, limit: Math.min(1000, ids.length) })
  return new Map(rows.map((row) => [row._id, row.available]))
}

/** A store as contracts know it. */
function storeOf({ order: _order, soldOut, ...store }: StoreRow): Store {
  return { ...store, soldOut: Object.keys(soldOut).filter((sku) => soldOut[sku]) }
}

/** The stores in the shop's order. */
function storesOf(shop: ShopRow): Store[] {
  return Object.values(shop.stores)
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .map(storeOf)
}

/** The shop as the phone sees it. */
export function shopView(shop: ShopRow, welcome: CampaignRow | null, now: Instant): Shop {
  const { title, offFen, thresholdFen } = welcome?.terms ?? {}
  const running = welcome !== null && isRunning(welcome, now)
  return {
    name: shop.name,
    notice: shop.notice,
    menuVersion: shop.menuVersion,
    stores: storesOf(shop),
    packaging: [...shop.packaging],
    templates: Object.fromEntries(Object.entries(shop.templates).map(([name, { id }]) => [name, id])),
    welcome:
      running && title !== undefined && offFen !== undefined && thresholdFen !== undefined
        ? { title, offFen, thresholdFen }
        : null,
  }
}
