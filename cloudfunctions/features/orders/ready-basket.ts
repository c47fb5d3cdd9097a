import { isRefused, refuse } from '@shared/kernel/refusal'
import type { Ctx } from '../../platform/ctx'
import { readMenu } from '../catalogue'
import { readBuyer } from '../members'
import { checkBasket, shortOf, soldOut, type Basket } from './basket'
import type { BasketInput } from './fulfil'
import { rememberShop } from './shop-settings'
import { leftOf, slotRepository } from './slot-repository'
import { stockLeft } from './stock-repository'

/**
 * A basket that can be made now, stock and slot included, with who buys it: what fails, fails before anything is read
 * or written in a transaction. Reads the buyer with the shop (decision 0004), the stock if any of it is counted, the
 * slot if one is booked.
 */
export async function readyBasket(input: BasketInput, ctx: Ctx) {
  const buyer = await readBuyer(ctx.db, ctx.memberId, ctx.now, { withBook: input.way === 'delivery' })
  const { menuVersion } = rememberShop(buyer.shop, ctx)
  const menu = await readMenu(ctx.db, ctx.memory, menuVersion)
  const checked = checkBasket(buyer, menu, input, ctx.now)
  if (isRefused(checked)) return checked
  const { basket } = checked
  const lacking = await lackingOf(basket, ctx)
  return lacking ?? { basket, buyer }
}

/** SOLD_OUT or SLOT_FULL, or null when there is enough of everything. */
async function lackingOf(basket: Basket, { db }: Ctx) {
  const { store, slot, units } = basket
  const [left, slotRow] = await Promise.all([
    stockLeft(db, store, basket.day, Object.keys(basket.counted)),
    slot && slotRepository(db).row(store.id, slot),
  ])
  const short = shortOf(basket, left)
  if (short.size > 0) return soldOut(basket.lines, short)
  if (slot && leftOf(slot, slotRow) < units) return refuse('SLOT_FULL', { left: leftOf(slot, slotRow) })
  return null
}
