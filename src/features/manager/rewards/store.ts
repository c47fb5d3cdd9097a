import { create } from 'zustand'
import type {
  CouponChoice,
  HeldReward,
  RewardCampaignView,
  RewardDraft,
  RewardState,
} from '@shared/rewards/contract'
import { REWARD_SENTENCES } from '@shared/rewards/sentences'
import { sentence } from '@/platform/refusals'
import { api } from './api'

export type Failed = { readonly code: string; readonly sentence: string; readonly requestId: string }
type State = {
  /** Newest first; null until the cloud was heard. */
  readonly campaigns: readonly RewardCampaignView[] | null
  readonly coupons: readonly CouponChoice[]
  readonly waiting: number
  readonly failed: Failed | null
  /** Held rewards, the oldest first; null until the cloud was heard. */
  readonly held: readonly HeldReward[] | null
  readonly next: number | null
  readonly heldFailed: Failed | null
}
const START: State = {
  campaigns: null,
  coupons: [],
  waiting: 0,
  failed: null,
  held: null,
  next: null,
  heldFailed: null,
}
export const useRewards = create<State>(() => START)
const { getState: get, setState: put } = useRewards

// Only the last question's answer counts.
let asked = 0
let askedHeld = 0

export async function loadRewards(): Promise<void> {
  const mine = ++asked
  const answer = await api.campaigns()
  if (mine !== asked) return
  if (answer.ok) return put({ ...answer.data, failed: null })
  const { code, requestId } = answer
  put({
    failed: { code, sentence: sentence(answer, REWARD_SENTENCES), requestId },
    ...(code === 'FORBIDDEN' ? { campaigns: null } : {}),
  })
}

/** The first page of what waits, or the page behind the last one. */
export async function loadHeld(more = false): Promise<void> {
  const mine = ++askedHeld
  const answer = await api.held(more ? get().next : null)
  if (mine !== askedHeld) return
  if (!answer.ok) {
    const { code, requestId } = answer
    return put({ heldFailed: { code, sentence: sentence(answer, REWARD_SENTENCES), requestId } })
  }
  const before = more ? (get().held ?? []) : []
  put({ held: [...before, ...answer.data.held], next: answer.data.next, heldFailed: null })
}

function putCampaign(campaign: RewardCampaignView): void {
  asked++
  const others = (get().campaigns ?? []).filter(({ id }) => id !== campaign.id)
  const known = others.length !== (get().campaigns ?? []).length
  put({
    campaigns: known
      ? (get().campaigns ?? []).map((one) => (one.id === campaign.id ? campaign : one))
      : [campaign, ...others],
  })
}

/** What a save or a move came to: the campaign as it is now, what is wrong with it, or why not. */
export type Outcome =
  | { readonly campaign: RewardCampaignView }
  | { readonly faults: ReadonlyMap<string, string> }
  /** `now`: what somebody else made of it meanwhile. */
  | { readonly words: string; readonly now?: RewardCampaignView }

/** `key` is the form's own: a new one that is saved again, when its answer was lost, is the same campaign. */
export async function saveReward(
  before: Pick<RewardCampaignView, 'id' | 'version'> | null,
  key: string,
  draft: RewardDraft,
): Promise<Outcome> {
  const answer = await api.save({ id: before?.id ?? null, version: before?.version ?? 0, key, draft })
  return outcomeOf(answer)
}

export async function moveReward(
  { id, version }: RewardCampaignView,
  state: Exclude<RewardState, 'draft'>,
): Promise<Outcome> {
  return outcomeOf(await api.setState({ id, version, state }))
}

function outcomeOf(
  answer: Awaited<ReturnType<typeof api.save>> | Awaited<ReturnType<typeof api.setState>>,
): Outcome {
  if (answer.ok) {
    putCampaign(answer.data.campaign)
    return answer.data
  }
  if (answer.code === 'CONTRADICTION')
    return { faults: new Map(answer.details.faults.map(({ field, sentence: words }) => [field, words])) }
  const words = sentence(answer, REWARD_SENTENCES)
  if (answer.code !== 'CHANGED_MEANWHILE') return { words }
  putCampaign(answer.details.campaign)
  return { words, now: answer.details.campaign }
}

/** Releases or rejects; answers the words for the owner. What is decided leaves the list. */
export async function decide(held: HeldReward, release: boolean, reason: string): Promise<string> {
  const answer = await api.decide({ rewardId: held.id, release, reason })
  if (!answer.ok) return sentence(answer, REWARD_SENTENCES)
  put({
    held: get().held?.filter(({ id }) => id !== held.id) ?? null,
    waiting: Math.max(0, get().waiting - 1),
  })
  if (answer.data.missed > 0) return `券已发完，有 ${answer.data.missed} 份没能补发`
  return release ? '已发放' : '已取消'
}
