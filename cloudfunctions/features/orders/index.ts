/** Public face of the orders room. */
import * as contract from '@shared/orders/contract'
import type { Effects } from '../../platform/ctx'
import { route } from '../../platform/router'
import { task } from '../../platform/tick'
import { attendOrder, sweepOrders } from './attend-order'
import { cancelOrder } from './cancel-order'
import { forgetPastDays } from './forget-past-days'
import { confirmReceipt } from './confirm-receipt'
import { getOrder, listOrders } from './get-order'
import { listSlots } from './list-slots'
import { payOrder } from './pay-order'
import { placeOrder } from './place-order'
import { quoteOrder } from './quote-order'
import { refundEffects } from './carry-refunds'
import { refundOrder } from './refund-order'
import { requestInvoice } from './request-invoice'

export const orderRoutes = [
  route(contract.quote, quoteOrder),
  route(contract.place, placeOrder),
  route(contract.pay, payOrder),
  route(contract.cancel, cancelOrder),
  route(contract.refund, refundOrder),
  route(contract.confirmReceipt, confirmReceipt),
  route(contract.get, getOrder),
  route(contract.list, listOrders),
  route(contract.slots, listSlots),
  route(contract.requestInvoice, requestInvoice),
]
export const orderTasks = [task(contract.CloseTask, ({ orderId }, ctx) => attendOrder(orderId, ctx))]
export const orderSweeps = [sweepOrders, forgetPastDays]
export const orderEffects: Effects = refundEffects

export { bookPayment, onPaid } from './on-paid'
export {
  changeOrderIf,
  changeOrdersAlike,
  findOrder,
  forgetMember,
  hasOpenOrder,
  invoicesOf,
  latestOrdersOf,
  ordersById,
  ordersOfMemberFrom,
  ordersOfStore,
  ordersPlacedFrom,
  productOfOrder,
} from './repository'
export { orderView } from './order'
export { wholePage } from './page'
export { askNotice, notifyCustomer } from './notify-customer'
export { beginRefund } from './begin-refund'
export { callAgain } from './call-again'
export { carryRefunds } from './carry-refunds'
export { carryShipping } from './carry-shipping'
export { handedOver, setOut } from './hand-over'
export { changed, standsOnBoard, troubleOf, type OrderChange } from './due'
export { payRoute, payViaOf, shopSettings } from './shop-settings'
