import * as fc from 'fast-check'
import { MINUTE_MS, SECOND_MS } from '../kernel/time'
import { queueOf, type InLine } from './queue'

const NOW = Date.UTC(2026, 10, 22, 2)
const order = (over: Partial<Parameters<typeof queueOf>[0]> = {}) => ({
  id: 'mine',
  state: 'paid' as const,
  units: 2,
  refunds: [],
  paidAt: NOW - MINUTE_MS,
  slot: null,
  acceptedAt: null,
  secondsPerUnit: 90,
  ...over,
})
const other = (over: Partial<InLine> = {}): InLine => order({ id: 'other', units: 3, ...over })

it('counts what was paid before, and what is being made whenever it was paid', () => {
  const earlier = other({ id: 'a', paidAt: NOW - 2 * MINUTE_MS })
  const later = other({ id: 'b', paidAt: NOW })
  const inHand = other({ id: 'c', paidAt: NOW, state: 'making', units: 1 })
  expect(queueOf(order(), [earlier, later, inHand, order()], NOW)).toEqual({
    ahead: 4,
    readyAt: NOW + 6 * 90 * SECOND_MS,
  })
})

it('tells two payments of one instant apart', () => {
  const twins = [other({ id: 'a', paidAt: order().paidAt }), other({ id: 'z', paidAt: order().paidAt })]
  expect(queueOf(order(), twins, NOW)).toMatchObject({ ahead: 3 })
})

it('leaves out what is ready, on its way or given back, and what is ordered ahead but not begun', () => {
  const first = { paidAt: NOW - 9 * MINUTE_MS }
  const done = (['ready', 'delivering', 'refunding'] as const).map((state) =>
    other({ id: state, state, ...first }),
  )
  const slot = { at: NOW + 60 * MINUTE_MS }
  const noon = { at: NOW + 61 * MINUTE_MS }
  expect(queueOf(order(), [...done, other({ ...first, slot })], NOW)).toMatchObject({ ahead: 0 })
  expect(queueOf(order(), [other({ ...first, slot, state: 'making' })], NOW)).toMatchObject({ ahead: 3 })
  const later = other({ ...first, slot: noon, state: 'making' })
  expect(queueOf(order(), [later], NOW)).toMatchObject({ ahead: 0 })
})

it('leaves out units that were given back: nobody makes them', () => {
  const back = (units: number) => [{ units: [{ line: 0, units }] }]
  const earlier = other({ paidAt: NOW - 2 * MINUTE_MS, refunds: [...back(1), ...back(1)] })
  const mine = order({ refunds: back(1) })
  expect(queueOf(mine, [earlier], NOW)).toEqual({ ahead: 1, readyAt: NOW + 2 * 90 * SECOND_MS })
})

it('counts from when the shop began with it once nothing is before it', () => {
  const making = order({ state: 'making', acceptedAt: NOW - MINUTE_MS })
  expect(queueOf(making, [], NOW)).toEqual({ ahead: 0, readyAt: NOW + 2 * MINUTE_MS })
  const slow = order({ state: 'making', acceptedAt: NOW - 20 * MINUTE_MS })
  expect(queueOf(slow, [], NOW)).toEqual({ ahead: 0, readyAt: NOW })
})

it('is ready at its slot when it was ordered ahead', () => {
  const slot = { at: NOW + 20 * 60 * MINUTE_MS }
  expect(queueOf(order({ slot }), [other()], NOW)).toEqual({ ahead: 0, readyAt: slot.at })
})

it.each(['pendingPay', 'closing', 'closed', 'ready', 'delivering', 'done', 'refunding', 'refunded'] as const)(
  'says nothing of an order that is %s',
  (state) => expect(queueOf(order({ state }), [other()], NOW)).toBeNull(),
)

const state = fc.constantFrom('paid' as const, 'making' as const)
/** Of these units some were given back; the last one never is: the order would be over. */
const goods = fc.integer({ min: 1, max: 9 }).chain((units) =>
  fc.array(fc.nat(units), { maxLength: 3 }).map((cuts) => {
    const back = cuts.map((cut) => Math.min(cut, Math.floor((units - 1) / 3))).filter((n) => n > 0)
    return { units, refunds: back.map((n) => ({ units: [{ line: 0, units: n }] })) }
  }),
)
const line = fc.array(
  fc.tuple(goods, fc.record({ state, minutes: fc.nat(5) })).map(([what, who]) => ({ ...what, ...who })),
  { minLength: 1, maxLength: 12 },
)

it('puts everybody in one line: the units before all of them are the sums from its head on', () => {
  fc.assert(
    fc.property(line, (people) => {
      const all = people.map(({ minutes, ...p }, i) =>
        order({ ...p, id: `o${i}`, paidAt: NOW - minutes * MINUTE_MS }),
      )
      const aheads = all.map((mine) => ({
        ahead: queueOf(mine, all, NOW)?.ahead ?? -1,
        units: mine.refunds.reduce((left, { units: [back] }) => left - (back?.units ?? 0), mine.units),
      }))
      let before = 0
      for (const { ahead, units } of aheads.sort((a, b) => a.ahead - b.ahead)) {
        expect(ahead).toBe(before)
        before += units
      }
    }),
  )
})

it('is never ready in the past, and never sooner for one order more', () => {
  fc.assert(
    fc.property(line, fc.nat(90), (people, minutesAgo) => {
      const all = people.map(({ minutes, ...p }, i) =>
        other({ ...p, id: `o${i}`, paidAt: NOW - minutes * MINUTE_MS }),
      )
      const mine = order({
        paidAt: NOW - 2 * MINUTE_MS,
        acceptedAt: NOW - minutesAgo * MINUTE_MS,
        state: 'making',
      })
      const readyAt = (others: readonly InLine[]) => queueOf(mine, others, NOW)?.readyAt ?? 0
      expect(readyAt(all)).toBeGreaterThanOrEqual(NOW)
      expect(readyAt(all)).toBeGreaterThanOrEqual(readyAt(all.slice(1)))
    }),
  )
})
