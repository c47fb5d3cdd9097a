import type { history } from '@shared/points/contract'
import { refuse } from '@shared/kernel/refusal'
import type { Instant } from '@shared/kernel/time'
import {
  LINES_A_PAGE,
  linesOfEnded,
  linesOfOrder,
  pageOf,
  type Source,
  type Told,
} from '@shared/points/lines'
import { endedLots } from '@shared/points/move'
import type { MemberRow, PointEntryRow } from '../../database/rows'
import type { UseCase } from '../../platform/router'
import { accountRepository, expiryId, historyRepository } from './repository'

/**
 * The caller's account and a page of its lines, out of their orders, the entries, and what has ended without an entry
 * yet. Three reads. Nobody sees what happened before they last joined.
 */
export const readHistory: UseCase<typeof history> = async ({ before }, { db, memberId, now }) => {
  const rows = historyRepository(db)
  const [member, orders, entries] = await Promise.all([
    accountRepository(db).member(memberId),
    rows.orders(memberId, before, LINES_A_PAGE),
    rows.entries(memberId, before, LINES_A_PAGE),
  ])
  if (!member) return refuse('NOT_A_MEMBER')
  const page = pageOf([
    source(orders.map(linesOfOrder), member.joinedAt),
    source(entries.map(linesOfEntry), member.joinedAt),
    { told: endedBefore(member, before, now), more: false },
  ])
  return { account: member.account, ...page }
}

/** A full page may not be all; one that reaches back beyond the joining is. */
function source(told: readonly Told[], joinedAt: Instant): Source {
  const own = told.filter(({ at }) => at >= joinedAt)
  return { told: own, more: told.length === LINES_A_PAGE && own.length === told.length }
}

function linesOfEntry({ _id, at, points, why, what }: PointEntryRow): Told {
  return { at, lines: [{ id: _id, at, points, why, what }] }
}

const endedBefore = ({ _id, account }: MemberRow, before: Instant | null, now: Instant): Told[] =>
  linesOfEnded(endedLots(account, now), (lot) => expiryId(_id, lot)).filter(
    ({ at }) => before === null || at < before,
  )
