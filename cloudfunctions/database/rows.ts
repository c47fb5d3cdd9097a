/** Documents as they lie in the database. Repositories map them; the seed and migrations write them. */
import type { Address } from '@shared/addresses/contract'
import type { Category, Packaging, Product, Store } from '@shared/catalogue/contract'
import type { OffMark } from '@shared/catalogue/sold-out'
import type { CampaignDraft, CampaignState } from '@shared/coupons/campaign-contract'
import type { CouponState, Terms } from '@shared/coupons/contract'
import type { Fen } from '@shared/kernel/money'
import type { Instant } from '@shared/kernel/time'
import type { Role } from '@shared/members/contract'
import type { Account, Loyalty, PointLine } from '@shared/points/contract'
import type { PayRoute } from './pay-rows'
import type { Programme } from '@shared/promoters/contract'
import type { RewardTerms } from '@shared/rewards/terms'
import type { BoundRow, CameByRow, UnboundRow } from './referral-rows'
import type { ReachRules } from '@shared/reach/quiet'
import type { RecoveryPlan } from '@shared/recovery/plan'

/** `settings/shop`. Stores are a map, so that one store's switch is one field's update. */
export type ShopRow = {
  readonly _id: 'shop'
  readonly name: string
  readonly notice: string
  readonly menuVersion: number
  readonly stores: Readonly<Record<string, StoreRow>>
  readonly packaging: readonly Packaging[]
  /** Template name (`ORDER_READY`, `ORDER_REFUNDED`, `COUPON_EXPIRING`) → WeChat template id and our field → the template's key. */
  readonly templates: Readonly<Record<string, { id: string; fields: Readonly<Record<string, string>> }>>
  readonly welcomeCampaignId: string | null
  readonly loyalty: Loyalty
  /** An order that is not paid within this ends. */
  readonly payWithinMs: number
  /** A paid order that nobody accepts: after `remindMs` the staff are told again, after `refundMs` it is refunded. */
  readonly acceptance: { readonly remindMs: number; readonly refundMs: number }
  readonly subMchId: string
  /** By which route WeChat Pay is reached; flows are ids of the cloud's payment workflows. */
  readonly pay: PayRoute
  /** Whether WeChat wants shipping information uploaded (发货信息管理), else the money stays frozen. */
  readonly uploadsShipping: boolean
  /** Running campaigns whose coupons come by themselves after an order: copies, so that paying reads no campaign. */
  readonly nthOrderCampaigns: Readonly<Record<string, number>>
  /** How promoters earn; absent: this shop has none. */
  readonly programme?: Programme
  /** Quiet hours and lead of reminders; absent: `DEFAULT_RULES`. */
  readonly reach?: ReachRules
  /** How orders that were left are answered; absent: they are not. `on: false` stops what is under way as well. */
  readonly recovery?: RecoveryPlan & { readonly on: boolean }
  /** What bringing a friend brings while a campaign for it runs: a copy, so that an order takes it along unread. */
  readonly bringFriend?: RewardTerms
}
/** `soldOut` is a map sku → mark for the same reason; a mark of a day that is over says nothing. `order` sorts the stores. */
export type StoreRow = Omit<Store, 'stopped'> & {
  readonly order: number
  readonly soldOut: Readonly<Record<string, OffMark>>
}
/** `catalogue/menu` */
export type MenuRow = {
  readonly _id: 'menu'
  readonly version: number
  readonly categories: readonly Category[]
  readonly products: readonly Product[]
}
/** `counters/<storeId>` */
export type CounterRow = {
  readonly _id: string
  /** member id → role and the name that colleagues see */
  readonly staff: Readonly<Record<string, { readonly role: Role; readonly name: string }>>
  /** The store's name and switch as copies, so that the counter's board is one read; `settings/shop` has the say. */
  readonly storeName?: string
  readonly paused?: boolean
  /** What reconciliation found in this store's orders and nobody has put away yet, the newest first; at most 50. */
  readonly alerts?: readonly AlertRow[]
}
/** A payment or refund that our books and WeChat's tell differently; handled: what could be done was done by itself. */
export type AlertRow = {
  /** `<day>:<order>:<kind>`: found again, it is the same. */
  readonly id: string
  readonly day: string
  readonly orderId: string
  readonly storeId: string
  readonly pickupCode: string
  readonly kind: 'notThere' | 'notHere' | 'amount' | 'transaction' | 'refund'
  readonly hereFen: Fen
  /** null: WeChat tells no amount. */
  readonly thereFen: Fen | null
  readonly handled: boolean
}
/** `reconciliations/<day>`: the payments of a day's orders held against WeChat's, page by page. */
export type ReconciliationRow = {
  readonly _id: string
  /** Orders placed from here on are still to be compared; null: all are. */
  readonly from: Instant | null
  readonly compared: number
  /** Orders of which WeChat gave no answer: nothing is known of them. */
  readonly unanswered: number
  readonly differences: readonly AlertRow[]
}
/**
 * `stock/<storeId>:<skuId>:<day>`; available + held + sold = supply. No document: nobody has touched that day's stock,
 * and all of the store's daily supply is there.
 */
