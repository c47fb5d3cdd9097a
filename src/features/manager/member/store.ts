import { CAMPAIGN_SENTENCES } from '@shared/coupons/sentences'
import type { MemberStory } from '@shared/manager/member-contract'
import { MANAGER_SENTENCES } from '@shared/manager/sentences'
import { encodeMember } from '@shared/members/member-code'
import { MEMBER_SENTENCES } from '@shared/members/sentences'
import { POINT_SENTENCES } from '@shared/points/sentences'
import { create } from 'zustand'
import { sentence } from '@/platform/refusals'
import { api } from './api'

type Failed = { readonly code: string; readonly sentence: string; readonly requestId: string }
type State = {
  readonly storeId: string
  /** What was scanned or typed last; '' before anything was. */
  readonly code: string
  readonly story: MemberStory | null
  readonly failed: Failed | null
}
const START: State = { storeId: '', code: '', story: null, failed: null }

/** The member who stands at the counter. */
export const useMemberStory = create<State>(() => START)
const { getState: get, setState: put } = useMemberStory

// Only the last question's answer counts.
let asked = 0

export const forgetMember = (): void => {
  asked++
  put(START)
}

/** Looks somebody up; another code shows nobody until the cloud has answered. */
export async function findMember(storeId: string, code: string): Promise<void> {
  const mine = ++asked
  put({ ...START, storeId, code })
  const answer = await api.find(storeId, code)
  if (mine !== asked) return
  if (answer.ok) put({ story: answer.data.story })
  else {
    const words = sentence(answer, MANAGER_SENTENCES)
    put({ failed: { code: answer.code, sentence: words, requestId: answer.requestId } })
  }
}

/** Reads the same member again after a deed; what is shown stays if that fails. */
async function readAgain(): Promise<void> {
  const { storeId, story } = get()
  if (story === null) return
  const mine = ++asked
  const answer = await api.find(storeId, encodeMember(story.member.id))
  if (mine === asked && answer.ok) put({ story: answer.data.story })
}

const memberId = (): string => get().story?.member.id ?? ''

/** Each answers null when it is done, else the sentence that says why not. The same key is the same deed. */
export async function grantCoupon(campaignId: string, reason: string, key: string): Promise<string | null> {
  const answer = await api.grant({ campaignId, memberId: memberId(), reason, key })
  if (!answer.ok) return sentence(answer, CAMPAIGN_SENTENCES)
  await readAgain()
  return null
}

export async function revokeCoupon(couponId: string, reason: string): Promise<string | null> {
  const answer = await api.revoke(couponId, reason)
  if (!answer.ok) return sentence(answer, CAMPAIGN_SENTENCES)
  await readAgain()
  return null
}

export async function correctPoints(points: number, reason: string, key: string): Promise<string | null> {
  const answer = await api.correct({ memberId: memberId(), points, reason, key })
  if (!answer.ok) return sentence(answer, POINT_SENTENCES)
  await readAgain()
  return null
}

export async function tagMember(name: string, on: boolean): Promise<string | null> {
  const answer = await api.tag(memberId(), name, on)
  if (!answer.ok) return sentence(answer, MEMBER_SENTENCES)
  const { story } = get()
  if (story !== null) put({ story: { ...story, member: { ...story.member, tags: answer.data.tags } } })
  return null
}
