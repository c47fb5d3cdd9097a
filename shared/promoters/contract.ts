import * as v from 'valibot'
import { action } from '../kernel/action'
import { Bp, Count, FenAmount, FreeText, Id, Instant, Key, Nothing, SomeText } from '../kernel/fields'

/**
 * How a promoter (推客) stands. 'applied' waits for the owner · 'invited' waits for them · 'accepted' earns · 'declined'
 * may apply again · 'banned' earns nothing more and may not withdraw; what they have stays theirs on the books.
 */
export const PromoterState = v.picklist(['applied', 'invited', 'accepted', 'declined', 'banned'])
/** What goods pay; see `rateOf`. */
export const Rates = v.object({ rateBp: Bp, categories: v.record(Id, Bp), products: v.record(Id, Bp) })
/** A coupon that commission can be exchanged for: its campaign, what it is called, and what it takes of the balance. */
export const CouponPrice = v.object({ campaignId: Id, title: v.string(), fen: FenAmount })

/** The programme (推客计划) as the shop runs it; a part of `settings/shop`. */
export const Programme = v.object({
  ...Rates.entries,
  /** New applications are taken and new orders pay. What was earned before is released and paid out all the same. */
  open: v.boolean(),
  /** Days after receipt after which a commission is theirs. */
  returnDays: v.pipe(Count, v.maxValue(30)),
  /** The least that can be withdrawn at once, the most in a day of the shop, and from above which the owner approves. */
  minimumFen: FenAmount,
  dailyFen: FenAmount,
  approvalAboveFen: FenAmount,
  /** The owner pays by hand and writes down how. */
  cash: v.boolean(),
  /** WeChat transfers it (商家转账), each time at most `transferMaxFen`, and the person confirms within 24 hours. */
  transfer: v.boolean(),
  transferMaxFen: FenAmount,
  /** Points for a yuan of commission; 0: it can't be exchanged for points. */
  pointsPerYuan: Count,
  coupons: v.array(CouponPrice),
  terms: v.string(),
  /** Grows with each change of the terms. */
  termsVersion: Count,
})

const Fen = FenAmount
export const Balances = v.object({
  pendingFen: Fen,
  availableFen: Fen,
  withdrawingFen: Fen,
  withdrawnFen: Fen,
  debtFen: Fen,
})
/** A commission that is promised. Whose order it is of nobody is told. */
export const Promised = v.object({
  id: Id,
  paidAt: Instant,
  /** What is left of it after refunds. */
  fen: Fen,
  /** When it becomes available; null: the goods are not received yet, `returnDays` after that. */
  availableAt: v.nullable(Instant),
  /** The window as it was when the order was placed. */
  returnDays: Count,
})
export const EntryKind = v.picklist(['credit', 'release', 'clawBack', 'withdraw', 'paid', 'returned'])
/** One line of the account: what happened, and by how much it changed each balance. */
export const EntryLine = v.object({ n: Count, at: Instant, kind: EntryKind, fen: Fen, moves: Balances })
/** 'cash' by the owner's hand · 'points' and 'coupon' in exchange, at once · 'transfer' by WeChat, once it is confirmed. */
export const PayoutWay = v.picklist(['cash', 'points', 'coupon', 'transfer'])
/**
 * requested (waits for the owner's approval) → sent → paid. A transfer goes sent ⇄ waiting (the person has to confirm, by
 * `confirmBy`) → paid. 'failed', 'cancelled' and 'expired' (nobody confirmed) brought the money back.
 */
export const WithdrawalState = v.picklist([
  'requested',
  'sent',
  'waiting',
  'paid',
  'failed',
  'cancelled',
  'expired',
])
export const WithdrawalView = v.object({
  /** The payout's own number, `out_bill_no`. */
  no: Id,
  fen: Fen,
  way: PayoutWay,
  state: WithdrawalState,
  requestedAt: Instant,
  /** When it came to its end; null: it has not. */
  endedAt: v.nullable(Instant),
  /** While it is 'waiting': until when the person may confirm; null else. */
  confirmBy: v.nullable(Instant),
  /** It was given up, and WeChat has not said yet whether in time: `cancelWithdrawal` and confirming are over. */
  stopping: v.boolean(),
  /** In words: how the owner paid, why it was refused or did not arrive, which coupon, how many points. */
  note: v.string(),
})

/** The programme as everybody may read it: no rates. */
export const Offer = v.object({
  open: v.boolean(),
  terms: v.string(),
  termsVersion: Count,
  returnDays: Count,
  minimumFen: Fen,
  dailyFen: Fen,
  approvalAboveFen: Fen,
  cash: v.boolean(),
  transfer: v.boolean(),
  transferMaxFen: Fen,
  pointsPerYuan: Count,
  coupons: v.array(CouponPrice),
})
export const Myself = v.object({
  state: PromoterState,
  name: v.string(),
  /** The terms that they accepted; null: none yet. */
  termsVersion: v.nullable(Count),
  /** Why the owner declined or banned; '' else. */
  reason: v.string(),
})
const EntryPage = { entries: v.array(EntryLine), next: v.nullable(Count) }
/**
 * The caller's page: the programme, how they stand to it, their account, the next 20 promises, the last 10 payouts and
 * the newest 20 lines. `promoter` and `account` are null for who never applied; `rates` null for all but the accepted.
 * Four reads, however many friends they have.
 */
