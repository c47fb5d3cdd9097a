/** Public face of the promoters room: who promotes the shop, their commission, its ledger, and how it is paid out. */
import * as office from '@shared/promoters/office-contract'
import { task } from '../../platform/tick'
import { clawBackCommission, dateCommission, promiseCommission } from './order-commission'
import { releaseDue, sweepReleases } from './release'

export const promoterTasks = [task(office.ReleaseTask, (_call, ctx) => releaseDue(ctx))]
export const promoterSweeps = [sweepReleases]

/** What happens to a commission when its order is paid, given back or received. */
export const promoterReactions = {
  'order.paid': [promiseCommission],
  'order.refunded': [clawBackCommission],
  'order.done': [dateCommission],
}
