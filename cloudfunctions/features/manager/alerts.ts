import type {
  Alert,
  alerts as contract,
  putAwayAlert as putAwayContract,
} from '@shared/manager/office-contract'
import { isRefused, refuse } from '@shared/kernel/refusal'
import type { AlertRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import type { UseCase } from '../../platform/router'
import { reconciliationRepository } from './reconciliation-repository'

const alertView = ({ storeId: _storeId, ...alert }: AlertRow): Alert => alert

/** The counter's differences if the caller is its owner or a manager; one read. */
async function readAlerts(db: TxDb, storeId: string, { memberId }: Ctx) {
  const counter = await reconciliationRepository(db).counter(storeId)
  const role = counter && Object.hasOwn(counter.staff, memberId) ? counter.staff[memberId]?.role : undefined
  return role === 'owner' || role === 'manager' ? { alerts: counter?.alerts ?? [] } : refuse('FORBIDDEN')
}

export const listAlerts: UseCase<typeof contract> = async ({ storeId }, ctx) => {
  const seen = await readAlerts(ctx.db, storeId, ctx)
  return isRefused(seen) ? seen : { alerts: seen.alerts.map(alertView) }
}

/** In a transaction: two who put away at once put away both. */
export const putAwayAlert: UseCase<typeof putAwayContract> = async ({ storeId, alertId }, ctx) => {
  const left = await ctx.tx(async (db) => {
    const seen = await readAlerts(db, storeId, ctx)
    if (isRefused(seen)) return seen
    const alerts = seen.alerts.filter(({ id }) => id !== alertId)
    if (alerts.length < seen.alerts.length) await reconciliationRepository(db).keepAlerts(storeId, alerts)
    return { alerts }
  })
  if (isRefused(left)) return left
  ctx.log('info', 'manager.alertPutAway', { storeId, alertId, by: ctx.memberId })
  return { alerts: left.alerts.map(alertView) }
}
