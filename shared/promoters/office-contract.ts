import * as v from 'valibot'
import { action } from '../kernel/action'
import { Count, FenAmount, FreeText, Id, Instant, Nothing } from '../kernel/fields'
import { FieldFault } from '../coupons/campaign-contract'
import { Balances, PayoutWay, Programme, PromoterState, WithdrawalState } from './contract'

/** A promoter as owner and managers see them. */
export const PromoterCard = v.object({
  memberId: Id,
  name: v.string(),
  note: v.string(),
  state: PromoterState,
  termsVersion: v.nullable(Count),
  changedAt: Instant,
  reason: v.string(),
  account: v.nullable(Balances),
})
const Card = v.object({ promoter: PromoterCard })
/**
 * The promoters of one state, those that changed last first, at most 20 before `before`. Owner and managers; FORBIDDEN for
 * others, as for all that follow. Two reads beyond that of the rights.
 */
export const promoters = action({
  name: 'promoters.list',
  input: v.strictObject({ state: PromoterState, before: v.nullable(Instant) }),
  output: v.object({
    promoters: v.array(PromoterCard),
    more: v.boolean(),
    /** The caller may do what follows for the owner alone. */
    isOwner: v.boolean(),
  }),
  refusals: [],
})
/** Invites a member, whose answer to the terms makes them a promoter. Twice is the same as once. */
export const invite = action({
  name: 'promoters.invite',
  input: v.strictObject({ memberId: Id }),
  output: Card,
  refusals: ['MEMBER_NOT_FOUND', 'WRONG_STATE'],
  details: { WRONG_STATE: v.object({ state: PromoterState }) },
})
/**
 * applied → accepted or declined; invited → declined; accepted → banned; banned → accepted. `from` is the state on the
 * screen: WRONG_STATE tells what it is by now. A ban needs a reason.
 */
export const decide = action({
  name: 'promoters.decide',
  input: v.strictObject({
    memberId: Id,
    from: PromoterState,
    to: v.picklist(['accepted', 'declined', 'banned']),
    reason: FreeText(60),
  }),
  output: Card,
  refusals: ['PROMOTER_NOT_FOUND', 'WRONG_STATE', 'REASON_MISSING', 'TEXT_REJECTED'],
  details: { WRONG_STATE: v.object({ state: PromoterState }) },
})

/** A number of a form, whatever was typed: `programmeFaults` says in words what is wrong with it. */
const Figure = v.number()
const Own = v.record(Id, Figure)
export const ProgrammeDraft = v.strictObject({
  open: v.boolean(),
  rateBp: Figure,
  categories: Own,
  products: Own,
  returnDays: Figure,
  minimumFen: Figure,
  dailyFen: Figure,
  approvalAboveFen: Figure,
  cash: v.boolean(),
  transfer: v.boolean(),
  transferMaxFen: Figure,
  pointsPerYuan: Figure,
  coupons: v.pipe(v.array(v.strictObject({ campaignId: Id, fen: Figure })), v.maxLength(20)),
  terms: v.pipe(v.string(), v.trim(), v.maxLength(5000)),
})
/** `canTransfer`: the functions have the shop's WeChat Pay keys; without them a transfer can't be offered. */
const Form = v.object({
  form: v.object({ programme: Programme, version: v.string(), canTransfer: v.boolean() }),
})
/** The programme's form, and the coupons that it may offer by now. Owner and managers read it. */
export const settings = action({
  name: 'promoters.settings',
  input: Nothing,
  output: v.object({
    ...Form.entries,
    coupons: v.array(v.object({ campaignId: Id, title: v.string() })),
    /** The caller may save it. */
    isOwner: v.boolean(),
  }),
  refusals: [],
})
/**
 * Saves it; the owner alone. Rates and window hold for orders that are placed from now on. New terms get a new version.
 * `version` is the one on which the form was opened; CHANGED_MEANWHILE brings what is there now.
 */
