import { maskPhone } from '@shared/members/mask'
import type { Me, Member } from '@shared/members/contract'
import type { Instant } from '@shared/kernel/time'
import type { Account } from '@shared/points/contract'
import type { AddressBookRow, BoundRow, CameByRow, CouponRow, MemberRow, ShopRow } from '../../database/rows'
import type { Db, Doc, TxDb } from '../../platform/db'
import type { Joins } from '../../platform/lookup'
import type { Where } from '../../platform/query'
import { addressBookOf, readBook, type Addresses } from '../addresses'
import { readShop } from '../catalogue'
import { couponView, liveCouponsOf } from '../coupons'

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
  return readMemberWith(db, memberId, now, {})
}

/** The same with what other rooms ask for of a member, by name, still in one read. */
export async function readMemberWith<J extends Record<string, Doc>>(
  db: Db,
  memberId: string,
  now: Instant,
  joins: Joins<J>,
) {
  // the compiler can't see that the coupons' join beside the others is a join for each
  const all = { ...joins, coupons: liveCouponsOf(now) } as Joins<J & { coupons: CouponRow }>
  const found = await db.table<MemberRow>('members').lookup<J & { coupons: CouponRow }>(memberId, all)
  if (!found || found.doc.leftAt !== null) return null
  return { member: found.doc, coupons: found.joined.coupons.rows, joined: found.joined }
}

/** What a price and an order depend upon, as far as it lies in the database: the shop, and who buys. */
export type Buyer = {
  readonly shop: ShopRow
  /** null for who never joined or has left: no member price, no points, no coupons. */
  readonly account: Account | null
  readonly coupons: readonly CouponRow[]
  /** Who brought them; null: nobody. */
  readonly bound: BoundRow | null
  /** Through which code of the shop's own they came; null: through none. */
  readonly cameBy: CameByRow | null
  /** The address book, where it was asked for; else empty. */
  readonly addresses: Addresses
}
const SHOP = { from: 'settings', localField: 'shopId', foreignField: '_id', limit: 1 }

/**
 * The buyer and the shop in one read. Who is no member costs one more (the shop), and one more again for an address book:
 * it is joined only `withBook`.
 */
export async function readBuyer(
  db: Db,
  memberId: string,
  now: Instant,
  { withBook }: { readonly withBook: boolean },
): Promise<Buyer> {
  const book = withBook ? { book: addressBookOf } : {}
  const found = await db
    .table<MemberRow>('members')
    .lookup<Joined>(memberId, { coupons: liveCouponsOf(now), shop: SHOP, ...book })
  const live = found !== null && found.doc.leftAt === null
  const joined = found?.joined
  return {
    shop: joined?.shop.rows[0] ?? (await readShop(db)),
    account: live ? found.doc.account : null,
    coupons: live ? found.joined.coupons.rows : [],
    bound: (live ? found.doc.bound : undefined) ?? null,
    cameBy: (live ? found.doc.cameBy : undefined) ?? null,
    addresses: joined
      ? (joined.book?.rows[0]?.addresses ?? [])
      : withBook
        ? await readBook(db, memberId)
        : [],
  }
}
type Joined = { coupons: CouponRow; shop: ShopRow; book?: AddressBookRow }

/** By id, for transactions. A tombstone is a row with `leftAt`. */
export function memberRepository(db: TxDb) {
  const members = db.table<MemberRow>('members')
  return {
    row: (id: string) => members.get(id),
    add: (row: MemberRow) => members.add(row),
    replace: (row: MemberRow) => members.set(row),
    setTags: (id: string, tags: readonly string[]) => members.update(id, { tags }),
  }
}

/** Changes fields of a member who has not left meanwhile, and for whom `guard` holds; false otherwise. */
export const changeMember = (
  db: Db,
  id: string,
  patch: Partial<Pick<MemberRow, 'nickname' | 'avatar' | 'phone' | 'birthday' | 'birthdayDueAt'>>,
  guard: Where<MemberRow> = {},
): Promise<boolean> => db.table<MemberRow>('members').updateIf(id, { ...guard, leftAt: null }, patch)
