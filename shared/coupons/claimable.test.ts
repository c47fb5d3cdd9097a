import { EMPTY_ACCOUNT } from '../points/account'
import type { Entry } from './campaign-contract'
import { claimHindrance, leftFor, type ClaimFacts } from './claimable'

const NOW = Date.UTC(2026, 10, 22, 2)
const facts = (entry: Entry, over: Partial<ClaimFacts> = {}, perMember = 1): ClaimFacts => ({
  campaign: {
    _id: 'c1',
    entry,
    perMember,
    terms: {
      benefit: { kind: 'amountOff', offFen: 300, thresholdFen: 2000 },
      title: '',
      source: '',
      scope: { categoryIds: [], productIds: [], skuIds: [] },
      storeIds: [],
      ways: [],
      days: [],
      hours: [],
    },
    audience: { newMembers: false, tierIds: [], tags: [] },
  },
  shards: [{ countLeft: 5, fenLeft: null, issued: 0, issuedFen: 0 }],
  member: { _id: 'm1', account: EMPTY_ACCOUNT, tags: [] },
  hadIds: [],
  loyalty: { tiers: [] },
  now: NOW,
  ...over,
})
const claim: Entry = { kind: 'claim' }

it('can be had by a member', () => {
  expect(claimHindrance(facts(claim))).toBeNull()
  expect(claimHindrance(facts(claim, { member: null }))).toBe('NOT_A_MEMBER')
})
it('is had so often as the campaign allows, revoked ones counted', () => {
  expect(leftFor(facts(claim, { hadIds: ['c1:m1:1'] }, 3))).toBe(2)
  expect(claimHindrance(facts(claim, { hadIds: ['c1:m1:1'] }))).toBe('ALREADY_CLAIMED')
})
it('comes anew each month', () => {
  const had = (key: string) => facts({ kind: 'monthly' }, { hadIds: [`c1:m1:${key}`] })
  expect(claimHindrance(had('m202611'))).toBe('ALREADY_CLAIMED')
  expect(claimHindrance(had('m202610'))).toBeNull()
  expect(leftFor(had('m202611'))).toBe(0)
})
it('can’t be had when no shard can pay for one', () => {
  const shards = [{ countLeft: null, fenLeft: 299, issued: 1, issuedFen: 300 }]
  expect(claimHindrance(facts(claim, { shards }))).toBe('SOLD_OUT')
})
it('says what the member can’t change before what they could', () => {
  const short = facts({ kind: 'points', points: 10 })
  expect(claimHindrance(short)).toBe('POINTS_SHORT')
  const tagged = { ...short.campaign, audience: { newMembers: false, tierIds: [], tags: ['老师'] } }
  expect(claimHindrance({ ...short, campaign: tagged })).toBe('NOT_FOR_YOU')
  const rich = { _id: 'm1', tags: [], account: { ...EMPTY_ACCOUNT, lots: { '202712': 10 } } }
  expect(claimHindrance({ ...short, member: rich })).toBeNull()
})
