import type { PayRoute, PayVia } from '../database/rows'
import type { CloudCtx } from './ctx'
import type { PaidNotice, PayProvider, Proof } from './pay'
import { noticeOf, type Flows } from './workflow-pay'

/**
 * The route that the shop is on, or, of an order, the one that its payment lives on (the shop's where it names none). A
 * room that reads and remembers orders and settings anyway gives it.
 */
export type PayRouteOf = (
  services: Pick<CloudCtx, 'db' | 'memory' | 'now'>,
  orderId?: string,
) => Promise<PayRoute>

export type RoutedPay = {
  readonly route: (orderId?: string) => Promise<PayRoute>
  readonly cloudPay: PayProvider
  readonly workflow: (flows: Flows) => PayProvider
}

/**
 * WeChat Pay by the route that a request names; one that names none goes by the shop's, asked for at each call. A payment
 * lives on the route on which it was created: its number means nothing on another.
 */
export function routedPay({ route, cloudPay, workflow }: RoutedPay): PayProvider {
  const by = (at: PayRoute) => (at.kind === 'workflow' ? workflow(at.flows) : cloudPay)
  const chosen = async ({ route: named }: PayVia) => by(named ?? (await route()))
  const proofBy = async (at: PayRoute, notice: PaidNotice): Promise<Proof> =>
    (await by(at).prove?.(notice)) ?? 'denied'
  return {
    create: async (charge) => (await chosen(charge)).create(charge),
    query: async (query) => (await chosen(query)).query(query),
    close: async (query) => (await chosen(query)).close(query),
    refund: async (request) => (await chosen(request)).refund(request),
    queryRefund: async (query) => (await chosen(query)).queryRefund(query),
    refundedFen: async (query) => (await (await chosen(query)).refundedFen?.(query)) ?? null,
    // The shapes are different; what a notice is worth is another question.
    parseNotify: (event) => cloudPay.parseNotify(event) ?? noticeOf(event),
    async prove(notice) {
      const shops = await route()
      const said = await proofBy(shops, notice)
      if (said !== 'denied') return said
      // of a payment that was created before the shop changed its route, only that route knows
      const own = await route(notice.orderId)
      return isSame(own, shops) ? said : proofBy(own, notice)
    },
  }
}

const isSame = (a: PayRoute, b: PayRoute): boolean =>
  a.kind === 'workflow' ? b.kind === 'workflow' && a.flows.query === b.flows.query : a.kind === b.kind
