import { create } from 'zustand'
import type { Offer } from '@shared/coupons/contract'
import { canBeReminded } from '@shared/coupons/reminder'
import { COUPON_SENTENCES } from '@shared/coupons/sentences'
import { spanOf } from '@shared/coupons/welcome'
import { templatesOf } from '@shared/reach/asking'
import type { ConsentAnswers } from '@shared/reach/contract'
import { KINDS } from '@shared/reach/kinds'
import { useShop } from '@/features/catalogue'
import { couponCame, join, useMe } from '@/features/members'
import { cloudNow } from '@/platform/clock'
import { newKey } from '@/platform/ids'
import { sentence } from '@/platform/refusals'
import { askConsents } from '@/platform/subscribe'
import { api } from './api'
import { afterClaim } from './offers'

type State = {
  /** null until the cloud was heard. While it loads again, what was there stays. */
  readonly offers: readonly Offer[] | null
  readonly failed: { readonly sentence: string; readonly requestId: string } | null
}
/** null: it is in the wallet. Else a sentence for the person. */
export type Outcome = string | null

export const useOffers = create<State>(() => ({ offers: null, failed: null }))

let asked = 0

export async function loadOffers(): Promise<void> {
  const mine = ++asked
  const answer = await api.offers()
  if (asked !== mine) return
  if (answer.ok) return useOffers.setState({ offers: answer.data.offers, failed: null })
  useOffers.setState({ failed: { sentence: sentence(answer), requestId: answer.requestId } })
}

/**
 * What was asked for and not yet answered for certain, with its key: tapped again after the network went away, it is the
 * same claim, and gives no second coupon and takes no points twice.
 */
type Attempt = { readonly key: string; readonly consents: ConsentAnswers }
const unanswered = new Map<string, Attempt>()
const UNCERTAIN = ['OFFLINE', 'BUSY', 'INTERNAL']
const busy = new Set<string>()

/**
 * Takes one coupon of an offer; whoever is no member yet joins with the same tap. The tap also asks whether to be reminded
 * before the coupon ends, which changes nothing about the coupon.
 */
export function claimOffer(offer: Offer): Promise<Outcome> {
  const { campaignId, hindrance } = offer
  return once(
    { what: campaignId, joinsFirst: hindrance === 'NOT_A_MEMBER', reminderOf: offer },
    async (attempt) => {
      const answer = await api.claim({ campaignId, ...attempt })
      // a look that began before this tap knows nothing of it
      asked++
      if (answer.ok) return take(answer.data, campaignId)
      if (!UNCERTAIN.includes(answer.code)) void loadOffers()
      return { refused: sentence(answer, COUPON_SENTENCES), certain: !UNCERTAIN.includes(answer.code) }
    },
  )
}

/** 兑换码, as it was typed. */
export const redeem = (code: string): Promise<Outcome> =>
  once({ what: `code:${code}`, joinsFirst: useMe.getState().me?.member === null }, async ({ key }) => {
    const answer = await api.redeemCode(code, key)
    if (answer.ok) return take(answer.data, null)
    return { refused: sentence(answer, COUPON_SENTENCES), certain: !UNCERTAIN.includes(answer.code) }
  })

type Ended = { readonly refused: Outcome; readonly certain: boolean }

type Tap = { readonly what: string; readonly joinsFirst: boolean; readonly reminderOf?: Offer }

async function once(
  { what, joinsFirst, reminderOf }: Tap,
  ask: (attempt: Attempt) => Promise<Ended>,
): Promise<Outcome> {
  if (busy.has(what)) return null
  busy.add(what)
  // WeChat wants the tap itself: its question comes before anything is awaited, and once for a claim that is sent again
  const attempt = unanswered.get(what) ?? { key: newKey(), consents: await askForReminder(reminderOf) }
  unanswered.set(what, attempt)
  const outcome = (joinsFirst ? await join() : null) ?? (await askOnce(what, attempt, ask))
  busy.delete(what)
  // every offer is now as a member sees it
  if (joinsFirst) void loadOffers()
  return outcome
}

async function askOnce(
  what: string,
  attempt: Attempt,
  ask: (attempt: Attempt) => Promise<Ended>,
): Promise<Outcome> {
  const { refused, certain } = await ask(attempt)
  if (certain) unanswered.delete(what)
  return refused
}

/** Asks nothing for a coupon that ends too soon to be reminded of. */
async function askForReminder(offer: Offer | undefined): Promise<ConsentAnswers> {
  const now = cloudNow()
  if (!offer || !canBeReminded({ issuedAt: now, ...spanOf(offer.validity, now) }, now)) return {}
  return askConsents(templatesOf(KINDS.couponExpiring, useShop.getState().shop?.templates ?? {}))
}

function take({ coupon, account }: Parameters<typeof couponCame>[0], campaignId: string | null): Ended {
  couponCame({ coupon, account })
  const { offers } = useOffers.getState()
  if (offers !== null && campaignId !== null)
    useOffers.setState({ offers: afterClaim(offers, campaignId, account, cloudNow()) })
  return { refused: null, certain: true }
}
