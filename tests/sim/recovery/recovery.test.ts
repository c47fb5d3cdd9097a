import { newcombe } from '@shared/experiments/interval'
import { compare, type Result } from './compare'
import { drawsOf } from './chance'
import { gated, none } from './policy'
import { play } from './play'
import { holds } from './report'
import { town, TOWN } from './town'

const seeds = [11, 12, 13]
const compared = compare(town(), seeds)
const leftOf = ({ hunterAbandonRate, hunterCarts }: Result) => ({
  hits: Math.round(hunterAbandonRate * hunterCarts),
  n: hunterCarts,
})

it('ends below half of what everybody’s coupon costs per added order, and earns no less', () => {
  expect(compared.always.subsidyPerIncrementalOrderFen).toBeGreaterThan(0)
  expect(compared.gated.couponsGiven).toBeGreaterThan(0)
  expect(compared.gated.subsidyPerIncrementalOrderFen ?? Infinity).toBeLessThan(
    (compared.always.subsidyPerIncrementalOrderFen ?? 0) / 2,
  )
  expect(compared.gated.marginFen).toBeGreaterThanOrEqual(compared.always.marginFen)
  expect(holds(compared)).toBe(true)
})

it('teaches hunters nothing, where everybody’s coupon teaches them to leave', () => {
  const against = (r: Result) => newcombe(leftOf(r), leftOf(compared.none))
  const ours = against(compared.gated)
  expect(ours.low).toBeLessThanOrEqual(0)
  expect(ours.high).toBeLessThan(0.015)
  expect(against(compared.always).low).toBeGreaterThan(0.3)
})

it('plays the same town again, and leaves it alone without coupons', () => {
  expect(compare(town(), seeds)).toEqual(compared)
  expect(compared.none).toMatchObject({
    subsidyPerIncrementalOrderFen: null,
    couponsGiven: 0,
    hunters: TOWN.hunters.value,
  })
})

it('gives nobody a second coupon within thirty days, nor more than three', () => {
  const given = new Map<string, number[]>()
  const policy = gated(town(), 7)
  play(
    town(),
    {
      ...policy,
      gives(person, day) {
        const gives = policy.gives(person, day)
        if (gives) given.set(person.id, [...(given.get(person.id) ?? []), day])
        return gives
      },
    },
    drawsOf(7),
  )
  expect(given.size).toBeGreaterThan(10)
  for (const days of given.values()) {
    expect(days.length).toBeLessThanOrEqual(3)
    for (const [i, day] of days.entries())
      if (i > 0) expect(day - (days[i - 1] ?? 0)).toBeGreaterThanOrEqual(30)
  }
})

it('earns the full margin on every order when nothing is given', () => {
  const { orders, marginFen } = play(town(), none(), drawsOf(3))
  expect(marginFen).toBe(Math.round((orders * TOWN.basketFen.value * TOWN.marginBp.value) / 10_000))
})
