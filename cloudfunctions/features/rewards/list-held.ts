import { lastOf } from '@shared/kernel/lists'
import { isRefused } from '@shared/kernel/refusal'
import { maskName } from '@shared/members/mask-name'
import type { HeldReward, heldRewards as contract, RewardPart } from '@shared/rewards/contract'
import type { MemberRow, RewardPartRow, RewardRow } from '../../database/rows'
import type { UseCase } from '../../platform/router'
import { requireManager } from '../staff'
import { heldAfter, membersById, PAGE } from './repository'

/** Three reads: rights, a page, and its people's names; two when nothing waits. */
export const listHeld: UseCase<typeof contract> = async ({ after }, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  const rows = await heldAfter(ctx.db, after, PAGE + 1)
  const page = rows.slice(0, PAGE)
  const people = await membersById(
    ctx.db,
    page.flatMap(({ promoter, friend }) => [promoter, friend]),
  )
  return {
    held: page.map((row) => heldView(row, people)),
    next: rows.length > PAGE ? (lastOf(page)?.at ?? null) : null,
  }
}

function heldView(row: RewardRow, people: ReadonlyMap<string, MemberRow>): HeldReward {
  const { _id, at, dueAt, holdEnds, event, campaignName, parts, fired } = row
  const name = (id: string) => maskName(people.get(id)?.nickname ?? '')
  return {
    id: _id,
    at,
    endsAt: dueAt ?? at,
    ends: holdEnds,
    event,
    campaignName,
    promoterName: name(row.promoter),
    friendName: name(row.friend),
    promoter: partView(parts.promoter),
    friend: partView(parts.friend),
    fired: [...fired],
  }
}

const partView = (part: RewardPartRow | null): RewardPart | null =>
  part && { gift: part.gift, state: part.state, note: part.note }
