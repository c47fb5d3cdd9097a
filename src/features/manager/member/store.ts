import { CAMPAIGN_SENTENCES } from '@shared/coupons/sentences'
import type { MemberStory } from '@shared/manager/member-contract'
import { MANAGER_SENTENCES } from '@shared/manager/sentences'
import { MEMBER_SENTENCES } from '@shared/members/sentences'
import { POINT_SENTENCES } from '@shared/points/sentences'
import { create } from 'zustand'
import { newKey } from '@/platform/ids'
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

type Answered = { readonly ok: true } | { readonly ok: false; readonly code: string }
/** After these it is not known whether it was done. */
const UNSURE = ['OFFLINE', 'INTERNAL']
const failedAs = (no: Parameters<typeof sentence>[0]): Failed => ({
  code: no.code,
  sentence: sentence(no, MANAGER_SENTENCES),
  requestId: no.requestId,
})

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
  else put({ failed: failedAs(answer) })
}

/** Shows what a deed made of this member; who was looked up meanwhile is another. */
function show(of: string, change: (story: MemberStory) => Partial<MemberStory>): void {
  const { story } = get()
  if (story?.member.id === of) put({ story: { ...story, ...change(story) } })
}

/** The same campaigns with so many more coupons left of one. */
const withLeft = (grants: MemberStory['grants'], campaignId: string, more: number): MemberStory['grants'] =>
  grants.map((one) =>
    one.campaignId === campaignId && one.left !== null ? { ...one, left: Math.max(0, one.left + more) } : one,
  )

const memberId = (): string => get().story?.member.id ?? ''

/**
 * Keys of deeds of which no answer was heard: the same deed tried again, also from a sheet that was closed meanwhile, is
 * the same to the cloud. An answer ends it.
 */
const unheard = new Map<string, string>()

async function once<A extends Answered>(deed: string, ask: (key: string) => Promise<A>): Promise<A> {
  const key = unheard.get(deed) ?? newKey()
  unheard.set(deed, key)
  const answer = await ask(key)
  if (answer.ok || !UNSURE.includes(answer.code)) unheard.delete(deed)
  return answer
}

/** Each answers null when it is done, else the sentence that says why not. */
export async function grantCoupon(campaignId: string, reason: string): Promise<string | null> {
  const to = memberId()
  const answer = await once(`grant:${to}:${campaignId}`, (key) =>
    api.grant({ campaignId, memberId: to, reason, key }),
  )
  if (!answer.ok) return sentence(answer, CAMPAIGN_SENTENCES)
  const { coupon } = answer.data
  show(to, ({ coupons, grants }) => ({
    coupons: [coupon, ...coupons.filter(({ id }) => id !== coupon.id)],
    grants: withLeft(grants, campaignId, -1),
  }))
  return null
}

export async function revokeCoupon(couponId: string, reason: string): Promise<string | null> {
  const of = memberId()
  const answer = await api.revoke(couponId, reason)
  if (!answer.ok) return sentence(answer, CAMPAIGN_SENTENCES)
  const { coupon, campaignId } = answer.data
  show(of, ({ coupons, past, grants }) => ({
    coupons: coupons.filter(({ id }) => id !== coupon.id),
    past: [coupon, ...past.filter(({ id }) => id !== coupon.id)],
    grants: withLeft(grants, campaignId, 1),
  }))
  return null
}

export async function correctPoints(points: number, reason: string): Promise<string | null> {
  const of = memberId()
  const answer = await once(`points:${of}:${points}`, (key) =>
    api.correct({ memberId: of, points, reason, key }),
  )
  if (!answer.ok) return sentence(answer, POINT_SENTENCES)
  const { balance } = answer.data
  show(of, ({ member }) => ({ member: { ...member, balance } }))
  return null
}

export async function tagMember(name: string, on: boolean): Promise<string | null> {
  const of = memberId()
  const answer = await api.tag(of, name, on)
  if (!answer.ok) return sentence(answer, MEMBER_SENTENCES)
  const { tags } = answer.data
  show(of, ({ member }) => ({ member: { ...member, tags } }))
  return null
}
