import { judge } from '@shared/fraud/judge'
import { DAY_MS, type Instant } from '@shared/kernel/time'
import type { Gift, PartState, RewardEvent } from '@shared/rewards/contract'
import { counted, isCapped, partsFor, type RewardTerms } from '@shared/rewards/terms'
import type { MemberRow, OrderRow, RewardPartRow, RewardRow, RewardTallyRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import { countsOf } from './count'
import { fraudFacts, placeOf } from './fraud-facts'
import { givePart, notGiven, SIDES, type Side } from './give-part'
import { rewardRepository } from './repository'

/** A held reward ends by itself after this. */
export const HELD_MS = 30 * DAY_MS
const MARKS_KEPT = 60

/** A deed of a friend for which there may be a reward. */
export type Deed = {
  readonly event: RewardEvent
  readonly terms: RewardTerms
  readonly friend: MemberRow
  readonly promoterId: string
  readonly order: OrderRow | null
}
export const rewardIdOf = (campaignId: string, friend: string, event: RewardEvent): string =>
  `${campaignId}:${friend}:${event}`

/**
 * Grants, holds or rejects what a friend's deed brings both sides, in the transaction of the deed. Law 7: the reward's id
 * is campaign, friend and event, and it is looked for first. All who reward one promoter write that promoter's tally, so
 * caps hold however many friends come at once.
 *
 * Three reads and three writes, and for each coupon two and two, for points three reads and three writes; an order that
 * is delivered one read more.
 */
export async function settleReward(db: TxDb, deed: Deed, ctx: CloudCtx): Promise<void> {
  const { event, terms, friend, promoterId, order } = deed
  const gifts = partsFor(terms, event)
  const rewards = rewardRepository(db)
  const _id = rewardIdOf(terms.campaignId, friend._id, event)
  if (!gifts || (await rewards.reward(_id))) return
  if (event === 'second' && (await wasRejected(db, deed))) return
  const tally = (await rewards.tally(promoterId)) ?? { _id: promoterId, counts: {}, marks: [] }
  const judged = await judgeDeed(db, deed, tally, ctx)
  const parts = {
    promoter: await partOf(db, { ...deed, _id, side: 'promoter', gift: gifts.promoter }, judged, ctx),
    friend: await partOf(db, { ...deed, _id, side: 'friend', gift: gifts.friend }, judged, ctx),
  }
  const row: RewardRow = {
    _id,
    campaignId: terms.campaignId,
    campaignName: terms.name,
    event,
    promoter: promoterId,
    friend: friend._id,
    orderId: order?._id ?? null,
    at: ctx.now,
    parts,
    fired: [...judged.fired],
    caps: terms.caps,
    holdEnds: terms.holdEnds,
    validMonths: terms.validMonths,
    ...stateOf(parts, ctx.now),
  }
  await rewards.addReward(row)
  await rewards.putTally(tallyWith(tally, deed, parts.promoter, ctx.now))
  await rewards.count(terms.campaignId, { ...countsOf(null, row), ordered: event === 'first' ? 1 : 0 })
}

/** What is known of a deed before anything is given for it. `hindrance`: why the promoter gets nothing. */
type Judged = ReturnType<typeof judge> & { readonly hindrance: 'gone' | 'capped' | null }

async function judgeDeed(
  db: TxDb,
  { terms, friend, promoterId, order }: Deed,
  tally: RewardTallyRow,
  ctx: CloudCtx,
): Promise<Judged> {
  const promoter = await rewardRepository(db).member(promoterId)
  if (!promoter || promoter.leftAt !== null || promoter.barredAt !== undefined)
    return { verdict: 'pass', fired: [], hindrance: 'gone' }
  const judged = judge(await fraudFacts(db, { friend, promoter, order, tally }, ctx.now))
  const { verdict, fired } = judged
  if (verdict !== 'pass')
    ctx.log('warn', 'rewards.looked', { friend: friend._id, promoterId, verdict, fired })
  const capped = isCapped(tally.counts[terms.campaignId], terms.caps, ctx.now)
  return { ...judged, hindrance: capped ? 'capped' : null }
}

type Wanted = Deed & { readonly _id: string; readonly side: Side; readonly gift: Gift | null }
async function partOf(
  db: TxDb,
  { _id, side, gift, terms, promoterId, friend }: Wanted,
  { verdict, hindrance }: Judged,
  ctx: CloudCtx,
): Promise<RewardPartRow | null> {
  if (gift === null) return null
  if (verdict === 'reject') return notGiven(gift, 'rejected', 'fraud')
  if (side === 'promoter' && hindrance !== null) return notGiven(gift, 'rejected', hindrance)
  if (verdict === 'hold') return notGiven(gift, 'held', '')
  const memberId = side === 'promoter' ? promoterId : friend._id
  const { campaignId, validMonths } = terms
  return givePart(db, { _id, campaignId, validMonths, side, memberId }, gift, ctx)
}

/** What the first order was refused for, the second does not make good. One read. */
async function wasRejected(db: TxDb, { terms, friend }: Deed): Promise<boolean> {
  const first = terms.when === 'signup' ? 'signup' : 'first'
  const before = await rewardRepository(db).reward(rewardIdOf(terms.campaignId, friend._id, first))
  return before !== null && before.state === 'rejected' && before.fired.length > 0
}

/** The state of both sides together, and until when it is held. */
function stateOf(
  parts: RewardRow['parts'],
  now: Instant,
): { readonly state: PartState } & Pick<RewardRow, 'heldOf' | 'dueAt'> {
  const states = SIDES.flatMap((side) => parts[side]?.state ?? [])
  if (states.includes('held')) return { state: 'held', heldOf: 'shop', dueAt: now + HELD_MS }
  return { state: states.includes('granted') ? 'granted' : 'rejected' }
}

/** The promoter's tally with this friend; a reward that they did not get counts against no cap. */
function tallyWith(
  tally: RewardTallyRow,
  { terms, event, friend, order }: Deed,
  part: RewardPartRow | null,
  now: Instant,
): RewardTallyRow {
  const got = part !== null && part.state !== 'rejected'
  const counts = { ...tally.counts, [terms.campaignId]: counted(tally.counts[terms.campaignId], now) }
  const mark = { friend: friend._id, at: now, place: placeOf(order?.destination?.address ?? ''), back: false }
  return {
    ...tally,
    ...(got ? { counts } : {}),
    ...(event === 'second' ? {} : { marks: [...tally.marks, mark].slice(-MARKS_KEPT) }),
  }
}
