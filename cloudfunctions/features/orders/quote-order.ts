import type { quote } from '@shared/orders/contract'
import { isRefused } from '@shared/kernel/refusal'
import { price } from '@shared/pricing/price'
import type { Ctx } from '../../platform/ctx'
import type { UseCase } from '../../platform/router'
import { couponView } from '../coupons'
import type { Buyer } from '../members'
import type { Basket } from './basket'
import type { BasketInput } from './fulfil'
import { readyBasket } from './ready-basket'

/** Prices a basket for the caller: one read for a member (two for others), and those of `readyBasket`. */
export const quoteOrder: UseCase<typeof quote> = (input, ctx) => quoteBasket(input, input.coupons, ctx)

export async function quoteBasket(input: BasketInput, choice: 'best' | readonly string[], ctx: Ctx) {
  const ready = await readyBasket(input, ctx)
  if (isRefused(ready)) return ready
  const coupons = ready.buyer.coupons.map(couponView)
  return price({ ...priceFacts(ready, input, ctx), coupons, choice })
}

/** What a price depends upon but for the coupons. */
export function priceFacts(
  { basket, buyer }: { readonly basket: Basket; readonly buyer: Buyer },
  input: BasketInput,
  ctx: Ctx,
) {
  const { lines, packaging, deliveryFen } = basket
  return {
    lines,
    packaging,
    deliveryFen,
    storeId: basket.store.id,
    way: input.way,
    account: buyer.account,
    loyalty: buyer.shop.loyalty,
    usePoints: input.usePoints,
    now: ctx.now,
  }
}
