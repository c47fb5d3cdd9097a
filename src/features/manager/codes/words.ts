import type { ShopCodeView } from '@shared/referral/shop-codes-contract'

/** As the contract has it, which brings its validator along. */
export const LABEL_MAX = 20

/** Where a code leads, as its owner reads it. */
export function targetWords({ target, targetName }: Pick<ShopCodeView, 'target' | 'targetName'>): string {
  if (target === 'shop') return '店铺首页'
  return target === 'product' ? `商品「${targetName}」` : `优惠「${targetName}」`
}
