import type { Clock } from '../clock/clock'
import type { Due, Schedule } from '../clock/schedule'
import type { CallOptions, Functions } from '../functions'
import type { KeptFaults } from './faults'
import { noticeOf } from './notices'
import { nextNotify, type Trade } from './trade'

type Delivery = {
  readonly outTradeNo: string
  readonly attempt: number
  readonly times: number
  readonly parallel: boolean
}

export type Notifier = {
  /** Plans the first callback of a paid trade. Durable when it returns. */
  plan(trade: Trade): void
}

/** The pay callback: called on success only, again and again until the function answers `{errcode: 0}`, for two days. */
export const createNotifier = (options: NotifierOptions): Notifier => new PayNotifier(options)

export type NotifierOptions = {
  readonly schedule: Schedule
  readonly clock: Clock
  readonly functions: Functions
  readonly tradeOf: (outTradeNo: string) => Trade | undefined
  readonly onAccepted: (outTradeNo: string) => void
  readonly faults: KeptFaults
  readonly log: (text: string) => void
}

class PayNotifier implements Notifier {
  constructor(private readonly options: NotifierOptions) {
    options.schedule.on('pay-notify', (due) => this.deliver(due))
  }

  plan(trade: Trade): void {
    const { delayMs = 0, times = 1, parallel = false } = this.options.faults.get()
    const data: Delivery = { outTradeNo: trade.outTradeNo, attempt: 1, times, parallel }
    const at = this.options.clock.now() + delayMs
    this.options.schedule.add({ id: `pay:${trade.outTradeNo}`, at, kind: 'pay-notify', data })
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
    const { functions, faults, log } = this.options
    if (faults.takeDrop()) return false
    try {
      const answer = await functions.invoke(trade.functionName, noticeOf(trade), callerOf(trade))
      return isAccepted(JSON.parse(answer))
    } catch (error) {
      log(`pay callback of ${trade.outTradeNo}: ${error instanceof Error ? error.message : String(error)}`)
      return false
    }
  }
}

/** WeChat Pay calls with the payer in the context; a workflow is a function that calls another, for nobody. */
const callerOf = (trade: Trade): CallOptions =>
  trade.via === 'workflow' ? { source: 'scf' } : { openid: trade.openid, source: 'wx_paycallback' }

const isAccepted = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'errcode' in answer && answer.errcode === 0
