import { create } from 'zustand'
import type { CouponView, WalletTab } from '@shared/coupons/contract'
import { sentence } from '@/platform/refusals'
import { api } from './api'

/** What a tab of the wallet shows. While it loads again, the coupons that were there stay. */
export type Shelf = {
  readonly status: 'loading' | 'ready' | 'failed'
  readonly coupons: readonly CouponView[] | null
  readonly failed: { readonly sentence: string; readonly requestId: string } | null
}

const UNSEEN: Shelf = { status: 'loading', coupons: null, failed: null }
type State = Readonly<Record<WalletTab, Shelf>>

export const useWallet = create<State>(() => ({ usable: UNSEEN, used: UNSEEN, expired: UNSEEN }))

// Replies may overtake each other: only the answer to a tab's last question counts.
const asked: Record<WalletTab, number> = { usable: 0, used: 0, expired: 0 }

/** Reads one tab. */
export async function loadWallet(tab: WalletTab): Promise<void> {
  const mine = ++asked[tab]
  const put = (shelf: Shelf) => useWallet.setState({ [tab]: shelf })
  const { coupons } = useWallet.getState()[tab]
  put({ status: 'loading', coupons, failed: null })
  const answer = await api.wallet(tab)
  if (asked[tab] !== mine) return
  if (answer.ok) return put({ status: 'ready', coupons: answer.data.coupons, failed: null })
  put({ status: 'failed', coupons, failed: { sentence: sentence(answer), requestId: answer.requestId } })
}
