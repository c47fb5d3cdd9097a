import { balanceOf } from '@shared/points/account'
import { accountFromPostings, comparable } from '@shared/points/fold'
import type { Rule } from './books'
import { yes } from './orders'

/** An account is the fold of its postings: orders are postings of their own, entries are all the others. */
export const pointAccounts: Rule = ({ members, orders, pointEntries, now }) =>
  members
    .filter((m) => m.leftAt === null)
    .flatMap((m) => {
      const own = orders.filter((o) => o.memberId === m._id)
      const entries = pointEntries.filter((entry) => entry.memberId === m._id)
      const should = accountFromPostings(own, entries, now, m.joinedAt)
      const is = comparable(m.account, now)
      return [
        ...yes(
          canonical(should) !== canonical(is),
          `${m._id}: the account says ${canonical(is)}, its postings make ${canonical(should)}`,
        ),
        ...yes(balanceOf(m.account, now) < 0, `${m._id}: points below zero`),
      ]
    })

/** The same whatever the order of the keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
