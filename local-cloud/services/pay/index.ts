import { randomInt } from 'node:crypto'
import type { Fen } from '@shared/kernel/money'
import type { StateStore } from '../../state/store'
import type { Clock } from '../clock/clock'
import type { Schedule } from '../clock/schedule'
import type { Functions } from '../functions'
import { keepFaults, type PayFaults } from './faults'
import { runFlow } from './flows'
import { createNotifier, type Notifier } from './notify'
import { noticeOf } from './notices'
import { type PayEvent, TradeLedger } from './ledger'
import { closeOrder, type Ledger, queryOrder, stateOf, unifiedOrder } from './orders'
import { endRefund, refund, queryRefund } from './refunds'
import { type PayParams, type PayReply, refusedReply } from './replies'
import { isPaid, PREPAY_LIFE_MS, payTime, type RefundEnd, type Trade } from './trade'

/** What the pay sheet shows. */
export type PaySheet = {
  readonly prepayId: string
  readonly outTradeNo: string
  readonly body: string
  readonly payee: string
  readonly totalFen: Fen
  readonly state: Trade['state']
}
/** As `wx.requestPayment` ends. */
export type PayResult = { readonly ok: boolean; readonly errMsg: string }

export type Pay = {
  /** An operation of `cloudPay`, snake_case both ways; null when there is none of this name. */
  call(api: string, params: PayParams, openid: string | undefined): PayReply | null
  /** A payment workflow, as `cloudbase_module` runs it: `{name: <flow id>, data}` → its result. */
  flow(event: Readonly<Record<string, unknown>>): object
  sheet(prepayId: string): PaySheet | null
  /** The person pays. Durable when it returns; the callback follows on the cloud's clock. */
  confirm(prepayId: string): PayResult
  cancel(prepayId: string): PayResult
  /** A merchant order as WeChat Pay knows it. */
  trade(outTradeNo: string): Trade | undefined
  /** The trade that a `transaction_id` names. */
  paidTrade(transactionId: string): Trade | undefined
  /** Somebody ends a refund by hand on the merchant platform; false when there is no such refund. */
  endRefund(outRefundNo: string, ends: RefundEnd): boolean
  faults(): PayFaults
  setFaults(faults: PayFaults): void
  /** The callback's event for a paid order, to be forged in tests. */
  notifyEvent(outTradeNo: string): Readonly<Record<string, unknown>> | null
}

const OPERATIONS: Readonly<
  Record<string, (ledger: Ledger, params: PayParams, openid: string | undefined) => PayReply>
> = {
  unifiedOrder,
  queryOrder,
  closeOrder: (ledger, params) => closeOrder(ledger, params),
  refund: (ledger, params) => refund(ledger, params),
  queryRefund,
}

/**
 * WeChat Pay: orders, the pay sheet, the callback, refunds; spoken to as `cloudPay` does (service provider, v2) and as the
 * payment workflows do (v3).
 */
export const openPay = (options: PayOptions): Pay => new PayDesk(options)

export type PayOptions = {
  readonly store: StateStore
  readonly schedule: Schedule
  readonly clock: Clock
  readonly functions: Functions
  readonly payee: string
  readonly onChange: (event: PayEvent) => void
  readonly log: (text: string) => void
}

class PayDesk implements Pay {
  private readonly kept
  private readonly ledger: TradeLedger
  private readonly notifier: Notifier

  constructor(private readonly options: PayOptions) {
    this.kept = keepFaults(options.store)
    this.ledger = new TradeLedger({ ...options, faults: this.kept })
    this.notifier = createNotifier({
      ...options,
      faults: this.kept,
      tradeOf: (outTradeNo) => this.trade(outTradeNo),
      onAccepted: (outTradeNo) => this.ledger.markNotified(outTradeNo),
    })
  }

  readonly call: Pay['call'] = (api, params, openid) => {
    const operation = OPERATIONS[api]
    if (!operation) return null
    try {
      return operation(this.ledger, params, openid)
    } catch (error) {
      return refusedReply(error)
    }
  }
  flow(event: Readonly<Record<string, unknown>>): object {
    return runFlow(this.ledger, event)
  }
  sheet(prepayId: string): PaySheet | null {
    const trade = this.ledger.byPrepayId(prepayId)
    if (!trade) return null
    const { outTradeNo, body, totalFen } = trade
    const state = stateOf(this.ledger, trade)
    return { prepayId, outTradeNo, body, payee: this.options.payee, totalFen, state }
  }
  confirm(prepayId: string): PayResult {
    const trade = this.ledger.byPrepayId(prepayId)
    const why = !trade ? '支付验证签名失败' : whyNot(this.ledger, trade, prepayId)
    if (!trade || why !== null) return { ok: false, errMsg: `requestPayment:fail ${why}` }
    const paidAt = this.ledger.now()
    const transactionId = `4200${payTime(paidAt)}${randomInt(1e9, 1e10)}`
    const paid: Trade = { ...trade, state: 'SUCCESS', paidAt, transactionId }
    this.options.store.together(() => {
      this.ledger.save(paid)
      this.notifier.plan(paid)
    })
    return { ok: true, errMsg: 'requestPayment:ok' }
  }
  cancel(): PayResult {
    return { ok: false, errMsg: 'requestPayment:fail cancel' }
  }
  trade(outTradeNo: string): Trade | undefined {
    return this.ledger.byOutTradeNo(outTradeNo)
  }
  paidTrade(transactionId: string): Trade | undefined {
    return this.ledger.byTransactionId(transactionId)
  }
  endRefund(outRefundNo: string, ends: RefundEnd): boolean {
    return endRefund(this.ledger, outRefundNo, ends)
  }
  faults(): PayFaults {
    return this.kept.get()
  }
  setFaults(faults: PayFaults): void {
    this.kept.set(faults)
  }
  notifyEvent(outTradeNo: string): Readonly<Record<string, unknown>> | null {
    const trade = this.trade(outTradeNo)
    return trade && trade.paidAt !== null ? noticeOf(trade) : null
  }
}

function whyNot(ledger: Ledger, trade: Trade, prepayId: string): string | null {
  if (isPaid(trade)) return '该订单已支付'
  if (stateOf(ledger, trade) === 'CLOSED') return '该订单已关闭'
  if (trade.prepayId !== prepayId || ledger.now() - trade.prepaidAt > PREPAY_LIFE_MS)
    return '订单已过期，请重新下单'
  return null
}
