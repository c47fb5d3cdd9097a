import * as v from 'valibot'
import { action } from '../kernel/action'
import { Count, FenAmount, Id, Instant, SomeText } from '../kernel/fields'
import { Campaign, Code, CODE_REFUSALS, Product, Shop, ShopChannel } from './contract'

/** The longest name of a code. */
export const LABEL_MAX = 20
/** What a code of the shop's own leads to: home, a product, or a campaign whose coupon is claimed or had by a secret. */
export const ShopTarget = v.variant('kind', [Shop, Product, Campaign])

/** What came through a code since it was made. */
export const ChannelCounts = v.object({
  /** Comings of anybody, the same visit once. */
  visits: Count,
  /** Members who opened it last of all before they joined, within 30 days. */
  joins: Count,
  /** Paid orders of theirs: the first (placed before any other was paid), all of them, and what was paid; refunds are not taken off. */
  firstOrders: Count,
  orders: Count,
  gmvFen: FenAmount,
})
/** A code that hangs in the shop. */
export const ShopCodeView = v.object({
  code: Code,
  channel: ShopChannel,
  label: v.string(),
  target: v.picklist(['shop', 'product', 'campaign']),
  /** Of the product or coupon, as it was called when the code was made; '' for the shop. */
  targetName: v.string(),
  /** File id of the mini-program code's picture. */
  picture: v.nullable(v.string()),
  createdAt: Instant,
  /** From then on it leads to the shop and counts nothing; null: it is open. */
  closedAt: v.nullable(Instant),
  counts: ChannelCounts,
})

/**
 * Makes a code of the shop's own, with its picture; it binds nobody to anybody. For owners and managers, as all of this.
 * `key` makes it once: asked for again it is the same code. Recorded.
 */
export const shopCode = action({
  name: 'referral.shopCode',
  input: v.strictObject({ key: Id, channel: ShopChannel, label: SomeText(LABEL_MAX), target: ShopTarget }),
  output: v.object({ shopCode: ShopCodeView }),
  refusals: CODE_REFUSALS,
})
/** The shop's codes with their counts, the newest first, 20 at a time. `before`: the last page's `next`. Two reads. */
export const shopCodes = action({
  name: 'referral.shopCodes',
  input: v.strictObject({ before: v.nullable(Instant) }),
  output: v.object({ codes: v.array(ShopCodeView), next: v.nullable(Instant) }),
  refusals: [],
})
/** Renames a code, closes it, or opens it again. Pictures that hang somewhere stay as they are. Recorded. */
export const changeShopCode = action({
  name: 'referral.changeShopCode',
  input: v.strictObject({ code: Code, label: SomeText(LABEL_MAX), closed: v.boolean() }),
  output: v.object({ label: v.string(), closedAt: v.nullable(Instant) }),
  refusals: ['CODE_NOT_FOUND'],
})

export type ShopTarget = v.InferOutput<typeof ShopTarget>
export type ShopCodeView = v.InferOutput<typeof ShopCodeView>
export type ChannelCounts = v.InferOutput<typeof ChannelCounts>
