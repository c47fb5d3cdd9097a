import type { Town } from './town'

export type Kind = 'forgetter' | 'regular' | 'hunter' | 'sharer'
/** A person as the play moves them; `hunts` may come true for anybody who is told. */
export type Person = {
  readonly id: string
  readonly kind: Kind
  hunts: boolean
  /** How sure of a coupon for leaving, in [0, 1]. */
  belief: number
  paidDays: number[]
  leftDays: number[]
  given: { day: number; redeemed: boolean }[]
  /** Last day on which a coupon in the wallet can be used. */
  couponUntil: number | null
}

export function peopleOf(town: Town): Person[] {
  const of = (kind: Kind, n: number): Person[] =>
    Array.from({ length: n }, (_, i) => ({
      id: `${kind}${i}`,
      kind,
      hunts: kind === 'hunter',
      belief: town.beliefBp / 10_000,
      paidDays: [],
      leftDays: [],
      given: [],
      couponUntil: null,
    }))
  return [
    ...of('forgetter', town.forgetters),
    ...of('regular', town.regulars),
    ...of('hunter', town.hunters),
    ...of('sharer', town.sharers),
  ]
}

/** How each kind behaves, in bp. */
export function habitsOf(person: Person, town: Town) {
  const often = person.kind === 'regular'
  return {
    visits: often ? town.regularVisitsBp : person.kind === 'hunter' ? town.hunterVisitsBp : town.visitsBp,
    forgets: often || person.kind === 'hunter' ? town.regularForgetsBp : town.forgetsBp,
    reminded: often ? town.regularRemindedBp : town.remindedBp,
    alone: often ? town.regularAloneBp : town.aloneBp,
    withCoupon: often ? town.regularWithCouponBp : town.withCouponBp,
  }
}
