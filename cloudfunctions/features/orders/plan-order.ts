import type { InputOf } from '@shared/kernel/action'
import { isRefused, refuse } from '@shared/kernel/refusal'
import type { place } from '@shared/orders/contract'
import { MARKETING_TEMPLATES } from '@shared/reach/kinds'
import type { ShopRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import { tableOf } from './basket'
import { readyBasket } from './ready-basket'

type Input = InputOf<typeof place>
/** What is known of an order before anything is taken for it, or why it can't be placed. */
export type Planned = Awaited<ReturnType<typeof planOrder>>
/** An order as its input, the shop and the buyer of this moment make it; price and holds are settled in the transaction. */
export type Plan = Exclude<Planned, { readonly refused: string }>

/** Everything about an order that can be known, and refused, without taking anything. */
export async function planOrder(input: Input, id: string, ctx: Ctx) {
  const ready = await readyBasket(input, ctx)
  if (isRefused(ready)) return ready
  const seat = tableOf(ready.basket.store, input.way, input.table)
  if (isRefused(seat)) return seat
  const opinion = await ctx.texts.check(ctx.openid, input.note, 'comment')
  if (opinion === 'rejected') return refuse('NOTE_REJECTED')
  return { ...ready, id, table: seat.table, consents: consentsOf(input, ready.buyer.shop) }
}

/** This order's own notices: only templates that the shop has, and only a plain yes. */
function consentsOf(input: Input, shop: ShopRow): Record<string, boolean> {
  const names = Object.keys(shop.templates)
    .filter((name) => !MARKETING_TEMPLATES.includes(name))
    .filter((name) => input.consents[name] === 'accept')
  return Object.fromEntries(names.map((name) => [name, true]))
}
