import * as fc from 'fast-check'
import { campaignRow, menuRow, store } from '../../tests/builders/shop-rows'
import { largestCostFen, ruleOf } from './benefit'
import { couponsLeft, dealt, shardsFor } from './budget'
import { campaignFaults } from './campaign-faults'
import type { Budget, CampaignDraft } from './campaign-contract'
import { pricesInScope } from './faults/prices-in-scope'
import type { Benefit, Scope } from './terms-contract'

const NOW = Date.UTC(2026, 10, 22, 2)
const facts = {
  menu: menuRow,
  stores: [store],
  loyalty: { pointsPerYuan: 1, tiers: [] },
  now: NOW,
  before: null,
}

/** Numbers that an owner may come to type: sound, wild, and just beside what is sound. */
const fen = fc.oneof(
  fc.integer({ min: -10, max: 4_000 }),
  fc.integer({ min: 300, max: 2_000 }),
  fc.constantFrom(0, 1, 800, 950, 1_600, 1_900, 100_000, 2 ** 53),
  fc.double({ min: -1, max: 3_000 }),
)
const small = fc.integer({ min: 0, max: 4 })
const bp = fc.constantFrom(0, 1, 2_000, 5_000, 8_500, 9_000, 9_999, 10_000)
const benefit: fc.Arbitrary<Benefit> = fc.oneof(
  fc.record({ kind: fc.constant('amountOff' as const), offFen: fen, thresholdFen: fen }),
  fc.record({ kind: fc.constant('percentOff' as const), payBp: bp, capFen: fen, thresholdFen: fen }),
  fc.record({ kind: fc.constant('fixedPrice' as const), priceFen: fen, capFen: fen }),
  fc.record({ kind: fc.constant('nthUnit' as const), nth: small, payBp: bp, capFen: fen }),
  fc.record({ kind: fc.constant('exchange' as const), capFen: fen }),
  fc.record({ kind: fc.constant('buyNGetM' as const), buy: small, get: small, capFen: fen }),
)
const scope = fc.constantFrom<Scope>(
  { categoryIds: [], productIds: [], skuIds: [] },
  { categoryIds: ['coffee'], productIds: [], skuIds: [] },
  { categoryIds: [], productIds: ['bagel'], skuIds: ['latte-m'] },
)
const budget: fc.Arbitrary<Budget> = fc.record({
  count: fc.option(fc.integer({ min: -1, max: 50 }), { nil: null }),
  fen: fc.option(fc.oneof(fen, fc.integer({ min: 1, max: 90_000 })), { nil: null }),
  shards: fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 17 })),
})
const drafts: fc.Arbitrary<CampaignDraft> = fc.record({ benefit, scope, budget }).map((drawn) => {
  const { state: _state, version: _version, ...row } = campaignRow(NOW)
  const terms = { ...row.terms, benefit: drawn.benefit, scope: drawn.scope }
  return { ...row, entry: { kind: 'claim' as const }, terms, budget: drawn.budget }
})

/** Holds what every draft that passes must hold; most that are drawn do not. */
function everyPassing(check: (draft: CampaignDraft) => void): void {
  let passed = 0
  const property = fc.property(drafts, (draft) => {
    if (campaignFaults(draft, facts).length > 0) return
    passed++
    check(draft)
  })
  fc.assert(property, { numRuns: 4_000 })
  expect(passed).toBeGreaterThan(100)
}

test('what passes reserves what it may cost, and its budget pays for one at least', () => {
  everyPassing((draft) => {
    const costFen = largestCostFen(draft.terms.benefit)
    expect(Number.isSafeInteger(costFen) && costFen > 0).toBe(true)
    const none = { countLeft: null, fenLeft: null, issued: 0, issuedFen: 0 }
    const empty = Array<typeof none>(shardsFor(draft.budget, 0)).fill(none)
    expect(couponsLeft(dealt(draft.budget, empty, costFen), costFen)).not.toBe(0)
    if (draft.budget.fen !== null) expect(costFen).toBeLessThanOrEqual(draft.budget.fen)
  })
})

test('what passes gives nothing away at its threshold, and takes off no more than it reserves', () => {
  everyPassing((draft) => {
    const rule = ruleOf(draft.terms.benefit)
    if (rule.slot === 'order')
      expect(rule.off(rule.thresholdFen)).toBeLessThan(Math.max(1, rule.thresholdFen))
    if (rule.slot !== 'item') return
    const dearest = Math.max(...pricesInScope(draft.terms.scope, menuRow).map((p) => p.listFen))
    const off = rule.unitOffs(Array<number>(rule.units).fill(dearest)).reduce((sum, n) => sum + n, 0)
    expect(off).toBeGreaterThan(0)
    expect(off).toBeLessThanOrEqual(rule.largestCostFen)
  })
})
