import { create } from 'zustand'
import type { Offer } from '@shared/coupons/contract'
import { COUPON_SENTENCES } from '@shared/coupons/sentences'
import { couponCame, join, useMe } from '@/features/members'
import { cloudNow } from '@/platform/clock'
import { newKey } from '@/platform/ids'
import { sentence } from '@/platform/refusals'
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
const unanswered = new Map<string, string>()
const UNCERTAIN = ['OFFLINE', 'BUSY', 'INTERNAL']
const busy = new Set<string>()

/** Takes one coupon of an offer; whoever is no member yet joins with the same tap. */
export const claimOffer = ({ campaignId, hindrance }: Offer): Promise<Outcome> =>
  once(campaignId, hindrance === 'NOT_A_MEMBER', async (key) => {
    const answer = await api.claim(campaignId, key)
    // a look that began before this tap knows nothing of it
    asked++
    if (answer.ok) return take(answer.data, campaignId)
    if (!UNCERTAIN.includes(answer.code)) void loadOffers()
    return { refused: sentence(answer, COUPON_SENTENCES), certain: !UNCERTAIN.includes(answer.code) }
  })

/** 兑换码, as it was typed. */
export const redeem = (code: string): Promise<Outcome> =>
  once(`code:${code}`, useMe.getState().me?.member === null, async (key) => {
    const answer = await api.redeemCode(code, key)
    if (answer.ok) return take(answer.data, null)
    return { refused: sentence(answer, COUPON_SENTENCES), certain: !UNCERTAIN.includes(answer.code) }
  })

type Ended = { readonly refused: Outcome; readonly certain: boolean }

async function once(
  what: string,
  joinsFirst: boolean,
  ask: (key: string) => Promise<Ended>,
): Promise<Outcome> {
  if (busy.has(what)) return null
  busy.add(what)
  const outcome = (joinsFirst ? await join() : null) ?? (await askOnce(what, ask))
  busy.delete(what)
  // every offer is now as a member sees it
  if (joinsFirst) void loadOffers()
  return outcome
}

async function askOnce(what: string, ask: (key: string) => Promise<Ended>): Promise<Outcome> {
  const key = unanswered.get(what) ?? newKey()
  unanswered.set(what, key)
  const { refused, certain } = await ask(key)
  if (certain) unanswered.delete(what)
  return refused
}

function take({ coupon, account }: Parameters<typeof couponCame>[0], campaignId: string | null): Ended {
  couponCame({ coupon, account })
  const { offers } = useOffers.getState()
  if (offers !== null && campaignId !== null)
    useOffers.setState({ offers: afterClaim(offers, campaignId, account, cloudNow()) })
  return { refused: null, certain: true }
}
