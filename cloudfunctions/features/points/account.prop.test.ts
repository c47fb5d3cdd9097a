import * as fc from 'fast-check'
import { DAY_MS, HOUR_MS, shopMonth } from '@shared/kernel/time'
import { balanceOf, lotEndsAt, settled } from '@shared/points/account'
import type { Loyalty } from '@shared/points/contract'
import { accountFromPostings, comparable } from '@shared/points/fold'
import { exchangePoints } from '.'
import type { MemberRow, OrderRow, PointEntryRow } from '../../database/rows'
import { createInstance } from '../../platform/instance'
import { anOrder, latte, prepayOf } from '../../../tests/builders/customer'
import { dataOf } from '../../../tests/builders/replies'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'
import { STORE } from '../../../tests/builders/shop-rows'

const loyalty: Loyalty = {
  pointsPerYuan: 3,
  pointFen: 2,
  mostShareBp: 8000,
  validMonths: 1,
  tiers: [
    { id: 'a', name: '新客', fromFen: 0, priceBp: 10_000, pointsBp: 10_000 },
    { id: 'b', name: '熟客', fromFen: 4000, priceBp: 9700, pointsBp: 13_000 },
  ],
}
const DOINGS = ['buy', 'order', 'refund', 'refuse', 'cancel', 'correct', 'exchange', 'leave', 'wait'] as const
const WEIGHTS: Partial<Record<(typeof DOINGS)[number], number>> = { buy: 6, refund: 4, wait: 3, exchange: 2 }
type Deed = { readonly do: (typeof DOINGS)[number]; readonly of: number; readonly n: number }
const deed: fc.Arbitrary<Deed> = fc.record({
  do: fc.oneof(...DOINGS.map((name) => ({ weight: WEIGHTS[name] ?? 1, arbitrary: fc.constant(name) }))),
  of: fc.nat(9),
  n: fc.nat(9),
})
/** One or two things happen at once, then the next. */
const life = fc.array(fc.array(deed, { minLength: 1, maxLength: 2 }), { minLength: 8, maxLength: 24 })

type Town = { readonly shop: TestShop; readonly ann: Person; readonly boss: Person }
const ordersOf = ({ shop }: Town) => shop.rows<OrderRow>('orders')
const pick = (town: Town, of: number) => ordersOf(town)[of % Math.max(1, ordersOf(town).length)]

async function order({ shop, ann }: Town, { of, n }: Deed) {
  const { expectPayFen: _pay, key: _key, table: _t, note: _note, consents: _c, ...basket } = anOrder()
  const wanted = { ...basket, lines: [{ ...latte, qty: 1 + (n % 3) }], usePoints: of % 2 === 0 }
  const quoted = await ann.call('orders.quote', { ...wanted, coupons: [] })
  if (!quoted.ok) return null
  const key = `key-${shop.now()}-${n}${of}`
  const { payFen: expectPayFen } = quoted.data.quote
  const placed = await ann.call('orders.place', anOrder({ ...wanted, key, expectPayFen }))
  return placed.ok ? placed.data : null
}

let exchanges = 0
const DEEDS: Record<Deed['do'], (town: Town, deed: Deed) => Promise<unknown>> = {
  order,
  async buy(town, deed) {
    const placed = await order(town, deed)
    if (placed?.payment) town.shop.wechat.pay.confirm(prepayOf(placed))
    await town.shop.advance(1)
  },
  async refund(town, { of, n }) {
    const row = pick(town, of)
    const units = [{ line: 0, units: 1 + (n % 2) }]
    const part = { units, packaging: false, delivery: false, reason: '少了一份' }
    const refundsSeen = row?.refunds.length ?? 0
    if (row)
      await town.boss.call('manager.refund', { storeId: STORE, orderId: row._id, ...part, refundsSeen })
  },
  async refuse(town, { of }) {
    const row = pick(town, of)
    if (row) await town.boss.call('manager.refuse', { storeId: STORE, orderId: row._id, reason: '没料了' })
  },
  async cancel(town, { of }) {
    const row = pick(town, of)
    if (row) await town.ann.call('orders.cancel', { orderId: row._id })
  },
  correct: ({ ann, boss, shop }, { of, n }) =>
    boss.call('points.correct', {
      memberId: ann.memberId,
      points: of % 2 === 0 ? 7 + n : -1 - n,
      reason: '对账',
      key: `key-${shop.now()}-${n}`,
    }),
  exchange({ ann, shop }, { n }) {
    // every exchange is one of its own, also at the same instant for as many points
    const id = `exchanged:${++exchanges}`
    return createInstance().tx((db) =>
      exchangePoints(db, {
        id,
        memberId: ann.memberId,
        at: shop.now(),
        points: 5 + n,
        what: '券',
      }),
    )
  },
  async leave({ ann, shop }, { n }) {
    if (n > 2) return
    await ann.call('members.leave', {})
    await shop.advance(1)
    await ann.call('members.join', {})
  },
  // an hour, days, or to a month's very end
  wait({ shop }, { n }) {
    const end = lotEndsAt(shopMonth(shop.now())) - shop.now()
    return shop.advance([HOUR_MS, 9 * DAY_MS, end - 1, end][n % 4] ?? HOUR_MS)
  },
}

async function linesOf(ann: Person): Promise<number> {
  let [sum, before, more] = [0, null as number | null, true]
  while (more) {
    const page: { lines: { points: number }[]; next: number | null } = dataOf(
      await ann.call('points.history', { before }),
    )
    sum += page.lines.reduce((all, { points }) => all + points, 0)
    before = page.next
    more = before !== null
  }
  return sum
}

/** Answers what the lines must add up to. */
function check(town: Town): number {
  const { shop, ann } = town
  const { account, joinedAt } = shop.row<MemberRow>('members', ann.memberId)!
  const now = shop.now()
  const folded = accountFromPostings(
    ordersOf(town),
    shop.rows<PointEntryRow>('pointEntries').filter(({ memberId }) => memberId === ann.memberId),
    now,
    joinedAt,
  )
  expect(comparable(account, now)).toEqual(folded)
  const balance = balanceOf(account, now)
  const { owed } = settled(account)
  expect(balance >= 0 && (balance === 0 || owed === 0)).toBe(true)
  return balance - owed
}

it('an account is the fold of its postings and the sum of its lines, whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(life, async (steps) => {
      const shop = openShop({
        staff: { oBoss: 'owner' },
        shop: { loyalty, welcomeCampaignId: null },
        store: { hours: [{ from: 0, to: 1440 }] },
      })
      try {
        const town = { shop, ann: shop.as('oAnn'), boss: shop.as('oBoss') }
        dataOf(await town.ann.call('members.join', {}))
        for (const step of steps) {
          // a transaction does not outlast the time that passes: waiting comes after what happens at once
          const now = step.filter((d) => d.do !== 'wait')
          await Promise.all(now.map((d) => DEEDS[d.do](town, d)))
          for (const d of step) if (d.do === 'wait') await DEEDS.wait(town, d)
          check(town)
        }
        expect(await linesOf(town.ann)).toBe(check(town))
      } finally {
        shop.close()
      }
    }),
    { numRuns: 30 },
  )
}, 240_000)
