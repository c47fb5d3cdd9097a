/** Public face of the manager room. */
import * as contract from '@shared/manager/contract'
import * as members from '@shared/manager/member-contract'
import * as office from '@shared/manager/office-contract'
import { route } from '../../platform/router'
import { acceptOrders } from './accept-orders'
import { listAlerts, putAwayAlert } from './alerts'
import { readAhead, readBoard } from './board'
import { setStorePaused } from './pause-store'
import { refuseOrder } from './refuse-order'
import { deliverOrder, handOverByCode, handOverOrder } from './hand-over'
import { findOrders } from './find-orders'
import { issueInvoice, listInvoices } from './invoices'
import { printTicket } from './print-ticket'
import { readMemberStory } from './read-member-story'
import { reconcileDays, reconcileTask } from './reconcile'
import { refundUnits } from './refund-units'
import { acceptOrder, readyOrder } from './serve-order'

export const managerRoutes = [
  route(contract.board, readBoard),
  route(contract.ahead, readAhead),
  route(contract.accept, acceptOrder),
  route(contract.acceptAll, acceptOrders),
  route(contract.ready, readyOrder),
  route(contract.deliver, deliverOrder),
  route(contract.handOver, handOverOrder),
  route(contract.handOverByCode, handOverByCode),
  route(contract.refuse, refuseOrder),
  route(contract.refund, refundUnits),
  route(contract.orders, findOrders),
  route(contract.ticket, printTicket),
  route(office.invoices, listInvoices),
  route(office.issueInvoice, issueInvoice),
  route(office.alerts, listAlerts),
  route(office.putAwayAlert, putAwayAlert),
  route(members.member, readMemberStory),
  route(contract.setPaused, setStorePaused),
]
export const managerTasks = [reconcileTask]
export const managerSweeps = [reconcileDays]
