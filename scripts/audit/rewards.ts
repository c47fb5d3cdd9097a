import { shopDay, shopMonth } from '@shared/kernel/time'
import type { RewardPartRow, RewardRow } from '../../cloudfunctions/database/rows'
import type { Books, Rule } from './books'
import { yes } from './orders'

const SIDES = ['promoter', 'friend'] as const

/**
 * Law 7: a reward is what its id says, once; what it says is given exists, what it says is taken back is gone or was
 * used; caps hold, and a campaign's counts are the sum of its rewards.
 */
export const rewardsGiven: Rule = (books) => [
  ...books.rewards.flatMap((row) => [
    ...identity(row, books),
    ...SIDES.flatMap((side) => given(row, side, books)),
  ]),
  ...strayCoupons(books),
  ...caps(books),
  ...counts(books),
]

function identity(row: RewardRow, { bindings, orders }: Books): string[] {
  const binding = bindings.find(({ _id }) => _id === row.friend)
  const order = orders.find(({ _id }) => _id === row.orderId)
  const ordered = order?.memberId === row.friend && order.paidAt !== null
  return [
    ...yes(row._id !== `${row.campaignId}:${row.friend}:${row.event}`, `${row._id} is not what its id says`),
    ...yes(binding?.promoter !== row.promoter, `${row._id}: ${row.promoter} did not bring this friend`),
    ...yes(row.event !== 'signup' && !ordered, `${row._id}: no order of this friend was paid for it`),
    ...yes(
      (row.state === 'held') !== (row.heldOf !== undefined),
      `${row._id} is ${row.state}, heldOf otherwise`,
    ),
    ...yes(row.state === 'held' && row.dueAt === undefined, `${row._id} is held without an end`),
  ]
}

function given(row: RewardRow, side: (typeof SIDES)[number], { coupons, pointEntries }: Books): string[] {
  const part = row.parts[side]
  if (!part) return []
  const name = `${row._id} (${side})`
  const owner = side === 'promoter' ? row.promoter : row.friend
  if (part.given === null) return yes(part.state === 'granted', `${name} is granted and nothing was given`)
  if (part.gift.kind === 'points') {
    const entry = pointEntries.find(({ _id }) => _id === part.given)
    const back = pointEntries.some(({ _id }) => _id === `back:${part.given}`)
    return [
      ...yes(
        entry?.memberId !== owner || entry.points !== part.gift.points,
        `${name}: its points are not there`,
      ),
      ...yes(back && part.state !== 'revoked', `${name}: its points went back, it is ${part.state}`),
    ]
  }
  const coupon = coupons.find(({ _id }) => _id === part.given)
  return [
    ...yes(coupon?.memberId !== owner, `${name}: its coupon is not there`),
    ...yes(
      part.state === 'revoked' && coupon?.state !== 'revoked',
      `${name}: its coupon is ${coupon?.state}`,
    ),
  ]
}

/** A coupon of a campaign for rewards belongs to exactly one part. */
function strayCoupons({ rewards, coupons, campaigns }: Books): string[] {
  const forRewards = new Set(campaigns.filter((c) => c.entry.kind === 'reward').map((c) => c._id))
  const named = rewards.flatMap(({ parts }) => SIDES.flatMap((side) => parts[side]?.given ?? []))
  const twice = named.filter((id, i) => named.indexOf(id) < i)
  return [
    ...twice.map((id) => `${id} is given by two rewards`),
    ...coupons
      .filter((c) => forRewards.has(c.campaignId) && !named.includes(c._id))
      .map((c) => `${c._id} belongs to no reward`),
  ]
}

/** At each reward, with those before it, within the caps that it was promised under. */
function caps({ rewards }: Books): string[] {
  const counted = rewards.filter(({ parts }) => isCounted(parts.promoter))
  return counted.flatMap((row) => {
    const before = counted.filter(
      ({ campaignId, promoter, at }) =>
        campaignId === row.campaignId && promoter === row.promoter && at <= row.at,
    )
    const on = (of: (at: number) => string) => before.filter(({ at }) => of(at) === of(row.at)).length
    const over = (n: number, most: number | null) =>
      yes(most !== null && n > most, `${row._id} is the ${n}th of ${row.promoter}, ${most} were allowed`)
    const { total, day, month } = row.caps
    return [...over(before.length, total), ...over(on(shopDay), day), ...over(on(shopMonth), month)]
  })
}
/** What was never given counts against no cap here; the tally is stricter: what was held or went back stays counted. */
const isCounted = (part: RewardPartRow | null): boolean =>
  part !== null && (part.state === 'granted' || part.state === 'held')

function counts({ rewards, rewardCounts, rewardCampaigns }: Books): string[] {
  return rewardCounts.flatMap((row) => {
    const parts = rewards
      .filter(({ campaignId }) => campaignId === row._id)
      .flatMap(({ parts: both }) => SIDES.flatMap((side) => both[side] ?? []))
    const of = (state: RewardPartRow['state']) => parts.filter((part) => part.state === state)
    const points = of('granted').reduce(
      (sum, { gift }) => sum + (gift.kind === 'points' ? gift.points : 0),
      0,
    )
    const budget = rewardCampaigns.find(({ _id }) => _id === row._id)?.pointsBudget ?? null
    return [
      ...(['granted', 'held', 'revoked', 'rejected'] as const).flatMap((state) =>
        yes(
          row[state] !== of(state).length,
          `${row._id} counts ${row[state]} ${state}, there are ${of(state).length}`,
        ),
      ),
      ...yes(row.points !== points, `${row._id} counts ${row.points} points, its rewards gave ${points}`),
      ...yes((row.pointsLeft ?? 0) < 0, `${row._id}: points below zero`),
      ...yes(budget !== null && points > budget, `${row._id}: more points than its budget`),
    ]
  })
}
