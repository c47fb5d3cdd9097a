import { lotOf } from '@shared/experiments/arm'
import type { Draw } from './chance'
import { habitsOf, peopleOf, type Person } from './people'
import type { Policy } from './policy'
import type { Town } from './town'

/** What a policy brought in the whole play; the last 30 days tell what hunters have learned. */
export type Played = {
  readonly orders: number
  readonly subsidyFen: number
  readonly marginFen: number
  readonly couponsGiven: number
  /** Carts that those who hunted from the first day filled in the last 30 days, and those that they left. */
  readonly hunterCarts: number
  readonly hunterLeft: number
  readonly hunters: number
}
type Books = { orders: number; subsidyFen: number; couponsGiven: number; carts: number; left: number }

const LAST_DAYS = 30

/** Plays every day for every person: yesterday's leavers come back or don't, then today's carts are filled. */
export function play(town: Town, policy: Policy, draw: Draw): Played {
  const people = peopleOf(town)
  const books: Books = { orders: 0, subsidyFen: 0, couponsGiven: 0, carts: 0, left: 0 }
  let waiting: { person: Person; onPurpose: boolean }[] = []
  for (let day = -town.knownDays; day < town.days; day++) {
    for (const { person, onPurpose } of waiting) comeBack(person, onPurpose, day)
    waiting = people.flatMap((person) => visit(person, day))
  }
  const marginFen = Math.round((books.orders * town.basketFen * town.marginBp) / 10_000) - books.subsidyFen
  const { orders, subsidyFen, couponsGiven } = books
  const { carts: hunterCarts, left: hunterLeft } = books
  return {
    orders,
    subsidyFen,
    marginFen,
    couponsGiven,
    hunterCarts,
    hunterLeft,
    hunters: people.filter((p) => p.hunts).length,
  }

  function pays(person: Person, day: number): void {
    person.paidDays.push(day)
    if (day < 0) return
    books.orders++
    if (person.couponUntil === null || person.couponUntil < day) return
    books.subsidyFen += town.discountFen
    person.couponUntil = null
    const last = person.given[person.given.length - 1]
    if (last) last.redeemed = true
  }

  function visit(person: Person, day: number): { person: Person; onPurpose: boolean }[] {
    const habits = habitsOf(person, town)
    if (!draw(person.id, day, 'visits', habits.visits)) return []
    const holds = person.couponUntil !== null && person.couponUntil >= day
    const onPurpose =
      person.hunts && !holds && (pursues(person) || draw(person.id, day, 'curious', town.curiosityBp))
    const leaves = onPurpose || draw(person.id, day, 'forgets', habits.forgets)
    if (person.kind === 'hunter' && day >= town.days - LAST_DAYS) {
      books.carts++
      if (leaves) books.left++
    }
    if (!leaves) return (pays(person, day), [])
    person.leftDays.push(day)
    if (!onPurpose && draw(person.id, day, 'reminded', habits.reminded)) return (pays(person, day), [])
    return [{ person, onPurpose }]
  }

  function pursues(person: Person): boolean {
    return person.belief * town.discountFen > town.hassleFen
  }

  function comeBack(person: Person, onPurpose: boolean, day: number): void {
    const given = day >= 0 && policy.gives(person, day)
    if (given) {
      books.couponsGiven++
      person.given.push({ day, redeemed: false })
      person.couponUntil = day + policy.couponDays - 1
    }
    if (person.hunts && day >= 0)
      person.belief += ((given ? 1 : 0) - person.belief) * (town.learningBp / 10_000)
    if (given) tell(person, day)
    const habits = habitsOf(person, town)
    const alone = onPurpose ? town.hunterAloneBp : habits.alone
    const withCoupon = onPurpose ? town.hunterWithCouponBp : habits.withCoupon
    const bought = draw(person.id, day, 'comes back', given ? withCoupon : alone)
    if (bought) pays(person, day)
    if (day >= 0) policy.learns(given ? (person.given[person.given.length - 1] ?? null) : null, bought)
  }

  /** A sharer for whom it worked tells others; some of them hunt from then on. */
  function tell(person: Person, day: number): void {
    if (person.kind !== 'sharer') return
    person.hunts = true
    for (let i = 0; i < town.tells; i++) {
      const told = people[Math.floor((lotOf(`${day}:${i}`, person.id) / 10_000) * people.length)]
      if (!told || told.hunts || !draw(told.id, day, `persuaded by ${person.id}`, town.persuadedBp)) continue
      told.hunts = true
      told.belief = town.heardBp / 10_000
    }
  }
}
