import type { Instant } from '@shared/kernel/time'
import type { Programme, PromoterState } from '@shared/promoters/contract'
import type {
  AccountRow,
  CommissionRow,
  LedgerRow,
  MemberRow,
  PromoterRow,
  ShopRow,
} from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import { gte, lt, lte, oneOf, type Patch, type Where } from '../../platform/query'

/** Promoters, accounts, commissions and entries by id: all that a transaction needs. */
export function promoterRepository(db: TxDb) {
  const promoters = db.table<PromoterRow>('promoters')
  const accounts = db.table<AccountRow>('accounts')
  const ledger = db.table<LedgerRow>('ledger')
  const commissions = db.table<CommissionRow>('commissions')
  return {
    /** Whether they have joined and not left. */
    async isMember(id: string): Promise<boolean> {
      return (await db.table<MemberRow>('members').get(id))?.leftAt === null
    },
    promoter: (id: string) => promoters.get(id),
    putPromoter: (row: PromoterRow) => promoters.set(row),
    account: (id: string) => accounts.get(id),
    putAccount: (row: AccountRow) => accounts.set(row),
    /** Throws DuplicateKey when this was booked before. */
    append: (row: LedgerRow) => ledger.add(row),
    commission: (orderId: string) => commissions.get(orderId),
    promise: (row: CommissionRow) => commissions.add(row),
    /** One that is not there stays away: the order's promoter earned nothing. */
    changeCommission: (orderId: string, patch: Patch<CommissionRow>) => commissions.update(orderId, patch),
  }
}

/** What is known of a person as a promoter, and the shop, in one read; null for who never applied and was never asked. */
export async function readPromoter(db: Db, memberId: string) {
  const found = await db
    .table<PromoterRow>('promoters')
    .lookup<{ account: AccountRow; shop: ShopRow }>(memberId, {
      account: { from: 'accounts', foreignField: '_id', limit: 1 },
      shop: { from: 'settings', localField: 'shopId', foreignField: '_id', limit: 1 },
    })
  return (
    found && {
      promoter: found.doc,
      account: found.joined.account.rows[0] ?? null,
      shop: found.joined.shop.rows[0],
    }
  )
}

/** Writes the programme into the shop's settings; one field, so that no other change is overwritten. */
export const saveProgramme = (db: TxDb, programme: Programme): Promise<void> =>
  db.table<ShopRow>('settings').update('shop', { programme })

/** Lists, each by its index; never inside a transaction. */
export function promoterQueries(db: Db) {
  const promoters = db.table<PromoterRow>('promoters')
  const commissions = db.table<CommissionRow>('commissions')
  const ledger = db.table<LedgerRow>('ledger')
  return {
    /** Those of one state that changed before an instant, the last first. */
    inState: (state: PromoterState, before: Instant | null, limit: number) =>
      promoters.find({
        where: { state, ...(before === null ? {} : { changedAt: lt(before) }) },
        orderBy: [['changedAt', 'desc']],
        limit,
      }),
    promoters: (ids: readonly string[], limit: number) =>
      promoters.find({ where: { _id: oneOf(ids) }, limit }),
    /** The accounts of these promoters. */
    accounts: (ids: readonly string[], limit: number): Promise<AccountRow[]> =>
      db.table<AccountRow>('accounts').find({ where: { _id: oneOf(ids) }, limit }),
    /** What is promised to a promoter, what comes first first. */
    promised: (promoter: string, limit: number) =>
      commissions.find({
        where: { promoter, state: 'pending' },
        orderBy: [['dueAt', 'asc']],
        limit,
      }),
    /** A promoter's entries before one of them, the newest first. */
    entries: (promoter: string, before: number | null, limit: number) =>
      ledger.find({
        where: { promoter, ...(before === null ? {} : { n: lt(before) }) },
        orderBy: [['n', 'desc']],
        limit,
      }),
    /** A month's entries from an instant on, in their order. */
    monthOf: (month: string, from: Instant, limit: number) =>
      ledger.find({
        where: { month, at: gte(from) },
        orderBy: [
          ['at', 'asc'],
          ['_id', 'asc'],
        ],
        limit,
      }),
  }
}

/** The daily turn's list, and how it changes what it has seen; never inside a transaction. */
export function commissionQueries(db: Db) {
  const commissions = db.table<CommissionRow>('commissions')
  return {
    /** Commissions at which the daily turn has to look, the longest due first. */
    due: (now: Instant, limit: number) =>
      commissions.find({ where: { dueAt: lte(now) }, orderBy: [['dueAt', 'asc']], limit }),
    /** Changes a commission that is as it was seen; false when something happened to it meanwhile. */
    changeIf: (orderId: string, seen: Where<CommissionRow>, patch: Patch<CommissionRow>) =>
      commissions.updateIf(orderId, seen, patch),
  }
}
