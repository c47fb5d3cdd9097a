import type { Instant } from '@shared/kernel/time'
import type { Space, StateStore } from '../../state/store'
import { type OpenapiHandler, WechatError } from '../../wire/openapi'
import type { Clock } from '../clock/clock'
import { refundedFen, type Trade } from '../pay/trade'
import { type ShippingRequest, shippingIn } from './request'

/** What WeChat was told of an order that was handed over. */
export type Shipping = ShippingRequest & {
  /** The cloud's clock when it came in. */
  readonly receivedAt: Instant
  /** It was told once more: the one correction that WeChat allows. */
  readonly corrected: boolean
}
/** How the service misbehaves, until told otherwise. */
export type ShippingFaults = {
  /** It hears of a payment only this much later, ms of the cloud's clock. */
  readonly knownAfterMs?: number
}
export type Shippings = {
  /** 发货信息录入, `wxa.sec.order.uploadShippingInfo`. */
  readonly uploadShippingInfo: OpenapiHandler
  /** All that was reported, oldest first. */
  all(): readonly Shipping[]
  faults(): ShippingFaults
  setFaults(faults: ShippingFaults): void
}

const errors = {
  unknown: () => new WechatError(10060001, '支付单不存在'),
  shipped: () => new WechatError(10060002, '支付单已完成发货，无法继续发货'),
  corrected: () => new WechatError(10060003, '支付单已使用重新发货机会'),
  refunded: () => new WechatError(10060004, '支付单处于不可发货的状态'),
  stranger: () => new WechatError(10060031, '该笔支付单不属于 openid 所指定的用户'),
}

/** WeChat's shipping service. Durable: what was reported is known after a restart. */
export function openShippings(options: {
  readonly store: StateStore
  readonly clock: Clock
  readonly paidTrade: (transactionId: string) => Trade | undefined
}): Shippings {
  const reported: Space<Shipping> = options.store.space('shippings')
  const kept: Space<ShippingFaults> = options.store.space('shippingFaults')
  const now = () => options.clock.now()
  const faults = () => kept.get('faults') ?? {}

  /** The payment, as far as the service has heard of it. */
  function paid(transactionId: string): Trade {
    const trade = options.paidTrade(transactionId)
    const { knownAfterMs = 0 } = faults()
    if (!trade || trade.paidAt === null || now() - trade.paidAt < knownAfterMs) throw errors.unknown()
    return trade
  }
  return {
    uploadShippingInfo({ params }) {
      const request = shippingIn(params)
      const trade = paid(request.transactionId)
      if (trade.openid !== request.openid) throw errors.stranger()
      if (refundedFen(trade, now()) >= trade.totalFen) throw errors.refunded()
      const before = reported.get(request.transactionId)
      if (before && isSame(before, request)) throw errors.shipped()
      if (before?.corrected) throw errors.corrected()
      reported.set(request.transactionId, {
        ...request,
        receivedAt: now(),
        corrected: before !== undefined,
      })
      return {}
    },
    all: () => [...reported.entries()].map(([, shipping]) => shipping),
    faults,
    setFaults: (next) => kept.set('faults', next),
  }
}

const isSame = (before: Shipping, again: ShippingRequest): boolean =>
  before.logisticsType === again.logisticsType && before.itemDesc === again.itemDesc
