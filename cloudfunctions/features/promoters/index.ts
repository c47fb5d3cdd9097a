/** Public face of the promoters room: who promotes the shop, their commission, its ledger, and how it is paid out. */
import * as contract from '@shared/promoters/contract'
import * as material from '@shared/promoters/materials-contract'
import * as office from '@shared/promoters/office-contract'
import { route, type Route } from '../../platform/router'
import { task } from '../../platform/tick'
import { applyToPromote } from './apply'
import { checkWithdrawal, readConfirmation } from './confirm-transfer'
import { decidePromoter, invitePromoter, listPromoters } from './decide-promoter'
import { exportLedger } from './export-ledger'
import { clawBackCommission, dateCommission, promiseCommission } from './order-commission'
import { readLibrary, readMaterials, removeMaterial, saveMaterial } from './materials'
import { readEntries, readMine, readRates } from './read-mine'
import { releaseDue, sweepReleases } from './release'
import { readSettings, saveSettings } from './settings'
import { followPayout, listPayouts, settlePayout, sweepPayouts } from './settle-payout'
import { cancelWithdrawal, withdraw } from './withdraw'

export const promoterRoutes: readonly Route[] = [
  route(contract.mine, readMine),
  route(contract.entries, readEntries),
  route(contract.rates, readRates),
  route(contract.apply, applyToPromote),
  route(contract.withdraw, withdraw),
  route(contract.cancelWithdrawal, cancelWithdrawal),
  route(contract.confirmation, readConfirmation),
  route(contract.checkWithdrawal, checkWithdrawal),
  route(office.promoters, listPromoters),
  route(office.invite, invitePromoter),
  route(office.decide, decidePromoter),
  route(office.settings, readSettings),
  route(office.saveSettings, saveSettings),
  route(office.payouts, listPayouts),
  route(office.settlePayout, settlePayout),
  route(office.exportLedger, exportLedger),
  route(material.materials, readMaterials),
  route(material.library, readLibrary),
  route(material.saveMaterial, saveMaterial),
  route(material.removeMaterial, removeMaterial),
]
export { forgetPromoter } from './forget-promoter'
export { bookTransfer } from './book-transfer'

export const promoterTasks = [
  task(office.ReleaseTask, (_call, ctx) => releaseDue(ctx)),
  task(office.FollowTask, followPayout),
]
export const promoterSweeps = [sweepReleases, sweepPayouts]

/** What happens to a commission when its order is paid, given back or received. */
export const promoterReactions = {
  'order.paid': [promiseCommission],
  'order.refunded': [clawBackCommission],
  'order.done': [dateCommission],
}
