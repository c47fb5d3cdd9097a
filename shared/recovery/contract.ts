import * as v from 'valibot'
import { FieldFault } from '../coupons/campaign-contract'
import { action } from '../kernel/action'
import { Count, FenAmount, Id, Instant, Nothing } from '../kernel/fields'

/** A number of a form, whatever was typed: `planFaults` says in words what is wrong with it. */
const Figure = v.number()
/** What owner and managers decide about orders that were left. */
export const RecoveryDraft = v.strictObject({
  on: v.boolean(),
  remindAfterMs: Figure,
  couponAfterMs: Figure,
  /** A campaign whose coupons the shop gives by hand; null: nothing is given. */
  campaignId: v.nullable(Id),
  marginBp: Figure,
  chanceBp: Figure,
  coolDownMs: Figure,
  perYear: Figure,
  habitBp: Figure,
  /** How long the comparison runs before it is read. */
  readoutMs: Figure,
  expectedBp: Figure,
  worthKnowingBp: Figure,
})
/** Campaigns whose coupon can be given, that run now. */
export const RecoveryChoice = v.object({ campaignId: Id, title: v.string(), costFen: FenAmount })
const Form = v.object({
  form: v.object({
    draft: RecoveryDraft,
    /** A mark over everything that the draft holds. */
    version: v.pipe(v.string(), v.maxLength(64)),
    choices: v.array(RecoveryChoice),
    /** Whether the shop has the template that reminds of an unpaid order, and the one that tells of a coupon. */
    templates: v.object({ unpaid: v.boolean(), coupon: v.boolean() }),
  }),
})
/** The form. Owner and managers; FORBIDDEN for others, as for all that follow. Three reads. */
export const settings = action({
  name: 'recovery.settings',
  input: Nothing,
  output: Form,
  refusals: [],
})
/**
 * Saves it. What changes the rules begins a new comparison from now on; orders that were left before keep their own.
 * `version` is the one on which the form was opened; CHANGED_MEANWHILE brings what is there now.
 */
export const save = action({
  name: 'recovery.save',
  input: v.strictObject({ version: v.pipe(v.string(), v.maxLength(64)), draft: RecoveryDraft }),
  output: Form,
  refusals: ['CONTRADICTION', 'CHANGED_MEANWHILE'],
  details: { CONTRADICTION: v.object({ faults: v.array(FieldFault) }), CHANGED_MEANWHILE: Form },
})

/** Why an order that was left was not compared, or brought no coupon: gates, and what stands aside of them. */
export const Why = v.picklist([
  'regular',
  'active',
  'coolDown',
  'perYear',
  'habit',
  'notWorth',
  'chance',
  'heldOut',
  'recent',
  'goodsGone',
  'noCoupon',
])
/** One order that was left, and what was decided. */
export const LeftOrder = v.object({
  orderId: Id,
  at: Instant,
  /** null: it is in neither. */
  arm: v.nullable(v.picklist(['treated', 'control'])),
  why: v.array(Why),
  /** Whether a coupon lies in the wallet for it. */
  given: v.boolean(),
  /** null: not known yet. */
  bought: v.nullable(v.boolean()),
  member: v.string(),
  goods: v.string(),
  payFen: FenAmount,
  /** What became of the reminder while it could be paid; null: none was planned. */
  reminder: v.nullable(v.picklist(['pushed', 'inApp', 'held', 'paid', 'failed'])),
})
/**
 * The campaign card and the latest decisions. Owner and managers. Six reads, and one more for each thousand members of the
 * comparison.
 */
export const report = action({
  name: 'recovery.report',
  input: Nothing,
  output: v.object({
    on: v.boolean(),
    /** null: there was never a plan. */
    running: v.nullable(
      v.object({
        version: Count,
        /** What its coupon is called; null: it ends with the reminder, and nothing is compared. */
        coupon: v.nullable(v.string()),
        startedAt: Instant,
        readoutAt: Instant,
        treated: Count,
        control: Count,
        /** The card, in sentences. */
        card: v.array(v.string()),
      }),
    ),
    latest: v.array(LeftOrder),
  }),
  refusals: [],
})

export type RecoveryDraft = v.InferOutput<typeof RecoveryDraft>
export type RecoveryChoice = v.InferOutput<typeof RecoveryChoice>
export type Why = v.InferOutput<typeof Why>
export type LeftOrder = v.InferOutput<typeof LeftOrder>
