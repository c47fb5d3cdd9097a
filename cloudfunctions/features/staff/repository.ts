import type { AuditRow, CounterRow } from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import { present, unset } from '../../platform/query'

const MANY_STORES = 100

/** The counters behind which a member stands: one read of a few dozen documents at most. */
export const countersOf = (db: Db, memberId: string): Promise<CounterRow[]> =>
  db
    .table<CounterRow>('counters')
    .find({ where: { [`staff.${memberId}.role`]: present() }, limit: MANY_STORES })

/** One store's counter: one read. */
export const counterOf = (db: TxDb, storeId: string): Promise<CounterRow | null> =>
  db.table<CounterRow>('counters').get(storeId)

/** Takes a member away from behind a counter: from now on they have no rights there. */
export const dismiss = (db: Db, storeId: string, memberId: string): Promise<void> =>
  db.table<CounterRow>('counters').update(storeId, { [`staff.${memberId}`]: unset() })

/** Adds a line to the record; inside the transaction of the change it tells of. */
export const addAudit = (db: TxDb, row: AuditRow): Promise<void> => db.table<AuditRow>('audit').add(row)
