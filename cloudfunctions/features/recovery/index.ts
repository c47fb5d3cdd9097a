/**
 * Public face of the recovery room: what happens to orders that were placed, not paid and left (decision 0016). Orders tell
 * it when the time has come (`order.waiting`, `order.left`) and know nothing of it.
 */
import * as contract from '@shared/recovery/contract'
import type { OrderRow } from '../../database/rows'
import type { Reaction } from '../../platform/ctx'
import { route, type Route } from '../../platform/router'
import { answerLeft } from './answer-left'
import { sweepOutcomes } from './read-outcomes'
import { planUnpaid, remindUnpaid } from './remind-unpaid'
import { readReport } from './report'
import { readSettings, saveSettings } from './settings'
import { tellCoupon } from './tell-coupon'

export const recoveryRoutes: readonly Route[] = [
  route(contract.settings, readSettings),
  route(contract.save, saveSettings),
  route(contract.report, readReport),
]
const waiting: Reaction<OrderRow> = (_db, order, ctx) => planUnpaid(order, ctx)
const left: Reaction<OrderRow> = (_db, order, ctx) => answerLeft(order, ctx)

export const recoveryReactions = { 'order.waiting': [waiting], 'order.left': [left] }
export const recoveryJourneys = [remindUnpaid, tellCoupon]
export const recoverySweeps = [sweepOutcomes]
