import type { wallet, WalletTab } from '@shared/coupons/contract'
import { call } from '@/platform/cloud'

/** The coupons room's only door to the cloud. */
export const api = {
  wallet: (tab: WalletTab) => call<typeof wallet>('coupons.wallet', { tab }),
}