export const saveSettings = action({
  name: 'promoters.saveSettings',
  input: v.strictObject({ version: v.pipe(v.string(), v.maxLength(64)), draft: ProgrammeDraft }),
  output: Form,
  refusals: ['CONTRADICTION', 'CHANGED_MEANWHILE', 'TEXT_REJECTED'],
  details: { CONTRADICTION: v.object({ faults: v.array(FieldFault) }), CHANGED_MEANWHILE: Form },
})

/**
 * Why a transfer does not get on, as WeChat says; it is tried again by itself. 'balance': the merchant account has too
 * little · 'limit': a quota of the merchant's is used up for now · 'setup': keys, rights or scene of the merchant account
 * are not as they must be · 'unknown': WeChat gives no answer.
 */
export const TransferTrouble = v.picklist(['balance', 'limit', 'setup', 'unknown'])
/** A payout as the owner sees it. */
export const PayoutCard = v.object({
  no: Id,
  memberId: Id,
  name: v.string(),
  fen: FenAmount,
  way: PayoutWay,
  state: WithdrawalState,
  requestedAt: Instant,
  endedAt: v.nullable(Instant),
  confirmBy: v.nullable(Instant),
  stopping: v.boolean(),
  /** null: nothing is wrong with it. */
  trouble: v.nullable(TransferTrouble),
  note: v.string(),
})
/** Payouts that are open, the oldest first, at most 50: to approve, to pay by hand, and transfers that have not ended. The owner alone. Two reads. */
export const payouts = action({
  name: 'promoters.payouts',
  input: Nothing,
  output: v.object({ payouts: v.array(PayoutCard), more: v.boolean() }),
  refusals: [],
})
/**
 * 'approve' sends what waits for it · 'refuse' brings the money back, with a reason, as long as it is not paid (a
 * transfer that was sent is called back first, and is `stopping` until WeChat has answered) · 'paid' records how it was
 * paid by hand. The owner alone. WRONG_STATE tells what it is by now; NOTE_MISSING: a refusal and a
 * payment need words.
 */
export const settlePayout = action({
  name: 'promoters.settlePayout',
  input: v.strictObject({ no: Id, deed: v.picklist(['approve', 'refuse', 'paid']), note: FreeText(60) }),
  output: v.object({ payout: PayoutCard }),
  refusals: ['WITHDRAWAL_NOT_FOUND', 'WRONG_STATE', 'NOTE_MISSING', 'TEXT_REJECTED'],
  details: { WRONG_STATE: v.object({ state: WithdrawalState }) },
})

/**
 * The ledger of one month (`YYYYMM` of the shop) as CSV with a head, oldest first, at most 1000 entries after `after`;
 * `next` is the `after` of the rest, null: that is all. The owner alone. One read.
 */
export const exportLedger = action({
  name: 'promoters.export',
  input: v.strictObject({
    month: v.pipe(v.string(), v.regex(/^\d{4}(0[1-9]|1[0-2])$/)),
    after: v.nullable(v.pipe(v.string(), v.maxLength(100))),
  }),
  output: v.object({ csv: v.string(), next: v.nullable(v.string()) }),
  refusals: [],
})

/** Payload of the delayed call that goes on releasing; carries nothing: what is due is read again. */
export const ReleaseTask = v.strictObject({ task: v.literal('promoters.release') })
/** Payload of the delayed call that asks what became of a transfer. */
export const FollowTask = v.strictObject({ task: v.literal('promoters.followPayout'), no: Id })

export type FollowTask = v.InferOutput<typeof FollowTask>
export type PromoterCard = v.InferOutput<typeof PromoterCard>
export type ProgrammeDraft = v.InferOutput<typeof ProgrammeDraft>
export type TransferTrouble = v.InferOutput<typeof TransferTrouble>
export type ProgrammeForm = v.InferOutput<typeof Form>['form']
export type CouponOption = v.InferOutput<typeof settings.output>['coupons'][number]
export type PayoutCard = v.InferOutput<typeof PayoutCard>
