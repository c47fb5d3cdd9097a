import { create } from 'zustand'
import type { Instant } from '@shared/kernel/time'
import type { InvitedFriend } from '@shared/referral/contract'
import { REFERRAL_SENTENCES } from '@shared/referral/sentences'
import { sentence } from '@/platform/refusals'
import { api } from './api'

type State = {
  /** Newest first; null until the cloud was heard. */
  readonly friends: readonly InvitedFriend[] | null
  /** How many there are in all. */
  readonly total: number
  /** Where the next page begins; null: these are all. */
  readonly next: Instant | null
  readonly loading: boolean
  readonly failed: { readonly sentence: string; readonly requestId: string } | null
}

const START: State = { friends: null, total: 0, next: null, loading: false, failed: null }
export const useFriends = create<State>(() => START)
const { getState: get, setState: put } = useFriends

// Only the last question's answer counts.
let asked = 0

async function load(before: Instant | null): Promise<void> {
  const mine = ++asked
  put({ loading: true, failed: null })
  const answer = await api.invited(before)
  if (mine !== asked) return
  if (!answer.ok) {
    const failed = { sentence: sentence(answer, REFERRAL_SENTENCES), requestId: answer.requestId }
    return put({ loading: false, failed })
  }
  const { friends, total, next } = answer.data
  const earlier = before === null ? [] : (get().friends ?? [])
  put({ friends: [...earlier, ...friends], total, next, loading: false })
}

/** The newest friends again. */
export const loadFriends = (): Promise<void> => load(null)

/** The friends behind the last one. */
export async function loadEarlierFriends(): Promise<void> {
  const { next, loading } = get()
  if (next !== null && !loading) await load(next)
}

/** Another person may be at the phone when the page is next opened. */
export function forgetFriends(): void {
  asked++
  put(START)
}