export const mine = action({
  name: 'promoters.mine',
  input: Nothing,
  output: v.object({
    offer: Offer,
    promoter: v.nullable(Myself),
    account: v.nullable(Balances),
    /** What may still be withdrawn today by the daily cap. */
    leftTodayFen: Fen,
    rates: v.nullable(Rates),
    promised: v.array(Promised),
    withdrawals: v.array(WithdrawalView),
    ...EntryPage,
  }),
  refusals: [],
})
/** The 20 lines before one, newest first; `next` is the `before` of the page after it, null: there is none. One read. */
export const entries = action({
  name: 'promoters.entries',
  input: v.strictObject({ before: Count }),
  output: v.object(EntryPage),
  refusals: [],
})
/** What goods pay, for the menu. Accepted promoters alone. One read. */
export const rates = action({
  name: 'promoters.rates',
  input: Nothing,
  output: v.object({ rates: Rates, returnDays: Count }),
  refusals: ['NOT_A_PROMOTER'],
})

const Self = v.object({ promoter: Myself })
/**
 * Applies with the terms that were on the screen (`termsVersion`), or answers an invitation and is accepted at once; who is
 * accepted accepts newer terms with it: without a note then, the one that they applied with stays. Twice is the same as once. TERMS_CHANGED: read them again. BANNED: the owner has
 * excluded them.
 */
export const apply = action({
  name: 'promoters.apply',
  input: v.strictObject({ name: SomeText(20), note: FreeText(100), termsVersion: Count }),
  output: Self,
  refusals: ['NOT_A_MEMBER', 'PROGRAMME_CLOSED', 'TERMS_CHANGED', 'BANNED', 'TEXT_REJECTED'],
})

const Paid = { withdrawal: WithdrawalView, account: Balances, leftTodayFen: Fen }
/** What `wx.requestMerchantTransfer` takes: the recipient confirms with it. */
export const Confirmation = v.object({ mchId: v.string(), appId: v.string(), package: v.string() })
/**
 * Withdraws from what is available; the same key is the same payout. Points and coupons come at once, unless it is above
 * the owner's limit; a transfer is then 'waiting' as a rule, and brings the `confirmation` along that the person gives on
 * this very tap (null: there is nothing to confirm, or not yet). `fen` of a coupon is its price. Details name the limit.
 */
export const withdraw = action({
  name: 'promoters.withdraw',
  input: v.strictObject({
    fen: v.pipe(Fen, v.minValue(1)),
    way: PayoutWay,
    campaignId: v.nullable(Id),
    key: Key,
  }),
  output: v.object({ ...Paid, confirmation: v.nullable(Confirmation) }),
  refusals: [
    'NOT_A_PROMOTER',
    /** This way is not offered (any more), or not at this price. */
    'WAY_GONE',
    'BELOW_MINIMUM',
    /** More than one transfer may be. */
    'OVER_TRANSFER',
    'OVER_DAILY',
    'NOT_ENOUGH',
  ],
  details: {
    BELOW_MINIMUM: v.object({ minimumFen: Fen }),
    OVER_TRANSFER: v.object({ transferMaxFen: Fen }),
    OVER_DAILY: v.object({ leftTodayFen: Fen }),
    NOT_ENOUGH: v.object({ availableFen: Fen }),
  },
})
/**
 * Gives up what the owner has not approved yet, or a transfer that is not confirmed: WeChat is asked to call that one back,
 * and until it has answered the payout is `stopping`. TOO_LATE: it is on its way, or ended.
 */
export const cancelWithdrawal = action({
  name: 'promoters.cancelWithdrawal',
  input: v.strictObject({ no: Id }),
  output: v.object(Paid),
  refusals: ['WITHDRAWAL_NOT_FOUND', 'TOO_LATE'],
})
/**
 * With what the recipient confirms a transfer that waits for it, later than on the tap that withdrew. For the recipient
 * alone. NOT_WAITING: it is confirmed, expired, given up or ended; `checkWithdrawal` tells. One read.
 */
export const confirmation = action({
  name: 'promoters.confirmation',
  input: v.strictObject({ no: Id }),
  output: Confirmation,
  refusals: ['WITHDRAWAL_NOT_FOUND', 'NOT_WAITING'],
})
/**
 * What has become of a payout: asks WeChat about a transfer that has not ended. After the confirm sheet, whatever it said,
 * and when the page is opened on one that waits or is on its way. For the recipient alone.
 */
export const checkWithdrawal = action({
  name: 'promoters.checkWithdrawal',
  input: v.strictObject({ no: Id }),
  output: v.object(Paid),
  refusals: ['WITHDRAWAL_NOT_FOUND'],
})

export type PromoterState = v.InferOutput<typeof PromoterState>
export type Programme = v.InferOutput<typeof Programme>
export type Offer = v.InferOutput<typeof Offer>
export type Myself = v.InferOutput<typeof Myself>
export type Promised = v.InferOutput<typeof Promised>
export type EntryKind = v.InferOutput<typeof EntryKind>
export type EntryLine = v.InferOutput<typeof EntryLine>
export type PayoutWay = v.InferOutput<typeof PayoutWay>
export type WithdrawalState = v.InferOutput<typeof WithdrawalState>
export type Confirmation = v.InferOutput<typeof Confirmation>
export type WithdrawalView = v.InferOutput<typeof WithdrawalView>
