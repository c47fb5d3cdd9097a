import type { Product } from '@shared/catalogue/contract'
import type { Passed } from '@/features/referral'
import { useShop } from './store'

/** A product as it is passed on to a friend. */
export function passedOn({ id, name, picture }: Product): Passed {
  const shop = useShop.getState().shop?.name
  return {
    target: { kind: 'product', productId: id },
    productId: id,
    title: shop === undefined ? name : `${name}，${shop}`,
    picture,
  }
}
