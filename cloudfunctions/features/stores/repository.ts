import type { OffMark } from '@shared/catalogue/sold-out'
import type { ShopDraft, StoreDraft } from '@shared/stores/contract'
import type { CounterRow, ShopRow } from '../../database/rows'
import type { TxDb } from '../../platform/db'
import { unset } from '../../platform/query'

/** One field each, so that a switch that a colleague moves at the same moment is not overwritten. */
export function settingsRepository(db: TxDb) {
  const settings = db.table<ShopRow>('settings')
  const ofStore = (storeId: string, fields: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [`stores.${storeId}.${name}`, value]))
  return {
    setSoldOut: (storeId: string, skuId: string, mark: OffMark | null): Promise<void> =>
      settings.update('shop', ofStore(storeId, { [`soldOut.${skuId}`]: mark ?? unset() })),
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
