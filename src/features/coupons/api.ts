import type { InputOf } from '@shared/kernel/action'
import type { claim, offers, redeemCode, wallet, WalletTab } from '@shared/coupons/contract'
import { call } from '@/platform/cloud'

/** The coupons room's only door to the cloud. */
export const api = {
  wallet: (tab: WalletTab) => call<typeof wallet>('coupons.wallet', { tab }),
  offers: () => call<typeof offers>('coupons.offers', {}),
  claim: (input: InputOf<typeof claim>) => call<typeof claim>('coupons.claim', input),
  redeemCode: (code: string, key: string) => call<typeof redeemCode>('coupons.redeemCode', { code, key }),
}
