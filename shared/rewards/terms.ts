import type { Fen } from '../kernel/money'
import { shopDay, shopMonth, type Instant } from '../kernel/time'
import type { Caps, Gift, RewardDraft, RewardEvent, WantedGift } from './contract'

/** A campaign's promise, as the shop's settings carry it while it runs and an order freezes it. */
export type RewardTerms = Pick<
  RewardDraft,
  'name' | 'minPaidFen' | 'caps' | 'holdEnds' | 'note' | 'startAt' | 'endAt'
> & {
  readonly campaignId: string
  readonly when: 'signup' | 'firstOrder'
  readonly promoter: Gift | null
  readonly friend: Gift | null
  readonly second: Gift | null
  /** Points given now end so many months later. */
  readonly validMonths: number
}

/** The promise of a lawful draft; `titles`: coupon campaign → what its coupon is called. Null for an unlawful one. */
export function termsOf(
  campaignId: string,
  draft: RewardDraft,
  titles: ReadonlyMap<string, string>,
  validMonths: number,
): RewardTerms | null {
  if (draft.when === 'share') return null
  const gift = (wanted: WantedGift | null): Gift | null => {
    if (wanted?.kind === 'points') return wanted
    if (wanted?.kind !== 'coupon') return null
    return { ...wanted, title: titles.get(wanted.campaignId) ?? '' }
  }
  const { name, when, minPaidFen, caps, holdEnds, note, startAt, endAt } = draft
  return {
    campaignId,
    name,
    when,
    minPaidFen,
    caps,
    holdEnds,
    note,
    startAt,
    endAt,
    promoter: gift(draft.promoter),
    friend: gift(draft.friend),
    second: gift(draft.second),
    validMonths,
  }
}

/** What an event brings each side, and the most orders after which nothing more can come. */
export function partsFor(
  terms: RewardTerms,
  event: RewardEvent,
): { readonly promoter: Gift | null; readonly friend: Gift | null } | null {
  if (event === 'second') return terms.second && { promoter: terms.second, friend: null }
  if ((event === 'signup') !== (terms.when === 'signup')) return null
  return { promoter: terms.promoter, friend: terms.friend }
}

/**
 * The terms that an order takes along: of a campaign that runs in `[startAt, endAt)` when it is placed, where the friend
 * was brought by somebody and has not bought so often that nothing can come of it any more. Else null, and the order
 * costs nothing here.
 */
export function termsForOrder(
  terms: RewardTerms | undefined,
  { promoter, paidOrders }: { readonly promoter: string | null; readonly paidOrders: number | null },
  now: Instant,
): RewardTerms | null {
  if (terms === undefined || promoter === null || paidOrders === null) return null
  if (now < terms.startAt || now >= terms.endAt) return null
  const first = terms.when === 'firstOrder' && paidOrders < 1
  const second = terms.second !== null && paidOrders < 2
  return first || second ? terms : null
}

/**
 * Which event a paid order is, by the count that includes it; null: none that this promise is about. One that cost the
 * friend nothing is none.
 */
export function eventOf(terms: RewardTerms, paidOrders: number, payFen: Fen): RewardEvent | null {
  if (payFen < Math.max(1, terms.minPaidFen)) return null
  if (paidOrders === 1 && terms.when === 'firstOrder') return 'first'
  return paidOrders === 2 && terms.second !== null ? 'second' : null
}

/** How often a promoter was rewarded by one campaign; day and month say which ones `today` and `thisMonth` mean. */
export type CapCount = {
  readonly total: number
  readonly day: string
  readonly today: number
  readonly month: string
  readonly thisMonth: number
}
const NONE: CapCount = { total: 0, day: '', today: 0, month: '', thisMonth: 0 }

/** Whether one more would exceed a cap. Law: what passes keeps `counted` within all three. */
export function isCapped(count: CapCount | undefined, caps: Caps, now: Instant): boolean {
  const { total, today, thisMonth } = counted(count, now)
  const over = (n: number, most: number | null) => most !== null && n > most
  return over(total, caps.total) || over(today, caps.day) || over(thisMonth, caps.month)
}

/** The count with one more at this instant. */
export function counted(count: CapCount = NONE, now: Instant): CapCount {
  const [day, month] = [shopDay(now), shopMonth(now)]
  return {
    total: count.total + 1,
    day,
    today: (count.day === day ? count.today : 0) + 1,
    month,
    thisMonth: (count.month === month ? count.thisMonth : 0) + 1,
  }
}
