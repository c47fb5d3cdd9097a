import { create } from 'zustand'
import type { OutputOf } from '@shared/kernel/action'
import { lastOf } from '@shared/kernel/lists'
import type { cancelWithdrawal, EntryLine, mine } from '@shared/promoters/contract'
import { PROMOTER_SENTENCES } from '@shared/promoters/sentences'
import { sentence } from '@/platform/refusals'
import { api } from './api'

export type Mine = OutputOf<typeof mine>
type State = {
  /** As the cloud last told it; its lines are those of all pages that were read. Null until it was heard. */
  readonly mine: Mine | null
  readonly loading: boolean
  readonly failed: { readonly sentence: string; readonly requestId: string } | null
}

const START: State = { mine: null, loading: false, failed: null }
export const usePromoter = create<State>(() => START)
const { getState: get, setState: put } = usePromoter

// Only the last question's answer counts.
let asked = 0

type Failed = Parameters<typeof sentence>[0]
const failedAs = (answer: Failed) => ({
  sentence: sentence(answer, PROMOTER_SENTENCES),
  requestId: answer.requestId,
})

/** The page as it is now. Lines that were read stay: they never change. */
export async function loadMine(): Promise<void> {
  const now = ++asked
  put({ loading: true, failed: null })
  const answer = await api.mine()
  if (now !== asked) return
  if (!answer.ok) return put({ loading: false, failed: failedAs(answer) })
  put({ loading: false, mine: withEarlier(answer.data, get().mine) })
}

/** The lines behind the last one. */
export async function loadEarlierLines(): Promise<void> {
  const { mine: known, loading } = get()
  if (known === null || known.next === null || loading) return
  const now = ++asked
  put({ loading: true, failed: null })
  const answer = await api.entries(known.next)
  if (now !== asked) return
  if (!answer.ok) return put({ loading: false, failed: failedAs(answer) })
  const { entries, next } = answer.data
  put({ loading: false, mine: { ...known, entries: [...known.entries, ...entries], next } })
}

/** The newest lines before those that are known already, where no line is missing between them. */
function withEarlier(fresh: Mine, known: Mine | null): Mine {
  const oldest = lastOf(fresh.entries)
  const newestKnown = known?.entries[0]
  if (known === null || oldest === undefined || newestKnown === undefined) return fresh
  if (newestKnown.n < oldest.n - 1) return fresh
  const earlier: readonly EntryLine[] = known.entries.filter(({ n }) => n < oldest.n)
  return earlier.length === 0
    ? fresh
    : { ...fresh, entries: [...fresh.entries, ...earlier], next: known.next }
}

/** The page speaks of other terms, or of another standing, than there are. */
const MOVED_ON = ['TERMS_CHANGED', 'PROGRAMME_CLOSED', 'BANNED']

/** Applies, says yes to an invitation, or to newer terms. Null: it is done; else a sentence. */
export async function applyToPromote(name: string, note: string): Promise<string | null> {
  const before = get().mine
  if (before === null) return null
  const answer = await api.apply(name, note, before.offer.termsVersion)
  if (!answer.ok) {
    if (MOVED_ON.includes(answer.code)) await loadMine()
    return sentence(answer, PROMOTER_SENTENCES)
  }
  const { promoter } = answer.data
  // who is accepted at once has an account and rates
  if (promoter.state === 'accepted' && before.rates === null) await loadMine()
  const now = get().mine
  if (now !== null) put({ mine: { ...now, promoter } })
  return null
}

/** A payout as the cloud has it now, and what it leaves. */
export function takePayout({ withdrawal, account, leftTodayFen }: OutputOf<typeof cancelWithdrawal>): void {
  const { mine: known } = get()
  if (known === null) return
  // an answer that is still on its way knows nothing of it
  asked++
  const { withdrawals } = known
  const at = withdrawals.findIndex(({ no }) => no === withdrawal.no)
  const changed =
    at < 0 ? [withdrawal, ...withdrawals] : withdrawals.map((one, i) => (i === at ? withdrawal : one))
  put({ loading: false, mine: { ...known, withdrawals: changed, account, leftTodayFen } })
}

/** Gives up a payout that the owner has not approved yet. Null: it is done; else a sentence. */
export async function cancelPayout(no: string): Promise<string | null> {
  const answer = await api.cancel(no)
  if (answer.ok) {
    takePayout(answer.data)
    return null
  }
  if (answer.code !== 'OFFLINE') void loadMine()
  return sentence(answer, PROMOTER_SENTENCES)
}

/** Another person may be at the phone when the page is next opened. */
export function forgetMine(): void {
  asked++
  put(START)
}
