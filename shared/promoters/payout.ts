import type { Fen } from '../kernel/money'
import { refuse } from '../kernel/refusal'
import { shopDay, type Instant } from '../kernel/time'
import type { Offer, PayoutWay, WithdrawalState } from './contract'

/** What a payout is to be, frozen when it is requested. */
export type PayoutPlan = {
  readonly campaignId: string | null
  /** Points that come for it; 0 for the other ways. */
  readonly points: number
  readonly note: string
  /** The owner has to approve it first. */
  readonly approval: boolean
}
/** What a promoter asks for: so much, in this way; a coupon by its campaign. */
export type Wish = { readonly fen: Fen; readonly way: PayoutWay; readonly campaignId: string | null }

/** A payout as the programme allows it now; WAY_GONE, BELOW_MINIMUM, OVER_TRANSFER. What the account allows is another matter. */
export function payoutPlan(programme: Offer, { fen, way, campaignId }: Wish) {
  const approval = fen > programme.approvalAboveFen
  const plan = (over: Partial<PayoutPlan>): PayoutPlan => ({
    campaignId: null,
    points: 0,
    note: '',
    approval,
    ...over,
  })
  if (way === 'coupon') {
    const coupon = programme.coupons.find((one) => one.campaignId === campaignId && one.fen === fen)
    return coupon ? plan({ campaignId: coupon.campaignId, note: coupon.title }) : refuse('WAY_GONE')
  }
  if (!isOffered(programme, way)) return refuse('WAY_GONE')
  const { minimumFen, transferMaxFen } = programme
  if (fen < minimumFen) return refuse('BELOW_MINIMUM', { minimumFen })
  if (way === 'transfer' && fen > transferMaxFen) return refuse('OVER_TRANSFER', { transferMaxFen })
  if (way !== 'points') return plan({})
  const points = pointsFor(fen, programme.pointsPerYuan)
  return points > 0 ? plan({ points, note: `${points} 积分` }) : refuse('BELOW_MINIMUM', { minimumFen: 100 })
}

/** Whether the shop pays out in this way. */
export const isOffered = (
  { cash, transfer, pointsPerYuan, coupons }: Pick<Offer, 'cash' | 'transfer' | 'pointsPerYuan' | 'coupons'>,
  way: PayoutWay,
): boolean => ({ cash, transfer, points: pointsPerYuan > 0, coupon: coupons.length > 0 })[way]

/** ⌊fen · points a yuan / 100⌋ */
export const pointsFor = (fen: Fen, pointsPerYuan: number): number => Math.floor((fen * pointsPerYuan) / 100)

/** What was drawn on one day of the shop. */
export type Drawn = { readonly day: string; readonly fen: Fen }

/** What the daily cap still allows at an instant. */
export const leftToday = ({ day, fen }: Drawn, dailyFen: Fen, now: Instant): Fen =>
  Math.max(0, day === shopDay(now) ? dailyFen - fen : dailyFen)

/** The day's sum after another payout. */
export const drawnAfter = ({ day, fen }: Drawn, payoutFen: Fen, today: string): Drawn => ({
  day: today,
  fen: (day === today ? fen : 0) + payoutFen,
})

/** The day's sum after a payout of that day came back; one of another day leaves it alone. */
export const drawnWithout = (drawn: Drawn, payoutFen: Fen, payoutDay: string): Drawn =>
  drawn.day === payoutDay ? { day: drawn.day, fen: drawn.fen - payoutFen } : drawn

type Standing = { readonly state: WithdrawalState; readonly way: PayoutWay; readonly stopping: boolean }
/** A transfer that was sent can be called back, as long as nobody has asked for that yet. */
const canCallBack = ({ state, way, stopping }: Standing): boolean =>
  way === 'transfer' && (state === 'sent' || state === 'waiting') && !stopping

/** What owner and promoter may do with a payout, by its state. */
export const canPayout = {
  approve: ({ state }: Standing): boolean => state === 'requested',
  cancel: (one: Standing): boolean => one.state === 'requested' || canCallBack(one),
  /** An exchange that was sent may have been given already, so nobody brings its money back. */
  refuse: (one: Standing): boolean =>
    one.state === 'requested' || (one.state === 'sent' && one.way === 'cash') || canCallBack(one),
  paid: ({ state, way }: Standing): boolean => state === 'sent' && way === 'cash',
  /** The recipient confirms, until `confirmBy`. */
  confirm: (one: Standing & { readonly confirmBy: Instant | null }, now: Instant): boolean =>
    one.state === 'waiting' && !one.stopping && one.confirmBy !== null && now < one.confirmBy,
}
