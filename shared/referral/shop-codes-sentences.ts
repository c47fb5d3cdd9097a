import type { CodeOf } from '../kernel/action'
import type { changeShopCode, shopCode, shopCodes } from './shop-codes-contract'

/** What owner and managers read when the cloud says no. */
export const SHOP_CODE_SENTENCES = {
  TARGET_UNKNOWN: '选的商品或优惠现在没有了，换一样试试',
  PICTURE_FAILED: '小程序码没有画出来，请再试一次',
  CODE_NOT_FOUND: '没有找到这个码，刷新看看',
} as const satisfies Record<CodeOf<typeof shopCode | typeof shopCodes | typeof changeShopCode>, string>
