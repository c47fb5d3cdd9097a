import { randomBytes } from 'node:crypto'
import type { Space, StateStore } from '../../state/store'
import type { Clock } from '../clock/clock'
import type { Due, Schedule } from '../clock/schedule'
import { APP_ID } from '../functions/environment'
import type { Functions } from '../functions'
import { nextNotify, payTime, type Trade } from './trade'

/** How the next pay callbacks misbehave, until told otherwise. */
export type PayFaults = {
  /** The first delivery comes this much later, ms of the cloud's clock. */
  readonly delayMs?: number
  /** Each callback is delivered this many times, whatever is answered. */
  readonly times?: number
  /** Those deliveries run at once instead of one after another. */
  readonly parallel?: boolean
  /** So many deliveries get lost on the way (true: all); they count as failed and come again later. */
  readonly drop?: number | boolean
}
type Delivery = {
  readonly outTradeNo: string
  readonly attempt: number
  readonly times: number
  readonly parallel: boolean
}

export type Notifier = {
  /** Plans the first callback of a paid trade. Durable when it returns. */
  plan(trade: Trade): void
  faults(): PayFaults
  setFaults(faults: PayFaults): void
  /** The event as WeChat sends it, camelCase. */
  eventOf(trade: Trade): Readonly<Record<string, unknown>>
}

/** The pay callback: called on success only, again and again until the function answers `{errcode: 0}`, for two days. */
export const createNotifier = (options: NotifierOptions): Notifier => new PayNotifier(options)

export type NotifierOptions = {
  readonly store: StateStore
  readonly schedule: Schedule
  readonly clock: Clock
  readonly functions: Functions
  readonly tradeOf: (outTradeNo: string) => Trade | undefined
  readonly onAccepted: (outTradeNo: string) => void
  readonly log: (text: string) => void
}

class PayNotifier implements Notifier {
  private readonly kept: Space<PayFaults>
  readonly eventOf = eventOf

  constructor(private readonly options: NotifierOptions) {
    this.kept = options.store.space('payFaults')
    options.schedule.on('pay-notify', (due) => this.deliver(due))
  }

  plan(trade: Trade): void {
    const { delayMs = 0, times = 1, parallel = false } = this.faults()
    const data: Delivery = { outTradeNo: trade.outTradeNo, attempt: 1, times, parallel }
    const at = this.options.clock.now() + delayMs
    this.options.schedule.add({ id: `pay:${trade.outTradeNo}`, at, kind: 'pay-notify', data })
  }
  faults(): PayFaults {
    return this.kept.get('faults') ?? {}
  }
  setFaults(faults: PayFaults): void {
    this.kept.set('faults', faults)
  }

  private async deliver(due: Due): Promise<void> {
    const { outTradeNo, attempt, times, parallel } = due.data as Delivery
    const { tradeOf, onAccepted, clock, schedule } = this.options
    const trade = tradeOf(outTradeNo)
    if (!trade || trade.paidAt === null) return
    const answers: boolean[] = []
    const once = () => this.deliverOnce(trade)
    if (parallel) answers.push(...(await Promise.all(Array.from({ length: times }, once))))
    else for (let i = 0; i < times; i++) answers.push(await once())
    if (answers.includes(true)) return onAccepted(outTradeNo)
    const at = nextNotify(trade.paidAt, clock.now(), attempt)
    const again: Delivery = { outTradeNo, attempt: attempt + 1, times: 1, parallel: false }
    if (at !== null) schedule.add({ id: due.id, at, kind: 'pay-notify', data: again })
  }
  private async deliverOnce(trade: Trade): Promise<boolean> {
    if (this.isDropped()) return false
    const { functions, log } = this.options
    try {
      const call = { openid: trade.openid, source: 'wx_paycallback' }
      return isAccepted(JSON.parse(await functions.invoke(trade.functionName, eventOf(trade), call)))
    } catch (error) {
      log(`pay callback of ${trade.outTradeNo}: ${error instanceof Error ? error.message : String(error)}`)
      return false
    }
  }
  /** True when the delivery is lost on the way. */
  private isDropped(): boolean {
    const { drop = 0, ...rest } = this.faults()
    if (typeof drop === 'boolean') return drop
    if (drop > 0) this.kept.set('faults', { ...rest, drop: drop - 1 })
    return drop > 0
  }
}

const isAccepted = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'errcode' in answer && answer.errcode === 0

/** Fields of WeChat Pay's v2 notification as they reach a function. `openid` is the service provider's, `subOpenid` ours. */
function eventOf(trade: Trade): Readonly<Record<string, unknown>> {
  return {
    returnCode: 'SUCCESS',
    resultCode: 'SUCCESS',
    appid: 'wxprovider00000000',
    mchId: '1800008281',
    subAppid: APP_ID,
    subMchId: trade.subMchId,
    openid: `oProvider-${trade.openid}`,
    subOpenid: trade.openid,
    isSubscribe: 'N',
    subIsSubscribe: 'N',
    nonceStr: randomBytes(16).toString('hex'),
    outTradeNo: trade.outTradeNo,
    transactionId: trade.transactionId,
    totalFee: trade.totalFen,
    cashFee: trade.totalFen,
    feeType: 'CNY',
    bankType: 'OTHERS',
    tradeType: 'JSAPI',
    timeEnd: payTime(trade.paidAt ?? 0),
    ...(trade.attach !== '' && { attach: trade.attach }),
  }
}
