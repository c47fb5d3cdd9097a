import { create } from 'zustand'
import type { Instant } from '@shared/kernel/time'
import type { PointLine } from '@shared/points/contract'
import { POINT_SENTENCES } from '@shared/points/sentences'
import { putAccount } from '@/features/members'
import { sentence } from '@/platform/refusals'
import { api } from './api'

type State = {
  /** Newest first; null until the cloud was heard. */
  readonly lines: readonly PointLine[] | null
  /** Where the next page begins; null: these are all. */
  readonly next: Instant | null
  readonly loading: boolean
  readonly failed: { readonly code: string; readonly sentence: string; readonly requestId: string } | null
}

const START = { lines: null, next: null, loading: false, failed: null } as const
export const useHistory = create<State>(() => START)
const { getState: get, setState: put } = useHistory

// Only the last question's answer counts.
let asked = 0

/** A page without a line (orders from before there were points) is followed by the next, a few times. */
const MOST_PAGES_AT_ONCE = 5

async function load(before: Instant | null): Promise<void> {
  const mine = ++asked
  put({ loading: true, failed: null })
  let from = before
  for (let page = 1; ; page++) {
    const answer = await api.history(from)
    if (mine !== asked) return
    if (!answer.ok) {
      const { code, requestId } = answer
      put({ loading: false, failed: { code, requestId, sentence: sentence(answer, POINT_SENTENCES) } })
      return
    }
    const { account, lines, next } = answer.data
    putAccount(account)
    if (lines.length === 0 && next !== null && page < MOST_PAGES_AT_ONCE) {
      from = next
      continue
    }
    const earlier = before === null ? [] : (get().lines ?? [])
    put({ lines: [...earlier, ...lines], next, loading: false })
    return
  }
}

/** The newest lines again, and the account as it is now. */
export const loadHistory = (): Promise<void> => load(null)

/** The lines behind the last one. */
export async function loadEarlier(): Promise<void> {
  const { next, loading } = get()
  if (next !== null && !loading) await load(next)
}

/** Another person may be at the phone when the page is next opened. */
export function forgetHistory(): void {
  asked++
  put(START)
}
