import type { Offer } from '@shared/coupons/contract'
import type { Instant } from '@shared/kernel/time'
import { balanceOf } from '@shared/points/account'
import type { Account, Tier } from '@shared/points/contract'

/** From so few on, how many are left is worth saying. */
const FEW_LEFT = 50

/** The offers after the caller took one, without asking the cloud again: what is left, and what the points still reach. */
export const afterClaim = (
  offers: readonly Offer[],
  campaignId: string,
  account: Account,
  now: Instant,
): Offer[] =>
  offers.map((offer) => withinReach(offer.campaignId === campaignId ? oneFewer(offer) : offer, account, now))

function oneFewer(offer: Offer): Offer {
  const left = Math.max(0, offer.left - 1)
  const remaining = offer.remaining === null ? null : Math.max(0, offer.remaining - 1)
  const hindrance = left === 0 ? 'ALREADY_CLAIMED' : remaining === 0 ? 'SOLD_OUT' : offer.hindrance
  return { ...offer, left, remaining, hindrance }
}

function withinReach(offer: Offer, account: Account, now: Instant): Offer {
  if (offer.by.kind !== 'points' || offer.hindrance !== null) return offer
  return balanceOf(account, now) < offer.by.points ? { ...offer, hindrance: 'POINTS_SHORT' } : offer
}

/** What is left of it, where that matters: for the caller when they may have several, for all when it runs out. */
export function leftWords({ left, remaining, hindrance }: Offer): string {
  if (hindrance === 'SOLD_OUT' || hindrance === 'ALREADY_CLAIMED') return ''
  const mine = left > 1 ? `还可领 ${left} 张` : ''
  const all = remaining !== null && remaining <= FEW_LEFT ? `仅剩 ${remaining} 张` : ''
  return [mine, all].filter((words) => words !== '').join(' · ')
}

/** For whom it is, where it is not for everybody: 熟客、常客专享. */
export function forWords({ by }: Offer, tiers: readonly Tier[]): string {
  if (by.kind !== 'monthly') return ''
  const names = tiers.filter(({ id }) => by.tierIds.includes(id)).map(({ name }) => name)
  return names.length > 0 ? `${names.join('、')}专享，每月一张` : '等级会员专享，每月一张'
}

/** What stands where the button would be, of an offer that can't be had. */
export const HINDRANCE_MARKS = {
  SOLD_OUT: '已抢光',
  ALREADY_CLAIMED: '已领取',
  NOT_FOR_YOU: '未达条件',
  POINTS_SHORT: '积分不足',
} as const
