import type { AlertRow, CounterRow, ReconciliationRow } from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import { gte } from '../../platform/query'

const MOST_ALERTS = 50

/** The records of the days from `day` on, in one read. */
export const reconciliationsSince = (db: Db, day: string): Promise<ReconciliationRow[]> =>
  db.table<ReconciliationRow>('reconciliations').find({ where: { _id: gte(day) }, limit: 10 })

export function reconciliationRepository(db: TxDb) {
  const days = db.table<ReconciliationRow>('reconciliations')
  const counters = db.table<CounterRow>('counters')
  return {
    day: (day: string) => days.get(day),
    put: (row: ReconciliationRow) => days.set(row),
    counter: (storeId: string) => counters.get(storeId),
    /** Shows differences at their store's counter, each once; the oldest give way when there are too many. */
    async show(storeId: string, found: readonly AlertRow[]): Promise<void> {
      const counter = await counters.get(storeId)
      if (!counter) return
      const known = counter.alerts ?? []
      const fresh = found.filter(({ id }) => !known.some((alert) => alert.id === id))
      await counters.update(storeId, { alerts: [...fresh, ...known].slice(0, MOST_ALERTS) })
    },
    keepAlerts: (storeId: string, alerts: readonly AlertRow[]) => counters.update(storeId, { alerts }),
  }
}
