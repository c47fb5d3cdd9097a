import { useEffect, useMemo, useState } from 'react'
import type { Offer } from '@shared/coupons/contract'
import { validityWords } from '@shared/coupons/validity-words'
import type { WantedTarget } from '@shared/referral/contract'
import { currentStore, useNames, useShop } from '@/features/catalogue'
import { useMe } from '@/features/members'
import { sentence } from '@/platform/refusals'
import { api } from './api'
import type { Trouble } from './poster-store'
import { draftOf, type Draft } from './poster/subject'

/** `waiting`: for the menu, the person or the coupon. `gone`: the shop has no such thing (any more). */
type Drafted =
  | { readonly is: 'waiting' | 'stranger' | 'gone' }
  | { readonly is: 'failed'; readonly failed: Trouble; readonly again: () => void }
  | { readonly is: 'ready'; readonly draft: Draft }

/** What a target's poster says, as soon as the phone knows. */
export function useDraft(target: WantedTarget): Drafted {
  const shop = useShop((s) => s.shop)
  const menu = useShop((s) => s.menu)
  const store = useShop(currentStore)
  const me = useMe((s) => s.me)
  const names = useNames()
  const { offer, failed, again } = useOffer(target)
  return useMemo<Drafted>(() => {
    if (failed !== null) return { is: 'failed', failed, again }
    if (shop === null || menu === null || me === null) return { is: 'waiting' }
    const { member } = me
    if (member === null) return { is: 'stranger' }
    if (offer === undefined) return { is: 'waiting' }
    const validity = offer === null ? '' : validityWords(offer)
    const draft = draftOf(target, { shop, menu, store, member, names, offer, validity })
    return draft === null ? { is: 'gone' } : { is: 'ready', draft }
  }, [target, shop, menu, store, me, names, offer, failed, again])
}

/** The coupon of a campaign's poster; undefined while it is looked for, null where there is none. */
function useOffer(target: WantedTarget) {
  const campaignId = target.kind === 'campaign' ? target.campaignId : null
  const [attempt, setAttempt] = useState(0)
  const [offer, setOffer] = useState<Offer | null | undefined>(campaignId === null ? null : undefined)
  const [failed, setFailed] = useState<Trouble | null>(null)
  useEffect(() => {
    if (campaignId === null) return undefined
    let left = false
    void api.offers().then((answer) => {
      if (left) return
      if (answer.ok) setOffer(answer.data.offers.find((one) => one.campaignId === campaignId) ?? null)
      setFailed(answer.ok ? null : { sentence: sentence(answer), requestId: answer.requestId })
    })
    return () => {
      left = true
    }
  }, [campaignId, attempt])
  const again = useMemo(() => () => setAttempt((n) => n + 1), [])
  return { offer, failed, again }
}
