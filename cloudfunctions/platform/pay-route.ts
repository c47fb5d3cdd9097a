import type { PayRoute } from '../database/rows'
import type { CloudCtx } from './ctx'
import type { PayProvider } from './pay'
import { noticeOf, type Flows } from './workflow-pay'

/** Which route the shop's settings name; a room that reads and remembers the settings anyway gives it. */
export type PayRouteOf = (services: Pick<CloudCtx, 'db' | 'memory' | 'now'>) => Promise<PayRoute>

export type RoutedPay = {
  readonly route: () => Promise<PayRoute>
  readonly cloudPay: PayProvider
  readonly workflow: (flows: Flows) => PayProvider
}

/**
 * WeChat Pay by the route that the shop is on, asked for at each call. A payment lives on the route on which it was
 * created: switch while nothing is open, and give back what was paid before on the merchant platform.
 */
export function routedPay({ route, cloudPay, workflow }: RoutedPay): PayProvider {
  const chosen = async () => {
    const at = await route()
    return at.kind === 'workflow' ? workflow(at.flows) : cloudPay
  }
  return {
    create: async (charge) => (await chosen()).create(charge),
    query: async (query) => (await chosen()).query(query),
    close: async (query) => (await chosen()).close(query),
    refund: async (request) => (await chosen()).refund(request),
    queryRefund: async (query) => (await chosen()).queryRefund(query),
    // The shapes are different; what a notice is worth is another question.
    parseNotify: (event) => cloudPay.parseNotify(event) ?? noticeOf(event),
    prove: async (notice) => (await (await chosen()).prove?.(notice)) ?? 'denied',
  }
}
