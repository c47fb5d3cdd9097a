/** Law 12, whatever happens in whatever order, and whoever dies in the middle of it. */
import * as fc from 'fast-check'
import { HOUR_MS, MINUTE_MS, shopDay, type Instant } from '@shared/kernel/time'
import { DEFAULT_RULES, isQuiet } from '@shared/reach/quiet'
import { live, type CrashPoint } from '../../../tests/builders/crash'
import { join } from '../../../tests/builders/customer'
import {
  accepts,
  at,
  endingCoupon,
  inbox,
  jobs,
  liveUntil,
  openReachShop,
  wrongInReach,
} from '../../../tests/builders/reach'
import type { Person, TestShop } from '../../../tests/builders/shop'
import { terms } from '../../../tests/builders/shop-rows'
import type { CouponRow } from '../../database/rows'

const PEOPLE = ['oAnn', 'oBen'] as const
const DUE = { task: 'reach.due' }
type Deed =
  | { readonly do: 'wait'; readonly ms: number }
  /** The clock is somewhere else at once, and nothing happened on the way. */
  | { readonly do: 'jump'; readonly ms: number }
  | { readonly do: 'tick' | 'due' | 'threeAtOnce' }
  | { readonly do: 'dies'; readonly point: CrashPoint }
  | { readonly do: 'accept' | 'use' | 'revoke' | 'leave'; readonly n: number }
  | { readonly do: 'coupon'; readonly n: number; readonly hours: number }

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('wait'),
      ms: fc.constantFrom(MINUTE_MS, 30 * MINUTE_MS, 3 * HOUR_MS, 8 * HOUR_MS, 24 * HOUR_MS),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('jump'), ms: fc.integer({ min: 1, max: 40 * HOUR_MS }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('tick', 'due', 'threeAtOnce') }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('dies'),
      point: fc.record({ at: fc.integer({ min: 1, max: 24 }), when: fc.constantFrom('before', 'after') }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('coupon'), n: fc.nat(9), hours: fc.integer({ min: 1, max: 96 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('accept', 'use', 'revoke'), n: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave'), n: fc.nat(9) }) },
)

/** What was said to whom, and the coupon that it names. */
type Said = { readonly who: string; readonly at: Instant; readonly title: string }
type World = { readonly shop: TestShop; readonly people: readonly Person[]; accepted: number }

const saidIn = ({ shop, people }: World): Said[] =>
  people.flatMap((person) =>
    inbox(shop, person).map((notice) => ({
      who: person.memberId,
      at: notice.at,
      title: (notice.rows[0]?.value ?? '').replace(/ 等 \d+ 张$/, ''),
    })),
  )

async function act(world: World, one: Deed): Promise<unknown> {
  const { shop, people } = world
  const person = people[('n' in one ? one.n : 0) % people.length]!
  switch (one.do) {
    case 'wait':
      return shop.advance(one.ms)
    case 'jump':
      return shop.cloud.clock.set(shop.now() + one.ms)
    case 'tick':
      return shop.tick()
    case 'due':
      return shop.tick(DUE, 'wx_unknown')
    case 'threeAtOnce':
      return Promise.all([shop.tick(), shop.tick(DUE, 'wx_unknown'), shop.tick()])
    case 'dies':
      return (await live(one.point, () => shop.tick(DUE, 'wx_unknown'))).crashed
        ? shop.advance(31_000)
        : undefined
    case 'accept':
      world.accepted++
      return accepts(shop, person)
    case 'leave':
      return person.call('members.leave', {})
    case 'coupon':
      return give(world, person, shop.now() + one.hours * HOUR_MS)
    default:
      return change(shop, one.n, one.do === 'use' ? 'redeemed' : 'revoked')
  }
}

function give({ shop }: World, person: Person, endsAt: Instant): void {
  const title = `券${shop.rows('coupons').length}`
  endingCoupon(shop, person, endsAt, { terms: terms({ title }) })
}

function change(shop: TestShop, n: number, state: CouponRow['state']): void {
  const unused = shop.rows<CouponRow>('coupons').filter((coupon) => coupon.state === 'issued')
  const coupon = unused[n % Math.max(1, unused.length)]
  if (coupon) shop.put('coupons', { ...coupon, state })
}

/** Everything that a step may have let out was still worth saying when the step began. */
function faultsOfStep(world: World, before: readonly Said[], coupons: readonly CouponRow[]): string[] {
  const fresh = saidIn(world).filter((one) => !before.some((old) => old.who === one.who && old.at === one.at))
  return fresh.flatMap(({ who, at: saidAt, title }) => {
    const coupon = coupons.find((c) => c.memberId === who && c.terms.title === title)
    return [
      ...(isQuiet(saidAt, DEFAULT_RULES) ? [`said in quiet hours: ${title}`] : []),
      ...(coupon?.state === 'issued' ? [] : [`said of a coupon that is ${coupon?.state}`]),
      ...(coupon && saidAt < coupon.expiresAt ? [] : [`said of a coupon that is over: ${title}`]),
    ]
  })
}

function faultsAtTheEnd(world: World): string[] {
  const { shop } = world
  const said = saidIn(world)
  const perDay = new Set(said.map((one) => `${one.who} ${shopDay(one.at)}`))
  const sent = jobs(shop).filter(({ state, channel }) => state === 'sent' && channel === 'subscribe').length
  const unknown = jobs(shop).filter(({ state }) => state === 'unknown').length
  return [
    ...wrongInReach(shop),
    ...(perDay.size < said.length ? ['two in a day'] : []),
    ...(said.length > world.accepted ? ['more messages than acceptances'] : []),
    // one that is unknown may have arrived; every other one did exactly once
    ...(said.length < sent || said.length > sent + unknown ? [`${said.length} arrived, ${sent} sent`] : []),
    ...jobs(shop)
      .filter(({ dueAt }) => dueAt !== undefined && dueAt < shop.now() - HOUR_MS)
      .map(({ _id }) => `${_id} was forgotten`),
    ...shop.logs
      .filter(({ level, event }) => level === 'error' && event !== 'reach.ended')
      .map(({ event }) => event),
  ]
}

async function play(deeds: readonly Deed[]): Promise<{ faults: string[]; said: number }> {
  const shop = openReachShop({ now: at('20261122', 12) })
  try {
    const world: World = { shop, people: PEOPLE.map((openid) => shop.as(openid)), accepted: 0 }
    for (const person of world.people) {
      await join(person)
      await act(world, { do: 'accept', n: world.people.indexOf(person) })
      give(world, person, at('20261125'))
    }
    const faults: string[] = []
    await liveUntil(shop, '20261123', 7)
    for (const one of deeds) {
      const [before, coupons] = [saidIn(world), shop.rows<CouponRow>('coupons')]
      await act(world, one)
      faults.push(...faultsOfStep(world, before, one.do === 'coupon' ? shop.rows('coupons') : coupons))
    }
    const [before, coupons] = [saidIn(world), shop.rows<CouponRow>('coupons')]
    await liveUntil(shop, shopDay(shop.now() + 6 * 24 * HOUR_MS), 12)
    return {
      faults: [...faults, ...faultsOfStep(world, before, coupons), ...faultsAtTheEnd(world)],
      said: saidIn(world).length,
    }
  } finally {
    shop.close()
  }
}

it('holds in random days, with timers that come twice, clocks that jump and processes that die', async () => {
  let said = 0
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 14 }), async (deeds) => {
      const played = await play(deeds)
      said += played.said
      expect(played.faults).toEqual([])
    }),
    { numRuns: 60 },
  )
  // the days are such that something is sent in them
  expect(said).toBeGreaterThan(30)
}, 120_000)

