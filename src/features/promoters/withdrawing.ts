import { create } from 'zustand'
import { yuan, type Fen } from '@shared/kernel/money'
import { isRefused } from '@shared/kernel/refusal'
import type { PayoutWay } from '@shared/promoters/contract'
import { payoutPlan, type Wish } from '@shared/promoters/payout'
import { PROMOTER_SENTENCES } from '@shared/promoters/sentences'
import { newKey } from '@/platform/ids'
import { sentence } from '@/platform/refusals'
import { api } from './api'
import { confirmWith } from './confirming'
import { loadMine, takePayout, type Mine } from './store'

type State = {
  /** A payout of which no answer was heard: tried again under its own key it is the same one. */
  readonly unheard: { readonly wish: Wish; readonly key: string } | null
  /** The number of the one that was made, until the page is left. */
  readonly done: string | null
}
export const useWithdrawing = create<State>(() => ({ unheard: null, done: null }))
const { getState: get, setState: put } = useWithdrawing

const UNCERTAIN = ['OFFLINE', 'BUSY', 'INTERNAL']
let busy = false

/**
 * Null, or a sentence for the person. Then `done` is the payout that was made, `unheard` one of which nobody knows; with
 * neither nothing was withdrawn. A transfer is confirmed on the same tap.
 */
export async function withdraw(wish: Wish): Promise<string | null> {
  if (busy) return null
  busy = true
  const attempt = get().unheard ?? { wish, key: newKey() }
  const answer = await api.withdraw(attempt.wish, attempt.key)
  busy = false
  if (answer.ok) {
    const { withdrawal, confirmation } = answer.data
    takePayout(answer.data)
    put({ unheard: null, done: withdrawal.no })
    return confirmation && confirmWith(withdrawal.no, confirmation)
  }
  if (UNCERTAIN.includes(answer.code)) {
    put({ unheard: attempt })
    return null
  }
  put({ unheard: null })
  void loadMine()
  return sentence(answer, PROMOTER_SENTENCES)
}

/** The page begins anew; a payout of which nothing was heard is still asked for. */
export const putDoneAway = (): void => put({ done: null })

/** The most that can be withdrawn at once just now. */
export const mostNow = ({ account, leftTodayFen, offer }: Mine, way: PayoutWay): Fen =>
  Math.min(account?.availableFen ?? 0, leftTodayFen, way === 'transfer' ? offer.transferMaxFen : Infinity)

/** Why a payout is not to be had as it is wished, by the cloud's own rules; null: it is. */
export function hindrance(wish: Wish, { offer, account, leftTodayFen }: Mine): string | null {
  if (!Number.isSafeInteger(wish.fen)) return '最多写到分，两位小数'
  const plan = payoutPlan(offer, wish)
  if (isRefused(plan)) {
    if (plan.refused === 'BELOW_MINIMUM') return `最低提现 ¥${yuan(plan.details.minimumFen)}`
    if (plan.refused === 'OVER_TRANSFER') return `微信转账一次最多 ¥${yuan(plan.details.transferMaxFen)}`
    return PROMOTER_SENTENCES[plan.refused]
  }
  const availableFen = account?.availableFen ?? 0
  if (wish.fen > leftTodayFen)
    return leftTodayFen === 0 ? '今天的额度用完了，明天再来' : `今天还能提 ¥${yuan(leftTodayFen)}`
  return wish.fen > availableFen ? `可提现的只有 ¥${yuan(availableFen)}` : null
}

/** What a payout that can be had leads to: the owner's approval, points, a coupon. */
export const outcomeOf = (wish: Wish, { offer }: Mine) => {
  const plan = payoutPlan(offer, wish)
  return isRefused(plan) ? null : plan
}
