import type { settings as contract } from '@shared/stores/contract'
import { isRefused } from '@shared/kernel/refusal'
import type { UseCase } from '../../platform/router'
import { readShop } from '../catalogue'
import { shopForm, storeForm } from './forms'
import { managedStores } from './rights'

/** The forms of the shop and of the stores where the caller is owner or manager. Two reads. */
export const readSettings: UseCase<typeof contract> = async (_input, ctx) => {
  const rights = await managedStores(ctx)
  if (isRefused(rights)) return rights
  const shop = await readShop(ctx.db)
  const stores = Object.values(shop.stores)
    .toSorted((a, b) => a.order - b.order)
    .flatMap((row) => {
      const role = rights.stores.get(row.id)
      return role === undefined ? [] : [storeForm(row, role)]
    })
  return { shop: shopForm(shop), stores }
}
