import { MINUTE_MS, type Instant } from '@shared/kernel/time'
import type { OrderRow, PayRoute, PayVia, ShopRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import type { PayRouteOf } from '../../platform/pay-route'
import { readShop } from '../catalogue'
import { orderRepository } from './repository'

type Settings = Pick<ShopRow, 'name' | 'templates' | 'subMchId' | 'pay'>
const KEY = 'orders.settings'
const FRESH_MS = 10 * MINUTE_MS

/**
 * Name, message templates, merchant id and payment route: set at deployment and hardly ever changed, so a warm instance may know them
 * for ten minutes instead of reading them for each message. Hours, switches and prices never come from here.
 */
export async function shopSettings({
  db,
  memory,
  now,
}: Pick<CloudCtx, 'db' | 'memory' | 'now'>): Promise<Settings> {
  const known = memory.get(KEY) as { readonly shop: Settings; readonly at: Instant } | undefined
  if (known && known.at <= now && now < known.at + FRESH_MS) return known.shop
  return rememberShop(await readShop(db), { memory, now })
}

/** Keeps what has just been read anyway. */
export function rememberShop(shop: ShopRow, { memory, now }: Pick<CloudCtx, 'memory' | 'now'>): ShopRow {
  const { name, templates, subMchId, pay } = shop
  memory.set(KEY, { shop: { name, templates, subMchId, pay } satisfies Settings, at: now })
  return shop
}

/** Where payments that are created now live; settings of before there was a choice name no route. */
export const payViaOfShop = ({ subMchId, pay }: Pick<ShopRow, 'subMchId' | 'pay'>) => ({
  subMchId,
  route: (pay as PayRoute | undefined) ?? ({ kind: 'cloudPay' } as const),
})

/** Where an order's payment lives, to be asked about, closed or given back; the shop's way for one that names none. */
export async function payViaOf(
  order: Pick<OrderRow, 'payVia'> | null,
  services: Pick<CloudCtx, 'db' | 'memory' | 'now'>,
): Promise<PayVia> {
  return order?.payVia ?? payViaOfShop(await shopSettings(services))
}

export const payRoute: PayRouteOf = async (services, orderId) => {
  const order = orderId === undefined ? null : await orderRepository(services.db).order(orderId)
  return order?.payVia?.route ?? payViaOfShop(await shopSettings(services)).route
}
