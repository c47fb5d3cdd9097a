import type { Menu, Shop, Store } from '@shared/catalogue/contract'
import { Defect } from '@shared/kernel/refusal'
import { shopDay, type Instant } from '@shared/kernel/time'
import { largestCostFen } from '@shared/coupons/benefit'
import { couponsLeft } from '@shared/coupons/budget'
import { isRunning } from '@shared/coupons/welcome'
import type { BudgetRow, CampaignRow, MenuRow, ShopRow, StockRow, StoreRow } from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import { gte } from '../../platform/query'

/** The shop as it is now, plain: one read. For a use case that needs prices, hours, switches. */
export async function readShop(db: TxDb): Promise<ShopRow> {
  const shop = await db.table<ShopRow>('settings').get('shop')
  if (!shop) throw new Defect('settings/shop is missing: the shop was never set up')
  return shop
}

/** What the first screen needs of the shop. `usedUp` holds the stock ids of counted skus of which nothing is left. */
export type ShopNow = {
  readonly shop: ShopRow
  /** null too when nothing is left of it. */
  readonly welcome: CampaignRow | null
  readonly usedUp: ReadonlySet<string>
}
const MOST_USED_UP = 500

/** The shop with the campaign that welcomes new members, its budget, and the counted stock that ran out: also one read. */
export async function readShopNow(db: Db, now: Instant): Promise<ShopNow> {
  const found = await db
    .table<ShopRow>('settings')
    .lookup<{ welcome: CampaignRow; budget: BudgetRow; usedUp: StockRow }>('shop', {
      welcome: { from: 'campaigns', localField: 'welcomeCampaignId', foreignField: '_id', limit: 1 },
      budget: { from: 'budgets', localField: 'welcomeCampaignId', foreignField: 'campaignId', limit: 16 },
      usedUp: {
        from: 'stock',
        foreignField: 'emptyOf',
        keep: { day: gte(shopDay(now)) },
        limit: MOST_USED_UP,
      },
    })
  if (!found) throw new Defect('settings/shop is missing: the shop was never set up')
  const { welcome, budget, usedUp } = found.joined
  return {
    shop: found.doc,
    welcome: stillGiven(welcome.rows[0], budget.rows),
    usedUp: new Set(usedUp.rows.map((row) => row._id)),
  }
}

function stillGiven(welcome: CampaignRow | undefined, budget: readonly BudgetRow[]): CampaignRow | null {
  if (!welcome) return null
  return couponsLeft(budget, largestCostFen(welcome.terms.benefit)) === 0 ? null : welcome
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

/** A counted sku's document of one day: what is left of it in this store. */
export const stockId = (storeId: string, skuId: string, day: string): string => `${storeId}:${skuId}:${day}`

/** A store as contracts know it. */
function storeOf({ order: _order, soldOut, ...store }: StoreRow): Store {
  return { ...store, stopped: Object.keys(soldOut).filter((sku) => soldOut[sku] === true) }
}

/** The stores in the shop's order. */
function storesOf(shop: ShopRow): Store[] {
  return Object.values(shop.stores)
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .map(storeOf)
}

/** The shop as the phone sees it. */
export function shopView(shop: ShopRow, welcome: CampaignRow | null, now: Instant): Shop {
  return {
    name: shop.name,
    notice: shop.notice,
    menuVersion: shop.menuVersion,
    stores: storesOf(shop),
    packaging: [...shop.packaging],
    templates: Object.fromEntries(Object.entries(shop.templates).map(([name, { id }]) => [name, id])),
    welcome: welcome !== null && isRunning(welcome, now) ? welcome.terms : null,
    loyalty: shop.loyalty,
    promoting: shop.programme !== undefined,
  }
}
