import type { Material } from '@shared/promoters/materials-contract'
import { passedOn, useShop } from '@/features/catalogue'
import { SHOP, type Passed } from '@/features/referral'

const productOf = ({ productId }: Material) =>
  useShop.getState().menu?.products.find(({ id }) => id === productId) ?? null

/** What a material is about; a product that has left the menu is no longer named. */
export const aboutOf = (material: Material): string => productOf(material)?.name ?? '全店'

/** A material as a card: its product's, else the shop's, with its own first picture. */
export function passedFrom(material: Material): Passed {
  const [first] = material.pictures
  const product = productOf(material)
  const passed = product === null ? { target: SHOP, title: shopName() } : passedOn(product)
  return first === undefined ? passed : { ...passed, picture: first }
}

const shopName = (): string => useShop.getState().shop?.name ?? '常来的小店'
