import { DAY_MS, startOfShopDay, type Instant } from '@shared/kernel/time'
import type { RewardCampaignView, RewardDraft, WantedGift } from '@shared/rewards/contract'
import { endMoment, instantOf, startMoment } from '../campaigns/moments'
import { readCount, readYuan, typedYuan } from '../campaigns/typed'

/** What the form offers. Chance is not among it: WeChat forbids it. */
export type GiftKind = 'none' | Exclude<WantedGift['kind'], 'randomPoints'>
export type GiftForm = { readonly kind: GiftKind; readonly campaignId: string; readonly points: string }
/** The form as it is typed. Days are `2026-12-01`, both included. */
export type RewardForm = Pick<RewardDraft, 'name' | 'when' | 'holdEnds' | 'note'> & {
  readonly promoter: GiftForm
  readonly friend: GiftForm
  readonly second: GiftForm
  readonly minPaid: string
  readonly friendsNeeded: string
  readonly total: string
  readonly month: string
  readonly day: string
  readonly pointsBudget: string
  readonly from: string
  readonly to: string
}
const NO_GIFT: GiftForm = { kind: 'none', campaignId: '', points: '' }
const MONTH_DAYS = 30

/** What most shops begin with. */
export function newForm(now: Instant, couponId: string): RewardForm {
  const gift: GiftForm = { kind: 'coupon', campaignId: couponId, points: '' }
  return {
    name: '邀请好友',
    when: 'firstOrder',
    promoter: gift,
    friend: gift,
    second: NO_GIFT,
    minPaid: '10',
    friendsNeeded: '1',
    total: '',
    month: '20',
    day: '5',
    pointsBudget: '',
    from: startMoment(now).day,
    to: endMoment(startOfShopDay(now) + MONTH_DAYS * DAY_MS).day,
    holdEnds: 'reject',
    note: '',
  }
}

const typedCount = (n: number | null): string => (n === null ? '' : String(n))

export function formOf(view: RewardCampaignView): RewardForm {
  const gift = (wanted: WantedGift | null): GiftForm => {
    if (wanted === null || wanted.kind === 'randomPoints') return NO_GIFT
    if (wanted.kind === 'coupon') return { ...NO_GIFT, ...wanted }
    return { kind: wanted.kind, campaignId: '', points: String(wanted.points) }
  }
  return {
    name: view.name,
    when: view.when,
    promoter: gift(view.promoter),
    friend: gift(view.friend),
    second: gift(view.second),
    minPaid: typedYuan(view.minPaidFen),
    friendsNeeded: String(view.friendsNeeded),
    total: typedCount(view.caps.total),
    month: typedCount(view.caps.month),
    day: typedCount(view.caps.day),
    pointsBudget: typedCount(view.pointsBudget),
    from: startMoment(view.startAt).day,
    to: endMoment(view.endAt).day,
    holdEnds: view.holdEnds,
    note: view.note,
  }
}

/** What can't be read as a number is a number that no rule accepts, so its field is told. */
const NOT_A_NUMBER = 999_999_999
const count = (text: string): number | null => {
  const typed = readCount(text)
  return typed === 'empty' ? null : typeof typed === 'number' ? typed : NOT_A_NUMBER
}

const fenOf = (text: string): number => {
  const typed = readYuan(text)
  return typed === 'empty' ? 0 : typeof typed === 'number' ? typed : NOT_A_NUMBER
}

/** The draft that the form says. */
export function draftOf(form: RewardForm): RewardDraft {
  const gift = ({ kind, campaignId, points }: GiftForm): WantedGift | null => {
    if (kind === 'none') return null
    if (kind === 'coupon') return { kind, campaignId: campaignId === '' ? 'none' : campaignId }
    return { kind, points: count(points) ?? 0 }
  }
  return {
    name: form.name.trim(),
    when: form.when,
    promoter: gift(form.promoter),
    friend: gift(form.friend),
    second: gift(form.second),
    minPaidFen: form.when === 'signup' && form.second.kind === 'none' ? 0 : fenOf(form.minPaid),
    friendsNeeded: count(form.friendsNeeded) ?? 1,
    levels: 1,
    teamSize: 0,
    caps: { total: count(form.total), month: count(form.month), day: count(form.day) },
    pointsBudget: count(form.pointsBudget),
    startAt: instantOf({ day: form.from, time: '00:00' }),
    endAt: instantOf({ day: form.to, time: '24:00' }),
    holdEnds: form.holdEnds,
    note: form.note.trim(),
  }
}
