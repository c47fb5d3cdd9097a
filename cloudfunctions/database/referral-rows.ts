import type { Channel } from '@shared/referral/contract'
import type { ChannelCounts } from '@shared/referral/shop-codes-contract'
import type { Touch, UnboundWhy } from '@shared/referral/touches'
import type { Instant } from '@shared/kernel/time'

/** Where a code leads; what that is was looked up when the code was made. */
export type ChannelTarget =
  | { readonly kind: 'shop' }
  | { readonly kind: 'product'; readonly productId: string }
  | { readonly kind: 'campaign'; readonly campaignId: string; readonly claimCode: string | null }
  | { readonly kind: 'order'; readonly orderId: string; readonly productId: string }
/** `channels/<short code>` */
export type ChannelRow = {
  readonly _id: string
  readonly kind: 'member' | 'shop'
  /** The member who passes it on; null for a code of the shop's own. */
  readonly promoter: string | null
  readonly channel: Channel
  readonly target: ChannelTarget
  /** What the owner calls it; '' for a member's. */
  readonly label: string
  /** What a code of the shop's own leads to, as it was called then; absent for the shop, and for a member's. */
  readonly targetName?: string
  /** The owner closed it: it leads to the shop and counts nothing. Absent: open. */
  readonly closedAt?: Instant
  readonly createdAt: Instant
  /** The mini-program code's picture in cloud storage. */
  readonly fileId?: string
  /** WeChat's URL Link, and until when it works. */
  readonly link?: { readonly url: string; readonly until: Instant }
}
/**
 * `channelCounts/<code>#<shard>`: what came through a code of the shop's own; a code's counts are the sum of its shards,
 * of which each counting writes any one, so that people who come at once don't wait for each other.
 */
export type ChannelCountsRow = ChannelCounts & { readonly _id: string; readonly code: string }
/** Through which code of the shop's own a member came; their document carries it from signup on. */
export type CameByRow = { readonly code: string; readonly channel: Channel; readonly at: Instant }
/** Why somebody who had come through a member's code was bound to nobody: the last one, and what kept them from it. */
export type UnboundRow = {
  readonly promoter: string
  readonly channel: Channel
  readonly code: string
  readonly at: Instant
  readonly why: UnboundWhy
}
/** `touches/<member id>`: of a person who may not have joined. The oldest touch first. */
export type TouchesRow = {
  readonly _id: string
  readonly touches: readonly Touch[]
  /** The promoters they name, each once, so that one read brings them along. */
  readonly promoters: readonly string[]
  readonly lastAt: Instant
  /** Grows with each touch: of two at once, the second looks again. */
  readonly version: number
}
/** What a member's document and their orders carry of the binding. */
export type BoundRow = {
  readonly promoter: string
  /** When it was locked: with signup. */
  readonly at: Instant
  readonly channel: Channel
  readonly code: string
}
/** `bindings/<member id of the friend>`: written once, never changed. */
export type BindingRow = {
  readonly _id: string
  readonly promoter: string
  readonly touchAt: Instant
  readonly boundAt: Instant
  readonly channel: Channel
  readonly code: string
  /** Since when the promoter was a member: before `boundAt`, so that bindings form a forest. */
  readonly promoterSince: Instant
  /** What led up to it, the first touch first. */
  readonly touches: readonly Touch[]
}
