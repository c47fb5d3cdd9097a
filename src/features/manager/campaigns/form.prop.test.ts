import fc from 'fast-check'
import type { CampaignDraft } from '@shared/coupons/campaign-contract'
import type { Benefit } from '@shared/coupons/contract'
import { DAY_MS, MINUTE_MS } from '@shared/kernel/time'
import { NOW } from '../../../../tests/builders/shop-views'
import { merged } from './describe'
import { formOf, type CampaignForm } from './form'
import { readForm } from './read-form'

const fen = fc.integer({ min: 1, max: 100_000 })
const rate = fc.integer({ min: 1, max: 999 }).map((n) => n * 10)
const count = fc.integer({ min: 1, max: 10 })
const threshold = fc.integer({ min: 0, max: 100_000 })
const benefit: fc.Arbitrary<Benefit> = fc.oneof(
  fc.record({ kind: fc.constant('amountOff'), offFen: fen, thresholdFen: threshold }),
  fc.record({ kind: fc.constant('percentOff'), payBp: rate, capFen: fen, thresholdFen: threshold }),
  fc.record({ kind: fc.constant('fixedPrice'), priceFen: fen, capFen: fen }),
  fc.record({ kind: fc.constant('nthUnit'), nth: count, payBp: rate, capFen: fen }),
  fc.record({ kind: fc.constant('exchange'), capFen: fen }),
  fc.record({ kind: fc.constant('buyNGetM'), buy: count, get: count, capFen: fen }),
  fc.record({ kind: fc.constant('freeDelivery'), capFen: fen, thresholdFen: threshold }),
)
const entry: fc.Arbitrary<CampaignDraft['entry']> = fc.oneof(
  fc.constantFrom(...(['signup', 'claim', 'monthly', 'grant'] as const)).map((kind) => ({ kind })),
  fc.record({ kind: fc.constant('code'), code: fc.stringMatching(/^[A-Z0-9]{4,16}$/) }),
  fc.record({ kind: fc.constant('channel'), channel: fc.stringMatching(/^[A-Z0-9]{8,16}$/) }),
  fc.record({ kind: fc.constant('birthday'), daysBefore: fc.integer({ min: 0, max: 30 }) }),
  fc.record({ kind: fc.constant('nthOrder'), nth: count }),
  fc.record({ kind: fc.constant('dormant'), days: fc.integer({ min: 7, max: 365 }) }),
  fc.record({ kind: fc.constant('points'), points: fc.integer({ min: 1, max: 99_999 }) }),
)
const minute = fc.integer({ min: 0, max: 500 * 24 * 60 }).map((n) => NOW - 100 * DAY_MS + n * MINUTE_MS)
const words = fc.stringMatching(/^[A-Za-z满减]{1,10}$/)
const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{2,6}$/), { maxLength: 3 })
const draft: fc.Arbitrary<CampaignDraft> = fc.record({
  name: words,
  entry,
  terms: fc.record({
    benefit,
    title: words,
    source: words,
    scope: fc.record({ categoryIds: ids, productIds: ids, skuIds: ids }),
    storeIds: ids,
    ways: fc.subarray(['pickup', 'dineIn', 'delivery', 'preorder'] as const).map((all) => [...all]),
    days: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
    hours: fc.array(
      fc.record({ from: fc.integer({ min: 0, max: 1439 }), to: fc.integer({ min: 1, max: 1440 }) }),
      { maxLength: 3 },
    ),
  }),
  validity: fc.oneof(
    fc.record({ kind: fc.constant('days'), days: fc.integer({ min: 1, max: 366 }) }),
    fc.record({ kind: fc.constant('dates'), startAt: minute, endAt: minute }),
  ),
  audience: fc.record({ newMembers: fc.boolean(), tierIds: ids, tags: ids }),
  perMember: fc.constant(1),
  budget: fc.record({
    count: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
    fen: fc.option(fen),
    shards: count,
  }),
  startAt: minute,
  endAt: minute,
})

test('a campaign that is opened and saved unchanged is the same campaign', () =>
  fc.assert(
    fc.property(draft, (campaign) => {
      const read = readForm(formOf(campaign))
      expect(read.draft).toEqual(campaign)
      expect([read.missing, read.garbled]).toEqual([[], []])
    }),
  ))

test('a merge has what I changed, and everything else is theirs', () =>
  fc.assert(
    fc.property(draft, draft, draft, fc.constantFrom('name', 'benefit', 'period'), (a, b, c, part) => {
      const [base, theirs, other] = [formOf(a), formOf(b), formOf(c)]
      const mine: CampaignForm = { ...base, [part]: other[part] }
      fc.pre(JSON.stringify(base[part]) !== JSON.stringify(other[part]))
      expect(merged(base, mine, theirs)).toEqual({ ...theirs, [part]: other[part] })
    }),
  ))
