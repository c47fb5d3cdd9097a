import type { quote } from '@shared/orders/contract'
import { isRefused, refuse } from '@shared/kernel/refusal'
import { shopDay } from '@shared/kernel/time'
import { price } from '@shared/pricing/price'
import type { ShopRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import type { UseCase } from '../../platform/router'
import { readMenu, readShop } from '../catalogue'
import { couponView, walletOf } from '../coupons'
import { checkBasket, shortOf, soldOut, type BasketInput } from './basket'
import { stockLeft } from './stock-repository'
import { rememberShop } from './shop-settings'

/** Prices a basket with the member's coupons. Reads the shop and the coupons, and the stock if any of it is counted. */
export const quoteOrder: UseCase<typeof quote> = (input, ctx) => quoteBasket(input, input.coupons, ctx)

export async function quoteBasket(input: BasketInput, choice: 'best' | readonly string[], ctx: Ctx) {
  const [ready, rows] = await Promise.all([
    readyBasket(input, ctx),
    walletOf(ctx.db, ctx.memberId, 'usable', ctx.now),
  ])
  if (isRefused(ready)) return ready
  const { lines, packaging } = ready.basket
  return price({ ...priceFacts(ready, input, ctx), lines, coupons: rows.map(couponView), choice, packaging })
}

/** What a price depends upon beyond the goods, the coupons and the packaging. */
export const priceFacts = ({ shop }: { readonly shop: ShopRow }, input: BasketInput, ctx: Ctx) => ({
  deliveryFen: 0,
  storeId: input.storeId,
  way: input.way,
  account: null,
  loyalty: shop.loyalty,
  usePoints: false,
  now: ctx.now,
})

/** A basket that can be made now, stock included: what fails, fails before any transaction is begun. */
export async function readyBasket(input: BasketInput, ctx: Ctx) {
  const shop = rememberShop(await readShop(ctx.db), ctx)
  const menu = await readMenu(ctx.db, ctx.memory, shop.menuVersion)
  const checked = checkBasket(shop, menu, input, ctx.now)
  if (isRefused(checked)) return checked
  const { basket } = checked
  const left = await stockLeft(ctx.db, basket.store, shopDay(ctx.now), Object.keys(basket.counted))
  const short = shortOf(basket, left)
  if (short.size > 0) return soldOut(basket.lines, short)
  return { basket, shop }
}

/** The table that the customer sits at: only where they eat in, and only one that the store has. */
export function tableOf(store: { readonly tables: readonly string[] }, way: string, table: string | null) {
  if (way !== 'dineIn' || table === null) return { table: null }
  return store.tables.includes(table) ? { table } : refuse('TABLE_UNKNOWN')
}
