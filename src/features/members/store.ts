import { create } from 'zustand'
import type { claim, CouponView } from '@shared/coupons/contract'
import type { OutputOf } from '@shared/kernel/action'
import type { Instant } from '@shared/kernel/time'
import type { Me, Member } from '@shared/members/contract'
import type { Account } from '@shared/points/contract'
import { MEMBER_SENTENCES } from '@shared/members/sentences'
import { sentence } from '@/platform/refusals'
import { api } from './api'

type State = {
  /** Who is at this phone and what is in their wallet; null until the cloud was heard. */
  readonly me: Me | null
  /** Something happened in the cloud that `me` does not say yet: points held, earned, given back. */
  readonly moved: boolean
  readonly joining: boolean
  /** The coupon that came with joining just now; it is shown until it is put away. */
  readonly welcomed: CouponView | null
}
/** null: it is done. Else a sentence for the person; nothing changed. */
export type Outcome = string | null

export const useMe = create<State>(() => ({ me: null, moved: false, joining: false, welcomed: null }))

/** Takes what any reply said about the caller. The home screen's first call brings it. */
export function putMe(me: Me): void {
  useMe.setState({ me, moved: false })
}

/** An order of the caller's was paid, given up or refunded: who next shows points or coupons asks the cloud first. */
export const meMoved = () => useMe.setState({ moved: true })

/** What some reply said about the caller's points and spending. */
export function putAccount(account: Account): void {
  const { me } = useMe.getState()
  if (me?.member) useMe.setState({ me: { ...me, member: { ...me.member, account } } })
}

/** Coupons that can be spent now, for the best pick and the cart bar. */
export function spendable(me: Me | null, now: Instant): readonly CouponView[] {
  return (me?.coupons ?? []).filter((c) => c.state === 'issued' && now < c.expiresAt)
}

function changeCoupons(change: (coupon: CouponView) => CouponView): void {
  const { me } = useMe.getState()
  if (me !== null) useMe.setState({ me: { ...me, coupons: me.coupons.map(change) } })
}

/** An order took these coupons, and perhaps points: the wallet says so at once, without asking the cloud. */
export function couponsTaken(couponIds: readonly string[], orderId: string): void {
  meMoved()
  changeCoupons((coupon) => (couponIds.includes(coupon.id) ? { ...coupon, state: 'held', orderId } : coupon))
}

/** The order that took it is over and gave it back. */
export function couponReturned(orderId: string): void {
  changeCoupons((coupon) =>
    coupon.orderId === orderId && coupon.state === 'held'
      ? { ...coupon, state: 'issued', orderId: null }
      : coupon,
  )
}

/** A coupon was claimed: it is in the wallet at once, and the points that it may have cost are gone. */
export function couponCame({ coupon, account }: Pick<OutputOf<typeof claim>, 'coupon' | 'account'>): void {
  const { me } = useMe.getState()
  if (me === null || me.member === null) return
  const coupons = [...me.coupons.filter(({ id }) => id !== coupon.id), coupon]
  putMe({ member: { ...me.member, account }, coupons })
}

let beforeJoining: () => Promise<void> = () => Promise.resolve()
/** Joining waits for this: who brought the person is told first. It must not reject. */
export function waitBeforeJoining(wait: () => Promise<void>): void {
  beforeJoining = wait
}

/** One tap joins. A coupon that came with it goes to `welcomed`. */
export async function join(): Promise<Outcome> {
  if (useMe.getState().joining) return null
  useMe.setState({ joining: true })
  await beforeJoining()
  const answer = await api.join()
  useMe.setState({ joining: false })
  if (!answer.ok) return sentence(answer, MEMBER_SENTENCES)
  useMe.setState({ me: answer.data.me, welcomed: answer.data.welcomed })
  return null
}

/** The welcome coupon was seen. */
export function putWelcomeAway(): void {
  useMe.setState({ welcomed: null })
}

/** Saves the nickname and, when one was chosen on this phone, a new avatar, which is sent first. */
export async function saveProfile(member: Member, nickname: string, chosen: string | null): Promise<Outcome> {
  const avatar = chosen === null ? member.avatar : await api.sendAvatar(chosen, member.id)
  if (avatar === null) return '头像没有传上去，请检查网络后再试'
  const answer = await api.updateProfile(nickname, avatar)
  if (!answer.ok) return sentence(answer, MEMBER_SENTENCES)
  putMe(answer.data.me)
  return null
}

/** `birthday` is `MMDD`, and said once: the cloud refuses another one. */
export async function tellBirthday({ nickname, avatar }: Member, birthday: string): Promise<Outcome> {
  const answer = await api.updateProfile(nickname, avatar, birthday)
  if (!answer.ok) return sentence(answer, MEMBER_SENTENCES)
  putMe(answer.data.me)
  return null
}

/** `code` comes from WeChat's phone number button. */
export async function bindPhone(code: string): Promise<Outcome> {
  const answer = await api.bindPhone(code)
  if (!answer.ok) return sentence(answer, MEMBER_SENTENCES)
  putMe(answer.data.me)
  return null
}

/** 注销. Afterwards the person is a stranger again. */
export async function leave(): Promise<Outcome> {
  const answer = await api.leave()
  if (!answer.ok) return sentence(answer, MEMBER_SENTENCES)
  putMe({ member: null, coupons: [] })
  return null
}
