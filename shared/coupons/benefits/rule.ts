import type { Fen } from '../../kernel/money'
import type { Benefit, BenefitKind } from '../terms-contract'

export type BenefitOf<K extends BenefitKind> = Extract<Benefit, { readonly kind: K }>

/** A benefit as a ticket shows it: a large word with its unit, the line under it, and its cap where it has one ('' else). */
export type BenefitWords = {
  readonly big: string
  readonly unit: string
  readonly line: string
  readonly most: string
}
type Common = {
  /** What is in scope must reach this at member prices, before any coupon; 0: no threshold. */
  readonly thresholdFen: Fen
  /** The most that it can cost the shop: so much of the budget is reserved when it is issued. */
  readonly largestCostFen: Fen
  words(): BenefitWords
}
/** Lowers the price of single units: the dearest in scope. */
export type ItemRule = Common & {
  readonly slot: 'item'
  /** So many units in scope it needs. */
  readonly units: number
  /** What it takes off each of the `units` dearest, dearest first, before its cap: `0 ≤ off ≤ unit`. */
  unitOffs(unitsFen: readonly Fen[]): readonly Fen[]
}
/** Lowers what everything in scope costs together. */
export type OrderRule = Common & {
  readonly slot: 'order'
  /** Of what its scope still costs: `0 ≤ off ≤ rest`, grows with the rest, and never faster than the rest. */
  off(restFen: Fen): Fen
}
/** Lowers the delivery fee. */
export type DeliveryRule = Common & {
  readonly slot: 'delivery'
  off(feeFen: Fen): Fen
}
export type BenefitRule = ItemRule | OrderRule | DeliveryRule

/** What paying `payBp` of an amount takes off it. Rounded down, so the shop is ahead by less than a fen. */
export const offAt = (payBp: number, amountFen: Fen): Fen =>
  Math.floor((amountFen * (10_000 - payBp)) / 10_000)
