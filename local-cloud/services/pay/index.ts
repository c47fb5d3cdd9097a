import { randomInt } from 'node:crypto'
import type { Fen } from '@shared/kernel/money'
import type { StateStore } from '../../state/store'
import type { Clock } from '../clock/clock'
import type { Schedule } from '../clock/schedule'
import type { Functions } from '../functions'
import { createNotifier, type Notifier, type PayFaults } from './notify'
import { type PayEvent, TradeLedger } from './ledger'
import { closeOrder, type Ledger, queryOrder, stateOf, unifiedOrder } from './orders'
import { refund, queryRefund } from './refunds'
import { type PayParams, type PayReply, refusedReply } from './replies'
import { isPaid, PREPAY_LIFE_MS, payTime, type Trade } from './trade'

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
  sheet(prepayId: string): PaySheet | null
  /** The person pays. Durable when it returns; the callback follows on the cloud's clock. */
  confirm(prepayId: string): PayResult
  cancel(prepayId: string): PayResult
  /** A merchant order as WeChat Pay knows it. */
  trade(outTradeNo: string): Trade | undefined
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
  closeOrder,
  refund,
  queryRefund,
}

/** WeChat Pay as `cloudPay` (service provider, v2) speaks it: orders, the pay sheet, the callback, refunds. */
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
  private readonly ledger: TradeLedger
  private readonly notifier: Notifier

  constructor(private readonly options: PayOptions) {
    this.ledger = new TradeLedger(options)
    this.notifier = createNotifier({
      ...options,
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
  faults(): PayFaults {
    return this.notifier.faults()
  }
  setFaults(faults: PayFaults): void {
    this.notifier.setFaults(faults)
  }
  notifyEvent(outTradeNo: string): Readonly<Record<string, unknown>> | null {
    const trade = this.trade(outTradeNo)
    return trade && trade.paidAt !== null ? this.notifier.eventOf(trade) : null
  }
}

function whyNot(ledger: Ledger, trade: Trade, prepayId: string): string | null {
  if (isPaid(trade)) return '该订单已支付'
  if (stateOf(ledger, trade) === 'CLOSED') return '该订单已关闭'
  if (trade.prepayId !== prepayId || ledger.now() - trade.prepaidAt > PREPAY_LIFE_MS)
    return '订单已过期，请重新下单'
  return null
}
