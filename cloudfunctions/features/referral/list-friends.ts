import { maskName } from '@shared/members/mask'
import type { InvitedFriend, invited as contract } from '@shared/referral/contract'
import { refuse } from '@shared/kernel/refusal'
import type { BindingRow, MemberRow } from '../../database/rows'
import type { UseCase } from '../../platform/router'
import { boundBefore, friendRows, readPromoter } from './friend-repository'

const A_PAGE = 20

/** The caller's friends, a page of them. Three reads; the third is saved where there is nobody. */
export const invited: UseCase<typeof contract> = async ({ before }, { db, memberId }) => {
  const [promoter, bound] = await Promise.all([
    readPromoter(db, memberId),
    boundBefore(db, memberId, before, A_PAGE + 1),
  ])
  if (promoter === null) return refuse('NOT_A_MEMBER')
  const { page, next } = cut(bound)
  const members =
    page.length === 0
      ? []
      : await friendRows(
          db,
          page.map(({ _id }) => _id),
        )
  const byId = new Map(members.map((row) => [row._id, row]))
  return { friends: page.map((row) => friendView(row, byId.get(row._id))), total: promoter.total, next }
}

/**
 * A page ends between two instants, so that friends of the same one are neither shown twice nor left out. More than a page
 * of one instant does not happen: each joins by a tap of their own.
 */
function cut(bound: readonly BindingRow[]): {
  readonly page: readonly BindingRow[]
  readonly next: number | null
} {
  const beyond = bound[A_PAGE]
  if (beyond === undefined) return { page: bound, next: null }
  const page = bound.filter(({ boundAt }) => boundAt > beyond.boundAt)
  return { page, next: beyond.boundAt + 1 }
}

/** Who has left keeps their place in the list, and no name. */
const friendView = ({ boundAt }: BindingRow, member: MemberRow | undefined): InvitedFriend => ({
  nameMasked: maskName(member?.nickname ?? ''),
  state: (member?.account.paidOrders ?? 0) > 0 ? 'ordered' : 'joined',
  joinedAt: boundAt,
})