export type StockRow = {
  readonly _id: string
  readonly storeId: string
  readonly skuId: string
  readonly day: string
  readonly supply: number
  readonly available: number
  readonly held: number
  readonly sold: number
  /** `shop` while nothing is left: one read brings the shop and what ran out. Absent otherwise. */
  readonly emptyOf?: 'shop'
}
/** `slots/<storeId>:<day>:<slotId>`: units of goods that orders hold or have bought. No document: none. */
export type SlotRow = {
  readonly _id: string
  readonly storeId: string
  readonly day: string
  readonly slotId: string
  readonly held: number
  readonly sold: number
}
export type MemberRow = {
  readonly _id: string
  /** Ties it to `settings/shop`, so that one read brings the member, their coupons and the shop. */
  readonly shopId: 'shop'
  readonly openid: string
  readonly nickname: string
  readonly avatar: string
  readonly phone: string | null
  readonly joinedAt: Instant
  readonly worksAt: readonly string[]
  /** `MMDD` */
  readonly birthday: string | null
  readonly tags: readonly string[]
  readonly account: Account
  /** When rules look at this member next: birthday coupons and those for the dormant; absent: never. */
  readonly birthdayDueAt?: Instant
  readonly dormantDueAt?: Instant
  /** Who brought this member, locked with signup, as in `bindings`; absent: nobody. It survives 注销 and a return. */
  readonly bound?: BoundRow
  /** Through which code of the shop's own they came; absent: through none. It survives likewise. */
  readonly cameBy?: CameByRow
  /** Who might have brought them and did not count; absent: nobody, or they are bound. */
  readonly unbound?: UnboundRow
  /** The shop took the right to bring friends away; absent: it did not. */
  readonly barredAt?: Instant
  /** Set by 注销: personal fields are emptied, the id stays as a tombstone. */
  readonly leftAt: Instant | null
}
/** `campaigns/<id>` */
export type CampaignRow = CampaignDraft & {
  readonly _id: string
  readonly state: CampaignState
  readonly version: number
  readonly createdAt: Instant
  readonly updatedAt: Instant
  /** How many documents its budget lies in: `budgets/<id>#0` and so on. Never fewer than before. */
  readonly shardsMade: number
  /** Present while it runs and is taken in the claim centre: one read brings the shop and what it offers. */
  readonly offeredIn?: 'shop'
}
/** `campaignCodes/<CODE>`: the campaign that a code or a channel leads to. The id keeps a code unique. */
export type CampaignCodeRow = { readonly _id: string; readonly campaignId: string }
/**
 * `budgets/<campaignId>#<shard>`: what this shard has issued (revoked coupons taken off) and may still issue. `null`
 * left: no limit of that kind. Law 5, over all shards: left + issued = budget, and nothing left is below 0.
 */
export type BudgetRow = {
  readonly _id: string
  readonly campaignId: string
  readonly shard: number
  readonly countLeft: number | null
  readonly fenLeft: Fen | null
  readonly issued: number
  readonly issuedFen: Fen
  /** As its campaign. */
  readonly offeredIn?: 'shop'
}
/** `coupons/<campaign>:<member>:<grantKey>` */
export type CouponRow = {
  readonly _id: string
  readonly campaignId: string
  readonly memberId: string
  readonly terms: Terms
  readonly state: CouponState
  readonly issuedAt: Instant
  /** It can be used in `[startsAt, expiresAt)`. */
  readonly startsAt: Instant
  readonly expiresAt: Instant
  readonly orderId: string | null
  /** The budget's shard from which it was issued, and how much it reserved. */
  readonly shard: number
  readonly reservedFen: Fen
  /** Set when a full refund brought it back: that happens once. */
  readonly returned?: boolean
  /** What it was given for was undone after its use: should its order be refunded, it does not come back. */
  readonly forfeited?: boolean
  /** The key under which the member claimed it, or the staff gave it: the same key again is the same coupon. */
  readonly claimKey?: string
}
/** `pointEntries/<kind>:<source>`: movements of points that no order tells of; an order is its own posting. */
export type PointEntryRow = {
  readonly _id: string
  readonly memberId: string
  readonly at: Instant
  /** Σ lots */
  readonly points: number
  /** Lot → what moved in it. */
  readonly lots: Readonly<Record<string, number>>
  readonly why: PointLine['why']
  readonly what: string
}
/** `addresses/<memberId>`: a person's address book, the newest first. */
export type AddressBookRow = {
  readonly _id: string
  readonly addresses: readonly Address[]
}
/** `audit/<id>`: who changed what that moves money, rights, prices or campaigns. */
export type AuditRow = {
  readonly _id: string
  readonly at: Instant
  readonly by: string
  readonly storeId: string | null
  readonly what: string
  readonly subject: string
  readonly before: unknown
  readonly after: unknown
}

export type * from './referral-rows'
export type { Aside, ExperimentRow, ExposureOutcome, ExposureRow, Tally } from './recovery-rows'
export type { ConsentRow, JobRow, ReachLogRow } from './reach-rows'
export type {
  NoticeState,
  OrderRow,
  OutboxEntry,
  PayEventRow,
  RefundRow,
  RefundTrouble,
  ShippingRow,
} from './order-rows'
export type { PayRoute, PayVia } from './pay-rows'
export type * from './promoter-rows'
export type * from './reward-rows'
