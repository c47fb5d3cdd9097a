import { fitsAudience } from '@shared/coupons/audience'
import { couponIdOf } from '@shared/coupons/grant-keys'
import { isRunning } from '@shared/coupons/welcome'
import { isRefused } from '@shared/kernel/refusal'
import { MINUTE_MS, type Instant } from '@shared/kernel/time'
import type { CampaignRow, MemberRow, ShopRow } from '../../database/rows'
import type { CloudCtx } from '../../platform/ctx'
import { onceADay } from '../../platform/tick'
import { campaignRepository, runningRules } from './campaign-repository'
import { DUE_PAGE, dueMembers, lookAgain } from './claimant-repository'
import { issueCoupon, onceOnly } from './issue-coupon'
import { loyaltyOf, issuedAmong } from './repository'
import { RULES, type Rule } from './rules'

/** In the minute that the function may take, with room for the other sweeps. */
const ISSUED_AT_ONCE = 100
const TEN = 10 * 60
export const RULES_TASK = 'coupons.rules'

/**
 * Birthday coupons and those for who stays away, in the morning's turn of the timer (decision 0009). A turn that stays
 * away is made up for by the next day's: what is due stays due until it is done. All other turns cost nothing here; this
 * one costs a read while no such campaign runs.
 */
export const sweepRules = onceADay(RULES_TASK, TEN, turnRules)

/**
 * One turn. What exceeds it goes on in a minute by a delayed call. Every issue has its own key, so a turn that runs
 * twice, or dies anywhere, issues nothing twice and loses nothing.
 */
export async function turnRules(ctx: CloudCtx): Promise<void> {
  const named = await runningRules(ctx.db)
  await forgetEnded(named, ctx)
  const running = named.filter((campaign) => isRunning(campaign, ctx.now))
  let left = ISSUED_AT_ONCE
  for (const rule of RULES) {
    const campaigns = running.filter(({ entry }) => entry.kind === rule.kind)
    if (campaigns.length === 0 || left <= 0) continue
    const turn: Turn = { rule, campaigns, loyalty: await loyaltyOf(ctx.db), soldOut: new Set(), ctx }
    left -= await runRule(turn, left)
  }
  if (left <= 0) await ctx.tasks.later({ task: RULES_TASK }, MINUTE_MS)
}

type Turn = {
  readonly rule: Rule
  readonly campaigns: readonly CampaignRow[]
  readonly loyalty: ShopRow['loyalty']
  /** Campaigns of which nothing is left; not asked again in this turn. */
  readonly soldOut: Set<string>
  readonly ctx: CloudCtx
}

/** Goes through the members who are due, page by page, until `most` coupons are issued; answers how many were. */
async function runRule(turn: Turn, most: number): Promise<number> {
  const { rule, ctx } = turn
  let issued = 0
  let from: Instant = 0
  while (issued < most) {
    const page = await dueMembers(ctx.db, rule.field, from)
    const due = page.filter((member) => (member[rule.field] ?? Infinity) <= ctx.now)
    issued += await runPage(turn, due, most - issued)
    const last = due.at(-1)?.[rule.field]
    if (due.length < DUE_PAGE || last === undefined) return issued
    // members who share the page's last instant are seen twice, unless a whole page shares it
    from = last === from ? last + 1 : last
  }
  return issued
}

/** One read tells which coupons of a page were issued before; each other is a transaction of its own. */
async function runPage(turn: Turn, members: readonly MemberRow[], most: number): Promise<number> {
  const wished = members.map((member) => ({ member, wishes: wishesOf(turn, member) }))
  const ids = wished.flatMap(({ wishes }) => wishes.map(({ id }) => id))
  const before = await issuedAmong(turn.ctx.db, ids)
  let issued = 0
  for (const { member, wishes } of wished) {
    if (issued >= most) return issued
    for (const wish of wishes) if (!before.has(wish.id) && (await give(turn, wish))) issued++
    await moveOn(turn, member)
  }
  return issued
}

type Wish = {
  readonly id: string
  readonly campaign: CampaignRow
  readonly memberId: string
  readonly grantKey: string
}

function wishesOf({ rule, campaigns, loyalty, ctx: { now } }: Turn, member: MemberRow): Wish[] {
  if (member.leftAt !== null) return []
  return campaigns.flatMap((campaign) => {
    const grantKey = rule.key(campaign, member, now)
    if (grantKey === null || !fitsAudience(campaign.audience, member, loyalty, now)) return []
    const id = couponIdOf(campaign._id, member._id, grantKey)
    return { id, campaign, memberId: member._id, grantKey }
  })
}

async function give({ soldOut, ctx }: Turn, { campaign, memberId, grantKey }: Wish): Promise<boolean> {
  if (soldOut.has(campaign._id)) return false
  const { now, random } = ctx
  const issue = { campaign, memberId, grantKey, now, random }
  const issued = await onceOnly(ctx, (db) => issueCoupon(db, issue))
  if (!isRefused(issued)) return true
  if (issued.refused === 'SOLD_OUT') {
    soldOut.add(campaign._id)
    ctx.log('warn', 'coupons.ruleSoldOut', { campaignId: campaign._id })
  }
  return false
}

/** Writes when to look at a member next, unless they are to be looked at every day for now. */
async function moveOn({ rule, campaigns, ctx }: Turn, member: MemberRow): Promise<void> {
  const seenAt = member[rule.field]
  const nextAt = rule.nextAt(member, campaigns, ctx.now)
  if (seenAt === undefined || (nextAt !== null && nextAt <= ctx.now)) return
  await lookAgain(ctx.db, member._id, rule.field, seenAt, nextAt)
}

/** A campaign whose time is over issues nothing; orders need not carry its name until the owner ends it. */
async function forgetEnded(named: readonly CampaignRow[], { db, now }: CloudCtx): Promise<void> {
  for (const { _id, entry, endAt } of named)
    if (entry.kind === 'nthOrder' && endAt <= now) await campaignRepository(db).setNthOrder(_id, null)
}
