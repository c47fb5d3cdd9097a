import type { InputOf } from '@shared/kernel/action'
import type { Instant } from '@shared/kernel/time'
import type { changeShopCode, shopCode, shopCodes } from '@shared/referral/shop-codes-contract'
import { call } from '@/platform/cloud'

/** The door of the shop's own codes to the cloud. */
export const api = {
  list: (before: Instant | null) => call<typeof shopCodes>('referral.shopCodes', { before }),
  make: (input: InputOf<typeof shopCode>) => call<typeof shopCode>('referral.shopCode', input),
  change: (input: InputOf<typeof changeShopCode>) =>
    call<typeof changeShopCode>('referral.changeShopCode', input),
}
