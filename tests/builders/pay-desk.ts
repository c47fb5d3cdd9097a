/** A till without a shop: the payment provider of one route and the pay callback, over the local cloud's WeChat Pay. */
import type { Fen } from '@shared/kernel/money'
import { MINUTE_MS } from '@shared/kernel/time'
import type { PayRoute } from '../../cloudfunctions/database/rows'
import { createInstance } from '../../cloudfunctions/platform/instance'
import type {
  Charge,
  Created,
  PaidNotice,
  PayProvider,
  PayQuery,
  RefundStatus,
} from '../../cloudfunctions/platform/pay'
import { createPayCallback, type PayCallbackAnswer } from '../../cloudfunctions/platform/pay-callback'
import type { PayFaults } from '../../local-cloud/services/pay/faults'
import { FLOWS } from '../../local-cloud/services/pay/flows'
import { refundedFen, type RefundEnd } from '../../local-cloud/services/pay/trade'
import { inProcessCloud } from './in-process'
import { wechatServers, type Deployed, type WechatServers } from './wechat-servers'

export const ROUTES = ['cloudPay', 'workflow'] as const
export type RouteName = (typeof ROUTES)[number]
export const routeRow = (route: RouteName): PayRoute =>
  route === 'cloudPay' ? { kind: 'cloudPay' } : { kind: 'workflow', flows: FLOWS }

export type PayDesk = {
  readonly provider: PayProvider
  readonly wechat: WechatServers
  /** Notices that the callback let through to the books, in order. */
  readonly booked: PaidNotice[]
  /** Names of the lines that were logged. */
  readonly logs: string[]
  about(orderId: string): PayQuery
  /** ¥18 by oAda, to be paid within half an hour. */
  charge(orderId: string, over?: Partial<Charge>): Charge
  /** As the charge's own payer calls. */
  tryCreate(orderId: string, over?: Partial<Charge>): Promise<Created>
  /** The payment's `package`; '' when there is none. */
  create(orderId: string): Promise<string>
  /** The person pays on the pay sheet; false when WeChat does not let them. */
  confirm(prepay: string): boolean
  /** Creates and pays; resolves when the callbacks that are due have been answered. */
  pay(orderId: string): Promise<void>
  state(orderId: string): Promise<string>
  refund(orderId: string, refundNo: string, refundFen: Fen, reason?: string): Promise<boolean>
  refundState(refundNo: string): Promise<RefundStatus>
  /** What went back or is on its way, as WeChat knows it. */
  refundedFen(orderId: string): Fen
  endByHand(refundNo: string, ends: RefundEnd): void
  faults(faults: PayFaults): void
  /** So many bookings fail. */
  failNext(times: number): void
  advance(ms: number): Promise<void>
  /** The callback function as anybody may call it. */
  notify(event: unknown, source: string, openid?: string): Promise<PayCallbackAnswer>
  close(): void
}

export function payDesk(route: RouteName): PayDesk {
  const { provider, instanceFor, wechat, logs, now, close } = till(route)
  const { booked, failNext, notify, deployed } = callbackOf(instanceFor)
  Object.assign(wechat.deployed, deployed)
  const charge = chargesAt(now())
  const about = (orderId: string) => ({ orderId, subMchId: SUB_MCH_ID })
  const tryCreate: PayDesk['tryCreate'] = (orderId, over) => {
    const asked = charge(orderId, over)
    return instanceFor(asked.openid).pay.create(asked)
  }
  const create = async (orderId: string) => {
    const made = await tryCreate(orderId)
    return made.created ? made.payment.package : ''
  }
  const confirm = (prepay: string) => wechat.servers.pay.confirm(prepay.replace('prepay_id=', '')).ok
  return {
    provider,
    wechat: wechat.servers,
    booked,
    logs,
    about,
    charge,
    tryCreate,
    create,
    confirm,
    async pay(orderId) {
      if (!confirm(await create(orderId))) throw new Error(`${orderId} can't be paid`)
      await wechat.servers.advance(0)
    },
    state: async (orderId) => (await provider.query(about(orderId))).state,
    async refund(orderId, refundNo, refundFen, reason = '做不了') {
      const request = { ...about(orderId), refundNo, totalFen: 1800, refundFen, reason }
      return (await provider.refund(request)).accepted
    },
    refundState: (refundNo) => provider.queryRefund({ refundNo, subMchId: SUB_MCH_ID }),
    refundedFen(orderId) {
      const trade = wechat.servers.pay.trade(orderId)
      return trade ? refundedFen(trade, now()) : 0
    },
    endByHand: (refundNo, ends) => void wechat.servers.pay.endRefund(refundNo, ends),
    faults: (faults) => wechat.servers.pay.setFaults(faults),
    failNext,
    advance: (ms) => wechat.servers.advance(ms),
    notify,
    close,
  }
}

const SUB_MCH_ID = '1900000109'

const chargesAt =
  (placedAt: number): PayDesk['charge'] =>
  (orderId, over = {}) => ({
    orderId,
    body: '一号店 取餐号 A12',
    payFen: 1800,
    subMchId: SUB_MCH_ID,
    openid: 'oAda',
    placedAt,
    payBefore: placedAt + 30 * MINUTE_MS,
    ...over,
  })

function till(route: RouteName) {
  process.env['WX_CONTEXT_KEYS'] = 'WX_OPENID'
  const cloud = inProcessCloud()
  const deployed: Deployed = {}
  const servers = wechatServers(cloud.clock, deployed)
  const logs: string[] = []
  const instanceFor = (openid: string) =>
    createInstance(
      { clock: cloud.clock.now, log: (_level, event) => void logs.push(event) },
      servers.reachedBy(openid),
      async () => routeRow(route),
    )
  const close = () => {
    servers.close()
    cloud.close()
  }
  const { pay: provider } = instanceFor('')
  return { provider, instanceFor, wechat: { servers, deployed }, logs, now: cloud.clock.now, close }
}

function callbackOf(instanceFor: (openid: string) => ReturnType<typeof createInstance>) {
  const booked: PaidNotice[] = []
  let failures = 0
  const callback = createPayCallback({
    hooks: { effects: {}, reactions: {} },
    async onPaid(notice) {
      if (failures-- > 0) throw new Error('down')
      booked.push(notice)
    },
  })
  const notify: PayDesk['notify'] = (event, source, openid = '') =>
    callback(event, { openid, source, requestId: 'r1' }, instanceFor(openid))
  const deployed: Deployed = { 'pay-notify': (event, { source, openid }) => notify(event, source, openid) }
  return { booked, notify, deployed, failNext: (times: number) => void (failures = times) }
}
