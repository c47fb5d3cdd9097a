import { Defect, isRefused } from '@shared/kernel/refusal'
import type { PayoutWay } from '@shared/promoters/contract'
import type { WithdrawalRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import type { Payout, PayoutOutcome, PayoutProvider } from '../../platform/payout'
import { readShop } from '../catalogue'
import { issueOnce } from '../coupons'
import { givePoints } from '../points'
import { byTransfer } from './transfer-payout'

/** A payout with what was frozen of it when it was requested. */
type Frozen = Payout &
  Pick<WithdrawalRow, 'points' | 'campaignId' | 'transfer'> & {
    /** This very invocation has just written that it sends it; else it was sent before, and is asked for. */
    readonly fresh: boolean
  }

/** The owner pays it with their own hands, and writes down how. */
const byHand: PayoutProvider<Frozen> = { send: () => Promise.resolve({ became: 'open' }) }

/** Points, under the payout's number: sent again, they were given already. */
const asPoints: PayoutProvider<Frozen> = {
  async send({ no, memberId, points }, ctx) {
    const { loyalty } = await readShop(ctx.db)
    const entry = { id: `commission:${no}`, memberId, at: ctx.now, why: 'commission' as const, what: '' }
    const given = await ctx.tx((db) => givePoints(db, { ...entry, points }, loyalty))
    return isRefused(given) ? GONE : { became: 'paid', note: `${points} 积分` }
  },
}

/** Of a coupon's id its grant key has so much left: 60 bits of the payout's number. */
const KEY_CHARS = 13

/** A coupon, under the payout's number. What the campaign no longer gives brings the money back. */
const asCoupon: PayoutProvider<Frozen> = {
  async send({ no, memberId, campaignId }, ctx) {
    if (campaignId === null) throw new Defect('a coupon of no campaign', { no })
    const wish = { campaignId, memberId, grantKey: no.slice(0, KEY_CHARS) }
    const issued = await ctx.tx((db) => issueOnce(db, wish, ctx))
    if (!isRefused(issued)) return { became: 'paid', note: issued.title }
    return issued.refused === 'NOT_A_MEMBER' ? GONE : { became: 'failed', note: '这张券已经换完了' }
  },
}
const GONE: PayoutOutcome = { became: 'failed', note: '已不是会员' }

const asTransfer: PayoutProvider<Frozen> = {
  send({ transfer, ...payout }, ctx) {
    if (!transfer) throw new Defect('a transfer that knows nothing', { no: payout.no })
    return byTransfer.send({ ...payout, transfer }, ctx)
  },
}

const WAYS: Readonly<Record<PayoutWay, PayoutProvider<Frozen>>> = {
  cash: byHand,
  points: asPoints,
  coupon: asCoupon,
  transfer: asTransfer,
}

/** Sends a payout by its way, or asks what became of it. */
export const sendPayout = (row: WithdrawalRow, fresh: boolean, ctx: CloudCtx): Promise<PayoutOutcome> =>
  WAYS[row.way].send(
    {
      no: row._id,
      memberId: row.promoter,
      fen: row.fen,
      points: row.points,
      campaignId: row.campaignId,
      fresh,
      ...(row.transfer && { transfer: row.transfer }),
    },
    ctx,
  )
