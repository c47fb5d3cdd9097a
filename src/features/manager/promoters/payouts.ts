import { create } from 'zustand'
import type { WithdrawalState } from '@shared/promoters/contract'
import type { PayoutCard } from '@shared/promoters/office-contract'
import { OFFICE_SENTENCES } from '@shared/promoters/office-sentences'
import { sentence } from '@/platform/refusals'
import { api } from './api'
import { failedAs, type Failed } from './failed'
import { PAYOUT_BY_NOW } from './words'

type State = {
  /** Open ones, the oldest first; null until the cloud was heard. */
  readonly payouts: readonly PayoutCard[] | null
  readonly more: boolean
  readonly failed: Failed | null
}
export const usePayouts = create<State>(() => ({ payouts: null, more: false, failed: null }))
const { getState: get, setState: put } = usePayouts

// Only the last question's answer counts.
let asked = 0

export async function loadPayouts(): Promise<void> {
  const mine = ++asked
  const answer = await api.payouts()
  if (mine !== asked) return
  if (answer.ok) return put({ ...answer.data, failed: null })
  put({ failed: failedAs(answer), ...(answer.code === 'FORBIDDEN' ? { payouts: null } : {}) })
}

export type PayoutDeed = 'approve' | 'refuse' | 'paid'
/** What a deed leaves behind: with this, a repeated one was done the first time. */
const LEAVES: Readonly<Record<PayoutDeed, readonly WithdrawalState[]>> = {
  approve: ['sent', 'waiting', 'paid'],
  refuse: ['failed'],
  paid: ['paid'],
}

/**
 * Answers null when it is done, else the sentence that says why not. The payout's number is the key: what was done already,
 * because an answer was lost or a colleague was faster, is done.
 */
export async function settle({ no }: PayoutCard, deed: PayoutDeed, note: string): Promise<string | null> {
  const answer = await api.settle({ no, deed, note })
  asked++
  if (answer.ok) {
    replace(answer.data.payout)
    return null
  }
  if (answer.code !== 'WRONG_STATE') return sentence(answer, OFFICE_SENTENCES)
  const { state } = answer.details
  void loadPayouts()
  return LEAVES[deed].includes(state) ? null : PAYOUT_BY_NOW[state]
}

/** What came to its end leaves the list. */
function replace(payout: PayoutCard): void {
  const others = (one: PayoutCard) => (one.no === payout.no ? payout : one)
  const list = get().payouts?.map(others) ?? null
  put({ payouts: list?.filter(({ endedAt }) => endedAt === null) ?? null })
}
