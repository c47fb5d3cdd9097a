import { create } from 'zustand'
import { lastOf } from '@shared/kernel/lists'
import type { PromoterState } from '@shared/promoters/contract'
import type { PromoterCard } from '@shared/promoters/office-contract'
import { OFFICE_SENTENCES } from '@shared/promoters/office-sentences'
import { sentence } from '@/platform/refusals'
import { api } from './api'
import { failedAs, type Failed } from './failed'
import { BY_NOW } from './words'

export type List = {
  /** Those that changed last first; null until the cloud was heard. */
  readonly promoters: readonly PromoterCard[] | null
  readonly more: boolean
  readonly failed: Failed | null
}
type State = {
  readonly lists: Partial<Readonly<Record<PromoterState, List>>>
  readonly isOwner: boolean
}
export const NO_LIST: List = { promoters: null, more: false, failed: null }
export const usePromoters = create<State>(() => ({ lists: {}, isOwner: false }))
const { getState: get, setState: put } = usePromoters

const listOf = (state: PromoterState): List => get().lists[state] ?? NO_LIST
const putList = (state: PromoterState, list: List) => put({ lists: { ...get().lists, [state]: list } })

// Only a list's last question counts.
const asked = new Map<PromoterState, number>()
function ask(state: PromoterState): number {
  const mine = (asked.get(state) ?? 0) + 1
  asked.set(state, mine)
  return mine
}

/** The first page of those who stand so, or the page behind the last one. */
export async function loadPromoters(state: PromoterState, more = false): Promise<void> {
  const before = more ? (listOf(state).promoters ?? []) : []
  const mine = ask(state)
  const answer = await api.list(state, lastOf(before)?.changedAt ?? null)
  if (mine !== asked.get(state)) return
  if (!answer.ok) {
    const kept = answer.code === 'FORBIDDEN' ? NO_LIST : listOf(state)
    return putList(state, { ...kept, failed: failedAs(answer) })
  }
  const { promoters, more: further, isOwner } = answer.data
  put({ isOwner })
  putList(state, { promoters: [...before, ...promoters], more: further, failed: null })
}

/** Takes somebody out of a list, and shows them in the one where they stand now, if that was read. */
function moved(memberId: string, from: PromoterState, to: PromoterState, card: PromoterCard | null): void {
  const left = listOf(from)
  ask(from)
  putList(from, {
    ...left,
    promoters: left.promoters?.filter((one) => one.memberId !== memberId) ?? null,
  })
  const there = listOf(to)
  ask(to)
  if (card === null || there.promoters === null) return putList(to, NO_LIST)
  const others = there.promoters.filter((one) => one.memberId !== memberId)
  putList(to, { ...there, promoters: [card, ...others] })
}

/**
 * Answers null when it is done, else the sentence that says why not. Whoever stands so already, because an answer was
 * lost or a colleague was faster, is done.
 */
export async function decide(
  { memberId, state: from }: PromoterCard,
  to: 'accepted' | 'declined' | 'banned',
  reason: string,
): Promise<string | null> {
  const answer = await api.decide({ memberId, from, to, reason })
  if (answer.ok) {
    moved(memberId, from, to, answer.data.promoter)
    return null
  }
  if (answer.code !== 'WRONG_STATE') return sentence(answer, OFFICE_SENTENCES)
  const { state } = answer.details
  moved(memberId, from, state, null)
  return state === to ? null : BY_NOW[state]
}

/** The words of what came of inviting a member: twice is the same as once. */
export async function invite(memberId: string): Promise<string> {
  const answer = await api.invite(memberId)
  if (answer.ok) {
    putList('invited', NO_LIST)
    return '已邀请，等对方在推客页面同意'
  }
  return answer.code === 'WRONG_STATE' ? BY_NOW[answer.details.state] : sentence(answer, OFFICE_SENTENCES)
}
