import { lastOf } from '@shared/kernel/lists'
import { refuse } from '@shared/kernel/refusal'
import { maskName } from '@shared/members/mask-name'
import type { FriendView, myRewards as contract } from '@shared/rewards/contract'
import { partWords, ruleView } from '@shared/rewards/words'
import type { BindingRow, MemberRow, RewardRow } from '../../database/rows'
import { derivedId } from '../../platform/identity'
import type { UseCase } from '../../platform/router'
import { friendsOf, membersById, PAGE, rewardRepository } from './repository'

/** Five reads: the caller, the rule, a page of friends, their names, what each brought; three for who brought nobody. */
export const readMine: UseCase<typeof contract> = async ({ before }, { db, memberId, now }) => {
  const repository = rewardRepository(db)
  const [me, running, { bindings, rewards }] = await Promise.all([
    repository.member(memberId),
    repository.running(),
    friendsOf(db, memberId, before),
  ])
  if (!me || me.leftAt !== null) return refuse('NOT_A_MEMBER')
  const page = bindings.slice(0, PAGE)
  const people = await membersById(
    db,
    page.map(({ _id }) => _id),
  )
  const runs = running && running.startAt <= now && now < running.endAt
  return {
    rule: runs ? ruleView(running) : null,
    friends: page.map((binding) => friendView(binding, people.get(binding._id), rewards)),
    next: bindings.length > PAGE ? (lastOf(page)?.boundAt ?? null) : null,
  }
}

/** What the newest reward with a part for the promoter says; else whether the friend has bought. */
function friendView(
  { _id, boundAt }: BindingRow,
  friend: MemberRow | undefined,
  rewards: readonly RewardRow[],
): FriendView {
  const own = rewards
    .filter((row) => row.friend === _id && row.parts.promoter !== null)
    .toSorted((a, b) => b.at - a.at)
  const part = own[0]?.parts.promoter
  const bought = (friend?.account.paidOrders ?? 0) > 0
  const view = { key: derivedId('f', _id), name: maskName(friend?.nickname ?? ''), joinedAt: boundAt }
  if (!part) return { ...view, state: bought ? 'ordered' : 'joined', words: '' }
  const states = { granted: 'rewarded', held: 'review', revoked: 'none', rejected: 'none' } as const
  return { ...view, state: states[part.state], words: partWords(part) }
}
