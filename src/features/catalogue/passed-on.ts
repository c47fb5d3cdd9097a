import type { Product } from '@shared/catalogue/contract'
import { useShop } from './store'

/** A product as it is passed on to a friend: what the referral room takes, which knows this one. */
export function passedOn({ id, name, picture }: Product) {
  const shop = useShop.getState().shop?.name
  return {
    target: { kind: 'product' as const, productId: id },
    productId: id,
    title: shop === undefined ? name : `${name}，${shop}`,
    picture,
  }
}
