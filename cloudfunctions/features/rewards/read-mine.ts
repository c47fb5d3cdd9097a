import { refuse } from '@shared/kernel/refusal'
import { maskName } from '@shared/members/mask'
import type { FriendView, myRewards as contract } from '@shared/rewards/contract'
import { friendState, ownLines, ruleView } from '@shared/rewards/words'
import { countFriends } from '../referral'
import { derivedId } from '../../platform/identity'
import type { UseCase } from '../../platform/router'
import { friendsOf, PAGE, readBringer, type FriendFound } from './repository'

/** Three reads: the caller with the rule, how many friends there are, and a page of them with what each brought. */
export const readMine: UseCase<typeof contract> = async ({ before }, { db, memberId, now }) => {
  const [me, total, found] = await Promise.all([
    readBringer(db, memberId),
    countFriends(db, memberId),
    friendsOf(db, memberId, before, PAGE + 1),
  ])
  if (!me) return refuse('NOT_A_MEMBER')
  const { running } = me
  const runs = running && running.startAt <= now && now < running.endAt
  const { page, next } = cut(found)
  return { rule: runs ? ruleView(running) : null, friends: page.map(friendView), total, next }
}

/**
 * A page ends between two instants, so that friends of the same one are neither shown twice nor left out. More than a page
 * of one instant does not happen: each joins by a tap of their own.
 */
function cut(found: readonly FriendFound[]) {
  const beyond = found[PAGE]?.doc.boundAt
  if (beyond === undefined) return { page: found, next: null }
  return { page: found.filter(({ doc }) => doc.boundAt > beyond), next: beyond + 1 }
}

/** Who has left keeps their place in the list, and no name. */
function friendView({ doc: { _id, boundAt }, joined }: FriendFound): FriendView {
  const [friend] = joined.member.rows
  const own = joined.rewards.rows
    .flatMap(({ event, at, parts: { promoter: part } }) => (part ? [{ event, at, part }] : []))
    .toSorted((a, b) => a.at - b.at)
  const bought = (friend?.account.paidOrders ?? 0) > 0
  return {
    key: derivedId('f', _id),
    nameMasked: maskName(friend?.nickname ?? ''),
    joinedAt: boundAt,
    state: friendState(
      own.map(({ part }) => part),
      bought,
    ),
    lines: ownLines(own),
  }
}
