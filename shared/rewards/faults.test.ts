import { aRewardDraft, THANKS } from '../../tests/builders/reward-drafts'
import type { RewardDraft } from './contract'
import { rewardFaults } from './faults'

const NOW = aRewardDraft().startAt
const facts = { coupons: [THANKS], hasPoints: true, now: NOW }
const faults = (over: Partial<RewardDraft>, more: Partial<typeof facts> = {}) =>
  rewardFaults(aRewardDraft(over), { ...facts, ...more }).map(({ field }) => field)
const points = (n: number) => ({ kind: 'points', points: n }) as const

it.each<[string, Partial<RewardDraft>]>([
  ['coupons for both', {}],
  ['a coupon for one', { friend: null }],
  ['points with a budget', { promoter: points(50), pointsBudget: 500 }],
  ['signup', { when: 'signup' }],
  [
    'signup, and the second order from an amount on',
    { when: 'signup', second: { kind: 'coupon', campaignId: 'thanks' }, minPaidFen: 100 },
  ],
  ['no caps at all', { caps: { total: null, month: null, day: null } }],
])('finds nothing wrong with %s', (_what, over) => expect(faults(over)).toEqual([]))

it.each<[what: string, over: Partial<RewardDraft>, field: string]>([
  ['the act of sharing', { when: 'share' }, 'when'],
  ['a gift by chance', { promoter: { kind: 'randomPoints', points: 1, most: 99 } }, 'promoter'],
  ['a second level', { levels: 2 }, 'levels'],
  ['no level', { levels: 0 }, 'levels'],
  ['a team', { teamSize: 6 }, 'teamSize'],
  ['only after three friends', { friendsNeeded: 3 }, 'friendsNeeded'],
  ['nothing for anybody', { promoter: null, friend: null }, 'promoter'],
  ['the second order without the first', { promoter: null, second: points(5), pointsBudget: 50 }, 'second'],
  ['a coupon that is not there', { friend: { kind: 'coupon', campaignId: 'ghost' } }, 'friend'],
  ['no points', { friend: points(0), pointsBudget: 50 }, 'friend.points'],
  ['half a point', { friend: points(1.5), pointsBudget: 50 }, 'friend.points'],
  ['points without an end', { friend: points(5) }, 'pointsBudget'],
  ['points that fit no budget', { friend: points(50), pointsBudget: 49 }, 'pointsBudget'],
  ['an amount for a signup', { when: 'signup', minPaidFen: 100 }, 'minPaidFen'],
  ['an amount below zero', { minPaidFen: -1 }, 'minPaidFen'],
  ['a cap of none', { caps: { total: 0, month: null, day: null } }, 'caps.total'],
  ['a month above all', { caps: { total: 5, month: 6, day: null } }, 'caps.month'],
  ['a day above all', { caps: { total: 5, month: null, day: 6 } }, 'caps.day'],
  ['a day above the month', { caps: { total: null, month: 2, day: 3 } }, 'caps.day'],
  ['an end at the start', { endAt: NOW }, 'endAt'],
  ['an end long ago', { startAt: NOW - 9, endAt: NOW }, 'endAt'],
  ['a year and a half', { endAt: NOW + 500 * 86_400_000 }, 'endAt'],
  ['a name that asks for sharing', { name: '转发有礼' }, 'name'],
  ['a note that promises a pyramid', { note: '发展下级，躺赚' }, 'note'],
])('refuses %s at its field', (_what, over, field) => expect(faults(over)).toEqual([field]))

it('refuses a coupon that is not being given, and points in a shop that has none', () => {
  expect(faults({ friend: null }, { coupons: [{ ...THANKS, running: false }] })).toEqual(['promoter'])
  expect(faults({ friend: points(5), pointsBudget: 50 }, { hasPoints: false })).toEqual(['friend'])
})
