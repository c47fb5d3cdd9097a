import { DAY_MS } from '@shared/kernel/time'
import type { Expected, Facts, Limits } from '@shared/recovery/facts'
import { shutGates } from '@shared/recovery/gate'
import type { Person } from './people'
import type { Town } from './town'

/** The first day's noon in Shanghai: Monday 1 June 2026. */
const BEGINS = Date.UTC(2026, 5, 1, 4)
const at = (day: number) => BEGINS + day * DAY_MS

/** Whether a coupon is given to somebody who left the day before; a policy may learn from what came of it. */
export type Policy = {
  /** Days on which its coupon can be used, the first included. */
  readonly couponDays: number
  gives(person: Person, day: number): boolean
  /** What came of it: the coupon that was given, as it lies in the wallet from now on, and whether they bought at once. */
  learns(coupon: { readonly day: number; redeemed: boolean } | null, bought: boolean): void
}

export const none = (): Policy => ({ couponDays: 0, gives: () => false, learns: () => undefined })
export const always = ({ couponDays }: Town): Policy => ({
  couponDays,
  gives: () => true,
  learns: () => undefined,
})

const limits = (seed: number): Limits => ({
  coolDownMs: 30 * DAY_MS,
  perYear: 3,
  habitFrom: 0.5,
  chanceBp: 5_000,
  salt: `recovery${seed}`,
})
/** So many in each arm, and so many coupons whose time is over, before the shop believes its own figures. */
const ENOUGH = 50

/** Our gates, with expectations that the shop learns from its own two arms: everybody who passed all gates but the draw. */
export function gated(town: Town, seed: number): Policy {
  const arms = { with: { n: 0, bought: 0 }, without: { n: 0, bought: 0 } }
  const coupons: { readonly day: number; redeemed: boolean }[] = []
  let drawnOut = false
  const expected = (day: number): Expected | null => {
    const over = coupons.filter((coupon) => coupon.day + town.cartCouponDays <= day)
    if (Math.min(arms.with.n, arms.without.n, over.length) < ENOUGH) return null
    return {
      buysWith: arms.with.bought / arms.with.n,
      buysWithout: arms.without.bought / arms.without.n,
      redeems: over.filter(({ redeemed }) => redeemed).length / over.length,
    }
  }
  return {
    couponDays: town.cartCouponDays,
    gives(person, day) {
      const shut = shutGates(factsOf(person, day, expected(day), town), limits(seed))
      drawnOut = shut.length === 1 && shut[0] === 'chance'
      return shut.length === 0
    },
    learns(coupon, bought) {
      if (!coupon && !drawnOut) return
      if (coupon) coupons.push(coupon)
      const arm = coupon ? arms.with : arms.without
      arm.n++
      if (bought) arm.bought++
    },
  }
}

function factsOf(person: Person, day: number, expected: Expected | null, town: Town): Facts {
  return {
    memberId: person.id,
    now: at(day),
    paidAt: person.paidDays.filter((paid) => paid > day - 28).map(at),
    given: person.given.map((coupon) => ({ at: at(coupon.day), redeemed: coupon.redeemed })),
    abandoned: person.leftDays.filter((left) => left > day - 90).length,
    marginFen: (town.basketFen * town.marginBp) / 10_000,
    discountFen: town.discountFen,
    expected,
  }
}