/** The morning on which Ann's reminder goes out, dying at every operation of it: never two, and never nobody's job. */
it('a turn that dies at any operation sends at most once, and everything comes to an end', async () => {
  const ends = new Set<string>()
  for (const when of ['before', 'after'] as const) {
    for (let operation = 1; ; operation++) {
      const shop = openReachShop()
      const ann = shop.as('oAnn')
      await join(ann)
      accepts(shop, ann, 2)
      endingCoupon(shop, ann, at('20261125'))
      await liveUntil(shop, '20261124', 7, 59)
      shop.cloud.clock.set(at('20261124', 8))
      const { crashed } = await live({ at: operation, when }, () => shop.tick(DUE, 'wx_unknown'))
      await shop.advance(31_000)
      await liveUntil(shop, '20261124', 12)
      const [job] = jobs(shop)
      const arrived = inbox(shop, ann).length
      ends.add(`${job?.state} ${arrived}`)
      expect(arrived).toBeLessThanOrEqual(1)
      expect(job?.state === 'sent' ? arrived : 1).toBe(1)
      expect(wrongInReach(shop)).toEqual([])
      shop.close()
      if (!crashed) break
    }
  }
  expect([...ends].sort()).toEqual(['sent 1', 'unknown 0', 'unknown 1'])
}, 60_000)
