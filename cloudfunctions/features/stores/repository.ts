import type { Role } from '@shared/members/contract'
import type { ShopDraft, StoreDraft } from '@shared/stores/contract'
import type { AuditRow, CounterRow, ShopRow } from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import { oneOf, unset } from '../../platform/query'

/** A shop has a few dozen stores at the most. */
const MOST_STORES = 100

/** The role that a counter gives this member; null: none, or there is no such counter. */
export async function roleAt(db: Db, storeId: string, memberId: string): Promise<Role | null> {
  const staff = (await db.table<CounterRow>('counters').get(storeId))?.staff ?? {}
  return Object.hasOwn(staff, memberId) ? (staff[memberId]?.role ?? null) : null
}

/** Where this member has one of these roles: store id → role. */
export async function rolesOf(db: Db, memberId: string, roles: readonly Role[]): Promise<Map<string, Role>> {
  const where = { [`staff.${memberId}.role`]: oneOf(roles) } as const
  const rows = await db.table<CounterRow>('counters').find({ where, limit: MOST_STORES })
  return new Map(rows.flatMap(({ _id, staff }) => (staff[memberId] ? [[_id, staff[memberId].role]] : [])))
}

/** One field each, so that a switch that a colleague moves at the same moment is not overwritten. */
export function settingsRepository(db: TxDb) {
  const settings = db.table<ShopRow>('settings')
  const ofStore = (storeId: string, fields: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [`stores.${storeId}.${name}`, value]))
  return {
    setSoldOut: (storeId: string, skuId: string, soldOut: boolean): Promise<void> =>
      settings.update('shop', ofStore(storeId, { [`soldOut.${skuId}`]: soldOut ? true : unset() })),
    setDaily: (storeId: string, skuId: string, units: number | null): Promise<void> =>
      settings.update('shop', ofStore(storeId, { [`daily.${skuId}`]: units ?? unset() })),
    saveStore: (storeId: string, fields: Partial<StoreDraft>): Promise<void> =>
      settings.update('shop', ofStore(storeId, fields)),
    saveShop: (fields: Partial<ShopDraft>): Promise<void> => settings.update('shop', fields),
  }
}

/** The counter's copies of what `settings/shop` says. */
export const copyToCounter = (db: TxDb, storeId: string, copies: { storeName: string; paused: boolean }) =>
  db.table<CounterRow>('counters').update(storeId, copies)

export const addAudit = (db: TxDb, row: AuditRow): Promise<void> => db.table<AuditRow>('audit').add(row)
