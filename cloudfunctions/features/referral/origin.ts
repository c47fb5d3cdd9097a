import type { Origin } from '@shared/manager/origin-contract'
import type { Touch } from '@shared/referral/touches'
import type { BindingRow, ChannelRow, MemberRow } from '../../database/rows'
import type { Db } from '../../platform/db'
import type { Joined, Joins } from '../../platform/lookup'
import { countFriends } from './repository'

type Who = Pick<MemberRow, '_id' | 'nickname' | 'leftAt' | 'barredAt'>
/** What a member's document brings along to tell where they came from. */
export type OriginRows = {
  binding: BindingRow
  promoter: Who
  missed: Who
  shopCode: Pick<ChannelRow, '_id' | 'label'>
}
const member = (localField: string) => ({
  from: 'members',
  localField,
  foreignField: '_id',
  fields: ['_id', 'nickname', 'leftAt', 'barredAt'],
  limit: 1,
})
export const originJoins: Joins<OriginRows> = {
  binding: { from: 'bindings', foreignField: '_id', limit: 1 },
  promoter: member('bound.promoter'),
  missed: member('unbound.promoter'),
  shopCode: {
    from: 'channels',
    localField: 'cameBy.code',
    foreignField: '_id',
    fields: ['_id', 'label'],
    limit: 1,
  },
}

/** Where a member came from, of rows that were read with them; one read, of the promoter's friends, where there is one. */
export async function originOf(
  db: Db,
  { bound, cameBy, unbound }: MemberRow,
  joined: Joined<MemberRow, OriginRows>['joined'],
): Promise<Origin> {
  const touches = joined.binding.rows[0]?.touches ?? []
  const touchAt = joined.binding.rows[0]?.touchAt
  return {
    promoter: bound
      ? {
          id: bound.promoter,
          nickname: joined.promoter.rows[0]?.nickname ?? '',
          channel: bound.channel,
          touchAt: touchAt ?? bound.at,
          boundAt: bound.at,
          standing: standingOf(joined.promoter.rows[0]),
          friends: await countFriends(db, bound.promoter),
        }
      : null,
    first: comingOf(touches[0]),
    last: comingOf(touches[touches.length - 1]),
    cameBy: cameBy
      ? { label: joined.shopCode.rows[0]?.label ?? '', channel: cameBy.channel, at: cameBy.at }
      : null,
    unbound: unbound
      ? {
          nickname: joined.missed.rows[0]?.nickname ?? '',
          channel: unbound.channel,
          at: unbound.at,
          why: unbound.why,
        }
      : null,
  }
}

function standingOf(who: Who | undefined) {
  if (!who || who.leftAt !== null) return 'left'
  return who.barredAt === undefined ? 'member' : 'barred'
}

const comingOf = (touch: Touch | undefined): Origin['first'] =>
  touch ? { at: touch.at, channel: touch.channel, byMember: touch.promoter !== null } : null
