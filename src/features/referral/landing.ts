import { create } from 'zustand'
import type { Landing } from '@shared/referral/contract'
import { codeIn, LANDING_PAGES } from '@shared/referral/way'
import { SAME_VISIT_MS } from '@shared/referral/touches'
import { wantProduct } from '@/features/catalogue'
import { cloudNow } from '@/platform/clock'
import { goTo } from '@/platform/navigation'
import { currentPage } from '@/platform/shell'
import { load, save } from '@/platform/storage'
import { api } from './api'

type State = {
  /** What opens the coupon that a scanned code led to; the claim page takes it, as it takes a link's. */
  readonly claimCode: string
}
export const useLanding = create<State>(() => ({ claimCode: '' }))

/** A code that the cloud has not heard of yet: told again at the next occasion, and before joining. */
const UNTOLD = 'untold'
let last: { readonly what: string; readonly at: number } | null = null
let telling: Promise<Landing | null> = Promise.resolve(null)

/**
 * Every way in: a card, a scanned code, a link, a cold or a hot start. Notes the code and opens what it leads to; a query
 * without one does nothing. WeChat tells the same query again when the app only comes back in sight: that is no new coming,
 * unless it is `meant` (a card tapped on the desk).
 */
export async function comeIn(query: Readonly<Record<string, unknown>>, meant = false): Promise<void> {
  const code = codeIn(query)
  const productId = typeof query['p'] === 'string' ? query['p'] : null
  if (code === null && productId === null) return tellUntold()
  const what = JSON.stringify([code, productId])
  const now = cloudNow()
  if (!meant && last?.what === what && now - last.at < SAME_VISIT_MS) return
  last = { what, at: now }
  if (productId !== null) wantProduct(productId)
  if (code === null) return
  const landing = await tell(code)
  if (landing !== null) open(landing, productId)
}

/** Whoever joins is first heard of as who came. Never rejects. */
export async function beforeJoining(): Promise<void> {
  await telling
  await tellUntold()
}

async function tellUntold(): Promise<void> {
  const untold = load(UNTOLD)
  if (typeof untold === 'string' && untold !== '') await tell(untold)
}

/** Null when the cloud can't be reached: the code is kept. */
function tell(code: string): Promise<Landing | null> {
  save(UNTOLD, code)
  telling = api.land(code).then((answer) => {
    if (!answer.ok) return null
    if (load(UNTOLD) === code) save(UNTOLD, '')
    return answer.data.landing
  })
  return telling
}

/** A card opens its page by itself; what was scanned elsewhere, or leads deeper, is opened here. */
function open(landing: Landing, already: string | null): void {
  if (landing.kind === 'shop') return
  if (landing.kind === 'campaign') useLanding.setState({ claimCode: landing.claimCode ?? '' })
  if (landing.kind === 'product' && landing.productId !== already) wantProduct(landing.productId)
  const page = `/${LANDING_PAGES[landing.kind]}`
  if (currentPage() !== page) goTo(page)
}
