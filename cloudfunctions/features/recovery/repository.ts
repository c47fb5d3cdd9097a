import type { Arm } from '@shared/experiments/arm'
import type { Instant } from '@shared/kernel/time'
import type { ExperimentRow, ExposureRow, MemberRow, ShopRow, Tally } from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import { gt, lt, lte, unset } from '../../platform/query'

export const experimentIdOf = (version: number): string => `recovery:${version}`

export const NO_TALLY: Tally = { n: 0, bought: 0, redeemed: 0 }

/** By id: all that a transaction needs. */
export function recoveryRepository(db: TxDb) {
  const exposures = db.table<ExposureRow>('exposures')
  const experiments = db.table<ExperimentRow>('experiments')
  return {
    member: (id: string) => db.table<MemberRow>('members').get(id),
    exposure: (orderId: string) => exposures.get(orderId),
    expose: (row: ExposureRow) => exposures.add(row),
    setOutcome: (id: string, outcome: ExposureRow['outcome']) =>
      exposures.update(id, { outcome: outcome ?? unset(), dueAt: unset() }),
    experiment: (id: string) => experiments.get(id),
    begin: (row: ExperimentRow) => experiments.set(row),
    count: (id: string, arm: Arm, tally: Tally) => experiments.update(id, { [`arms.${arm}`]: tally }),
    setPlan: (recovery: NonNullable<ShopRow['recovery']>) =>
      db.table<ShopRow>('settings').update('shop', { recovery }),
  }
}

const PAGE = 1000
const MOST_PAGES = 10

/** Exposures by index; never inside a transaction. */
export function exposureQueries(db: Db) {
  const exposures = db.table<ExposureRow>('exposures')
  return {
    /** A member's after an instant, the newest first. */
    ofMember: (memberId: string, after: Instant, limit: number) =>
      exposures.find({ where: { memberId, at: gt(after) }, orderBy: [['at', 'desc']], limit }),
    /** Those whose time is over, the longest first. */
    due: (now: Instant, limit: number) =>
      exposures.find({ where: { dueAt: lte(now) }, orderBy: [['dueAt', 'asc']], limit }),
    /** Everybody of an experiment, the newest ten thousand at most: a read for each thousand. */
    async allOf(experiment: string): Promise<readonly ExposureRow[]> {
      const all: ExposureRow[] = []
      for (let page = 0; page < MOST_PAGES; page++) {
        const last = all.at(-1)
        const where = { experiment, ...(last ? { at: lt(last.at) } : {}) }
        const rows = await exposures.find({ where, orderBy: [['at', 'desc']], limit: PAGE })
        all.push(...rows)
        if (rows.length < PAGE) break
      }
      return all
    },
    /** The newest of the shop. */
    newest: (limit: number) => exposures.find({ where: { at: gt(0) }, orderBy: [['at', 'desc']], limit }),
  }
}
