import { create } from 'zustand'
import type { Instant } from '@shared/kernel/time'
import { REFERRAL_SENTENCES } from '@shared/referral/sentences'
import type { FriendView, RuleView } from '@shared/rewards/contract'
import { sentence } from '@/platform/refusals'
import { api } from './api'

type State = {
  /** What bringing somebody brings at present; null: nothing is promised, or the cloud was not heard yet. */
  readonly rule: RuleView | null
  /** Newest first; null until the cloud was heard. */
  readonly friends: readonly FriendView[] | null
  /** How many there are in all. */
  readonly total: number
  /** Where the next page begins; null: these are all. */
  readonly next: Instant | null
  readonly loading: boolean
  readonly failed: { readonly sentence: string; readonly requestId: string } | null
}

const START: State = { rule: null, friends: null, total: 0, next: null, loading: false, failed: null }
export const useFriends = create<State>(() => START)
const { getState: get, setState: put } = useFriends

// Only the last question's answer counts.
let asked = 0
/** The question for the first page that is under way: opening the page asks it once, however many hooks do. */
let first: Promise<void> | null = null

async function load(before: Instant | null): Promise<void> {
  const mine = ++asked
  put({ loading: true, failed: null })
  const answer = await api.mine(before)
  if (mine !== asked) return
  if (!answer.ok) {
    const failed = { sentence: sentence(answer, REFERRAL_SENTENCES), requestId: answer.requestId }
    return put({ loading: false, failed })
  }
  const { friends, ...rest } = answer.data
  const earlier = before === null ? [] : (get().friends ?? [])
  put({ friends: [...earlier, ...friends], ...rest, loading: false })
}

/** The rule and the newest friends again. */
export function loadFriends(): Promise<void> {
  first ??= load(null).finally(() => {
    first = null
  })
  return first
}

/** The friends behind the last one. */
export async function loadEarlierFriends(): Promise<void> {
  const { next, loading } = get()
  if (next !== null && !loading) await load(next)
}

/** Another person may be at the phone when the page is next opened. */
export function forgetFriends(): void {
  asked++
  first = null
  put(START)
}
