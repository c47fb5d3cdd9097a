import * as fc from 'fast-check'
import { affords, afterIssue, couponsLeft, dealt, issuedOf, shardsFor, type Shard } from './budget'

const none: Shard = { countLeft: null, fenLeft: null, issued: 0, issuedFen: 0 }
const fresh = (n: number): Shard[] => Array.from({ length: n }, () => none)

const cost = fc.integer({ min: 1, max: 5_000 })
const limits = fc.record({
  count: fc.option(fc.integer({ min: 1, max: 300 }), { nil: null }),
  fen: fc.option(fc.integer({ min: 5_000, max: 500_000 }), { nil: null }),
})
const shards = fc.integer({ min: 1, max: 16 })

/** Issues by hand until no shard affords one more, from a shard of choice on. */
function issueAll(start: readonly Shard[], costFen: number, from: number, most: number): Shard[] {
  const now = [...start]
  for (let i = 0; i < most; i++) {
    const order = now.map((_, n) => (from + n) % now.length)
    const at = order.find((n) => affords(now[n]!, costFen))
    if (at === undefined) return now
    now[at] = afterIssue(now[at]!, costFen, 1)
  }
  return now
}

test('law 5: what is issued and what is left are the budget, and nothing is below zero', () => {
  fc.assert(
    fc.property(limits, shards, cost, fc.nat(15), fc.nat(400), (budget, n, costFen, from, most) => {
      const after = issueAll(dealt(budget, fresh(n), costFen), costFen, from % n, most)
      const { issued, issuedFen } = issuedOf(after)
      expect(issuedFen).toBe(issued * costFen)
      if (budget.count !== null) expect(sum(after, 'countLeft') + issued).toBe(budget.count)
      if (budget.fen !== null) expect(sum(after, 'fenLeft') + issuedFen).toBe(budget.fen)
      for (const s of after) {
        expect(s.countLeft ?? 0).toBeGreaterThanOrEqual(0)
        expect(s.fenLeft ?? 0).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})
const sum = (all: readonly Shard[], field: 'countLeft' | 'fenLeft') =>
  all.reduce((total, s) => total + (s[field] ?? 0), 0)

test('however many shards: as many coupons can be had as the budget pays for, no fewer', () => {
  fc.assert(
    fc.property(limits, shards, cost, (budget, n, costFen) => {
      const most = Math.min(budget.count ?? 500, Math.floor((budget.fen ?? Infinity) / costFen), 500)
      const start = dealt(budget, fresh(n), costFen)
      if (budget.count !== null || budget.fen !== null)
        expect(Math.min(500, couponsLeft(start, costFen)!)).toBe(most)
      expect(issuedOf(issueAll(start, costFen, 0, 500)).issued).toBe(most)
    }),
  )
})

test('a change of the budget moves no coupon that is issued, and a coupon that comes back can be had again', () => {
  fc.assert(
    fc.property(limits, limits, shards, shards, cost, fc.nat(60), (before, after, n, more, costFen, most) => {
      const issued = issueAll(dealt(before, fresh(n), costFen), costFen, 0, most)
      const all = issuedOf(issued)
      const enough = (after.count ?? Infinity) >= all.issued && (after.fen ?? Infinity) >= all.issuedFen
      fc.pre(enough)
      const grown = [...issued, ...fresh(shardsFor({ ...after, shards: more }, n) - n)]
      const changed = dealt(after, grown, costFen)
      expect(changed.map((s) => s.issued)).toEqual(grown.map((s) => s.issued))
      if (after.count !== null) expect(sum(changed, 'countLeft') + all.issued).toBe(after.count)
      const at = changed.findIndex((s) => s.issued > 0)
      if (at >= 0) expect(affords(afterIssue(changed[at]!, costFen, -1), costFen)).toBe(true)
    }),
  )
})

test('a budget below what is issued is a bug', () => {
  const spent = [{ ...none, issued: 3, issuedFen: 900 }]
  expect(() => dealt({ count: 2, fen: null }, spent, 300)).toThrow(RangeError)
  expect(() => dealt({ count: null, fen: 800 }, spent, 300)).toThrow(RangeError)
})

test('without a limit there are several shards and no number of what is left', () => {
  expect(shardsFor({ count: null, fen: null, shards: 1 }, 0)).toBe(8)
  expect(shardsFor({ count: 10, fen: null, shards: 2 }, 8)).toBe(8)
  expect(couponsLeft(dealt({ count: null, fen: null }, fresh(2), 300), 300)).toBeNull()
  expect(couponsLeft([], 300)).toBe(0)
})
