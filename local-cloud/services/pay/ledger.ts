import type { Instant } from '@shared/kernel/time'
import type { Space, StateStore } from '../../state/store'
import type { Clock } from '../clock/clock'
import type { KeptFaults } from './faults'
import type { Ledger } from './orders'
import type { Trade } from './trade'

export type PayEvent = {
  readonly outTradeNo: string
  readonly state: Trade['state']
  /** The function answered the callback. */
  readonly notified?: true
}

/** All trades, kept durably and found by each of their numbers. */
export class TradeLedger implements Ledger {
  private readonly trades: Space<Trade>
  private readonly prepayIds = new Map<string, string>()
  private readonly transactionIds = new Map<string, string>()
  private readonly refundNos = new Map<string, string>()
  readonly faults: KeptFaults
  private readonly clock: Clock
  private readonly onChange: (event: PayEvent) => void

  constructor(options: {
    readonly store: StateStore
    readonly clock: Clock
    readonly faults: KeptFaults
    readonly onChange: (event: PayEvent) => void
  }) {
    this.trades = options.store.space('trades')
    this.clock = options.clock
    this.faults = options.faults
    this.onChange = options.onChange
    for (const [, trade] of this.trades.entries()) this.index(trade)
  }

  now(): Instant {
    return this.clock.now()
  }
  byOutTradeNo(outTradeNo: string): Trade | undefined {
    return this.trades.get(outTradeNo)
  }
  byPrepayId(prepayId: string): Trade | undefined {
    return this.trades.get(this.prepayIds.get(prepayId) ?? '')
  }
  byTransactionId(transactionId: string): Trade | undefined {
    return this.trades.get(this.transactionIds.get(transactionId) ?? '')
  }
  byRefund(outRefundNo: string): Trade | undefined {
    return this.trades.get(this.refundNos.get(outRefundNo) ?? '')
  }
  save(trade: Trade): void {
    this.trades.set(trade.outTradeNo, trade)
    this.index(trade)
    this.onChange({ outTradeNo: trade.outTradeNo, state: trade.state })
  }
  /** The shop's callback has accepted the payment. */
  markNotified(outTradeNo: string): void {
    const trade = this.trades.get(outTradeNo)
    if (!trade || trade.notified) return
    this.trades.set(outTradeNo, { ...trade, notified: true })
    this.onChange({ outTradeNo, state: trade.state, notified: true })
  }

  private index(trade: Trade): void {
    this.prepayIds.set(trade.prepayId, trade.outTradeNo)
    if (trade.transactionId) this.transactionIds.set(trade.transactionId, trade.outTradeNo)
    for (const one of trade.refunds) this.refundNos.set(one.outRefundNo, trade.outTradeNo)
  }
}
