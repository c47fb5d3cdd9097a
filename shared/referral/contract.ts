import * as v from 'valibot'
import { action } from '../kernel/action'
import { Id } from '../kernel/fields'

/** A short code: 60 bits that only the cloud can make, in characters that any scene or URL carries. */
export const Code = v.pipe(v.string(), v.regex(/^[0-9a-v]{12}$/))
/** How a member passes it on: a card in a chat, a mini-program code, a poster, a link. */
export const MemberChannel = v.picklist(['card', 'code', 'poster', 'link'])
/** Where the shop's own codes hang, or who hands them out. */
export const ShopChannel = v.picklist(['store', 'table', 'insert', 'staff', 'group'])
export const Channel = v.picklist([...MemberChannel.options, ...ShopChannel.options])

export const Shop = v.object({ kind: v.literal('shop') })
export const Product = v.object({ kind: v.literal('product'), productId: Id })
export const Campaign = v.object({ kind: v.literal('campaign'), campaignId: Id })
/** What a code is to lead to. `order` is one of the caller's own, "I drank this": it leads to the product, and names nobody. */
export const WantedTarget = v.variant('kind', [
  Shop,
  Product,
  Campaign,
  v.object({ kind: v.literal('order'), orderId: Id }),
])
/** Where a code leads. `claimCode`: what opens the campaign's coupon, as a channel's link carries it; null: the claim centre offers it. */
export const Landing = v.variant('kind', [
  Shop,
  Product,
  v.object({ ...Campaign.entries, claimCode: v.nullable(v.string()) }),
])

const Made = v.object({
  code: Code,
  /** Page path with the code in its query: a share card's. */
  path: v.string(),
  /** File id of the mini-program code's picture; null where the channel needs none. */
  picture: v.nullable(v.string()),
  /** For use outside of WeChat; null where the channel needs none, or WeChat gives none to this shop. */
  link: v.nullable(v.string()),
})
export const CODE_REFUSALS = [
  /** No such product, campaign or order that the caller may pass on. */
  'TARGET_UNKNOWN',
  /** WeChat drew no picture; the same again may succeed. */
  'PICTURE_FAILED',
] as const

/** The caller's own code for a target. Asked for again it is the same code and the same picture. */
export const code = action({
  name: 'referral.code',
  input: v.strictObject({ target: WantedTarget, channel: MemberChannel }),
  output: Made,
  refusals: ['NOT_A_MEMBER', ...CODE_REFUSALS],
})
/**
 * Somebody came through a code: it is noted (30 days), and answered where it leads. A code that is unknown, foreign,
 * closed or made by hand leads to the shop and is noted nowhere.
 */
export const land = action({
  name: 'referral.land',
  input: v.strictObject({ code: v.pipe(v.string(), v.maxLength(64)) }),
  output: v.object({ landing: Landing }),
  refusals: [],
})

export type MemberChannel = v.InferOutput<typeof MemberChannel>
export type ShopChannel = v.InferOutput<typeof ShopChannel>
export type Channel = v.InferOutput<typeof Channel>
export type WantedTarget = v.InferOutput<typeof WantedTarget>
export type Landing = v.InferOutput<typeof Landing>
