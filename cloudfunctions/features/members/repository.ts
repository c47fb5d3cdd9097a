import { maskPhone } from '@shared/members/mask'
import type { Me, Member } from '@shared/members/contract'
import type { Instant } from '@shared/kernel/time'
import type { CounterRow, CouponRow, MemberRow } from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import { present, unset } from '../../platform/query'
import { couponView, liveCouponsOf } from '../coupons'

const MANY_STORES = 100

export function memberView(row: MemberRow): Member {
  return {
    id: row._id,
    nickname: row.nickname,
    avatar: row.avatar,
    phoneMasked: row.phone === null ? null : maskPhone(row.phone),
    joinedAt: row.joinedAt,
    birthday: row.birthday,
    account: row.account,
    worksAt: [...row.worksAt],
  }
}

/** Coupons that expire first come first. */
export function meView(member: MemberRow | null, coupons: readonly CouponRow[]): Me {
  if (!member) return { member: null, coupons: [] }
  const sorted = coupons.toSorted((a, b) => a.expiresAt - b.expiresAt || (a._id < b._id ? -1 : 1))
  return { member: memberView(member), coupons: sorted.map(couponView) }
}

/** The member and their live coupons, in one read; null for who never joined or has left. */
export async function readMember(
  db: Db,
  memberId: string,
  now: Instant,
): Promise<{ readonly member: MemberRow; readonly coupons: readonly CouponRow[] } | null> {
  const found = await db
    .table<MemberRow>('members')
    .lookup<{ coupons: CouponRow }>(memberId, { coupons: liveCouponsOf(now) })
  return found && found.doc.leftAt === null ? { member: found.doc, coupons: found.joined.coupons.rows } : null
}

/** By id, for transactions. A tombstone is a row with `leftAt`. */
export function memberRepository(db: TxDb) {
  const members = db.table<MemberRow>('members')
  return {
    row: (id: string) => members.get(id),
    add: (row: MemberRow) => members.add(row),
    replace: (row: MemberRow) => members.set(row),
  }
}

/** Changes fields of a member who has not left meanwhile; false otherwise. */
export const changeMember = (
  db: Db,
  id: string,
  patch: Partial<Pick<MemberRow, 'nickname' | 'avatar' | 'phone' | 'birthday'>>,
): Promise<boolean> => db.table<MemberRow>('members').updateIf(id, { leftAt: null }, patch)

/** The counters behind which a member stands. A few dozen documents at most. */
export async function countersOf(db: Db, memberId: string): Promise<CounterRow[]> {
  return db
    .table<CounterRow>('counters')
    .find({ where: { [`staff.${memberId}.role`]: present() }, limit: MANY_STORES })
}

/** Takes a member away from behind a counter: from now on they have no rights there. */
export async function dismiss(db: Db, storeId: string, memberId: string): Promise<void> {
  await db.table<CounterRow>('counters').update(storeId, { [`staff.${memberId}`]: unset() })
}
