import { randomUUID } from 'node:crypto'
import type { Fen } from '@shared/kernel/money'
import { MINUTE_MS } from '@shared/kernel/time'
import type { Space, StateStore } from '../../state/store'
import type { Clock } from '../clock/clock'
import type { Due, Schedule } from '../clock/schedule'
import type { Functions } from '../functions'
import { APP_ID } from '../functions/environment'
import {
  type Bill,
  billOf,
  CLOSING_TAKES_MS,
  CONFIRM_WITHIN_MS,
  createdOf,
  isEnded,
  mayConfirm,
  MOVING_TAKES_MS,
  REMEMBERED_MS,
} from './bill'
import { keepTransferFaults, type TransferFaults } from './faults'
import { type Merchant, merchantEnv, merchantOf } from './merchant'
import { createTransferNotifier, noticeEvent } from './notify'
import { newBill, refusals, TransferRefusal } from './requests'
import { isMerchants, signedHeaders, type WireRequest } from './signing'

export type WireAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
/** What the confirm page shows. */
export type TransferSheet = {
  readonly payer: string
  readonly fen: Fen
  readonly remark: string
  readonly openid: string
  readonly mayConfirm: boolean
}
/** As `wx.requestMerchantTransfer` ends. */
export type ConfirmResult = { readonly ok: boolean; readonly errMsg: string }

/** WeChat's merchant transfer (商家转账, 用户确认模式) of one merchant. */
export type Transfers = {
  /** A request of APIv3; null where the network lost it or its answer. */
  handle(request: WireRequest): WireAnswer | null
  sheet(packageInfo: string): TransferSheet | null
  /** The person confirms on WeChat's page. Durable when it returns; the money follows in a moment. */
  confirm(packageInfo: string, openid: string): ConfirmResult
  bill(outBillNo: string): Bill | undefined
  bills(): readonly Bill[]
  /** Somebody calls it back on the merchant platform; false when there is none, or it has ended. */
  callBack(outBillNo: string): boolean
  faults(): TransferFaults
  setFaults(faults: TransferFaults): void
  /** The callback of a bill as the function gets it, to be replayed in tests. */
  noticeEvent(outBillNo: string): Readonly<Record<string, unknown>> | null
  /** The environment that a function needs to reach all this. */
  env(host: string): Record<string, string>
}
export type TransferOptions = {
  readonly store: StateStore
  readonly schedule: Schedule
  readonly clock: Clock
  readonly functions: Functions
  readonly payer: string
  readonly onChange: (bill: Bill) => void
  readonly log: (text: string) => void
}

/** Within the five minutes in which a signature holds. */
const LATE_MS = 4 * MINUTE_MS
const BILLS = '/v3/fund-app/mch-transfer/transfer-bills'
const NAMED = new RegExp(`^${BILLS}/out-bill-no/([^/?]+)(/cancel)?$`)

export const openTransfers = (options: TransferOptions): Transfers => new TransferDesk(options)

class TransferDesk implements Transfers {
  private readonly kept: Space<Bill>
  private readonly merchant: Merchant
  private readonly kindOfFaults
  private readonly notifier

  constructor(private readonly options: TransferOptions) {
    const { store, schedule, clock, functions, log } = options
    this.kept = store.space('transferBills')
    this.merchant = merchantOf(store)
    this.kindOfFaults = keepTransferFaults(store)
    this.notifier = createTransferNotifier({
      schedule,
      clock,
      functions,
      merchant: this.merchant,
      billOf: (no) => this.kept.get(no),
      faults: this.kindOfFaults,
      log,
    })
    schedule.on('transfer-late', ({ data }) => Promise.resolve(void this.answer(data as WireRequest)))
    schedule.on('transfer-move', (due) => Promise.resolve(this.move(due)))
  }

  handle(request: WireRequest): WireAnswer | null {
    const { schedule, clock } = this.options
    if (this.kindOfFaults.take('swallow')) return null
    if (this.kindOfFaults.take('late')) {
      const at = clock.now() + LATE_MS
      schedule.add({ id: `transfer-late:${randomUUID()}`, at, kind: 'transfer-late', data: request })
      return null
    }
    const answer = this.answer(request)
    return this.kindOfFaults.take('lose') ? null : answer
  }
  sheet(packageInfo: string): TransferSheet | null {
    const bill = this.byPackage(packageInfo)
    if (!bill) return null
    const { fen, remark, openid } = bill
    const may = mayConfirm(bill, this.options.clock.now())
    return { payer: this.options.payer, fen, remark, openid, mayConfirm: may }
  }
  confirm(packageInfo: string, openid: string): ConfirmResult {
    const bill = this.byPackage(packageInfo)
    const { clock } = this.options
    if (!bill || bill.openid !== openid) return no('参数package有误')
    if (!mayConfirm(bill, clock.now())) return no('该笔转账已失效')
    this.put({ ...bill, state: 'TRANSFERING' })
    this.later(bill, MOVING_TAKES_MS)
    return { ok: true, errMsg: 'requestMerchantTransfer:ok' }
  }
  bill(outBillNo: string): Bill | undefined {
    return this.kept.get(outBillNo)
  }
  bills(): readonly Bill[] {
    return [...this.kept.entries()].map(([, bill]) => bill)
  }
  callBack(outBillNo: string): boolean {
    const bill = this.kept.get(outBillNo)
    if (!bill || isEnded(bill)) return false
    this.put({ ...bill, state: 'CANCELING' })
    this.later(bill, MOVING_TAKES_MS)
    return true
  }
  faults(): TransferFaults {
    return this.kindOfFaults.get()
  }
  setFaults(faults: TransferFaults): void {
    this.kindOfFaults.set(faults)
  }
  noticeEvent(outBillNo: string): Readonly<Record<string, unknown>> | null {
    const bill = this.kept.get(outBillNo)
    return bill ? noticeEvent(bill, this.merchant, this.options.clock) : null
  }
  env(host: string): Record<string, string> {
    return merchantEnv(this.merchant, host)
  }

  private answer(request: WireRequest): WireAnswer {
    const now = this.options.clock.now()
    const signed = (status: number, data: object): WireAnswer => {
      const body = JSON.stringify(data)
      return { status, headers: signedHeaders(body, this.merchant, now), body }
    }
    try {
      if (!isMerchants(request, this.merchant, now)) throw refusals.signature()
      const refused = this.kindOfFaults.takeRefusal()
      if (refused) throw new TransferRefusal(refused.status, refused.code, '按要求拒绝')
      return signed(200, this.carryOut(request))
    } catch (error) {
      if (!(error instanceof TransferRefusal)) throw error
      return signed(error.status, { code: error.code, message: error.message })
    }
  }
  private carryOut({ method, path, body }: WireRequest): object {
    if (method === 'POST' && path === BILLS) return createdOf(this.create(body))
    const [, no = '', cancel] = NAMED.exec(path) ?? []
    const bill = this.kept.get(decodeURIComponent(no))
    if (!bill || this.options.clock.now() - bill.createdAt > REMEMBERED_MS) throw refusals.notFound()
    if (method === 'GET' && !cancel) return billOf(bill, this.merchant.mchId, APP_ID)
    if (method !== 'POST' || !cancel) throw refusals.notFound()
    // asked again while it is being called back, or was, it is the same
    if (bill.state !== 'CANCELING' && bill.state !== 'CANCELLED' && !this.callBack(bill.outBillNo))
      throw refusals.ended()
    return billOf(this.kept.get(bill.outBillNo) ?? bill, this.merchant.mchId, APP_ID)
  }
  private create(body: string): Bill {
    const { clock } = this.options
    const asked = newBill(body, clock.now())
    const known = this.kept.get(asked.outBillNo)
    if (known && known.asked !== asked.asked) throw refusals.otherWords()
    if (known && known.state !== 'ACCEPTED') return known
    if (asked.fen > this.left()) throw refusals.balance()
    const waits = known !== undefined || !this.kindOfFaults.take('hesitate')
    const bill: Bill = { ...(known ?? asked), state: waits ? 'WAIT_USER_CONFIRM' : 'ACCEPTED' }
    this.put(bill)
    this.later(bill, CONFIRM_WITHIN_MS + CLOSING_TAKES_MS, 'close')
    return bill
  }
  /** What is left of the merchant's balance: what was paid, and what waits, is set aside. */
  private left(): Fen {
    const { balanceFen = Number.MAX_SAFE_INTEGER } = this.kindOfFaults.get()
    const gone = this.bills().filter(
      ({ state }) => state !== 'FAIL' && state !== 'CANCELLED' && state !== 'ACCEPTED',
    )
    return balanceFen - gone.reduce((sum, { fen }) => sum + fen, 0)
  }
  private byPackage(packageInfo: string): Bill | undefined {
    return this.bills().find((bill) => bill.packageInfo === packageInfo)
  }
  private put(bill: Bill): void {
    const changed: Bill = { ...bill, updatedAt: this.options.clock.now() }
    this.kept.set(bill.outBillNo, changed)
    this.options.onChange(changed)
  }
  private later({ outBillNo }: Bill, ms: number, what: 'end' | 'close' = 'end'): void {
    const { schedule, clock } = this.options
    const id = `transfer-${what}:${outBillNo}`
    schedule.add({ id, at: clock.now() + ms, kind: 'transfer-move', data: { outBillNo, what } })
  }
  private move({ data }: Due): void {
    const { outBillNo, what } = data as { readonly outBillNo: string; readonly what: 'end' | 'close' }
    const bill = this.kept.get(outBillNo)
    const ended = bill && endOf(bill, what, this.kindOfFaults.get().failReason ?? '')
    if (!ended) return
    this.put(ended)
    this.notifier.plan(ended)
  }
}

/** How a bill ends when its time has come; null: it does not, now. */
function endOf(bill: Bill, what: 'end' | 'close', failReason: string): Bill | null {
  if (what === 'close') {
    const isOpen = bill.state === 'WAIT_USER_CONFIRM' || bill.state === 'ACCEPTED'
    return isOpen ? { ...bill, state: 'FAIL', failReason: 'OVERDUE_CLOSE' } : null
  }
  if (bill.state === 'CANCELING') return { ...bill, state: 'CANCELLED' }
  if (bill.state !== 'TRANSFERING') return null
  return failReason === '' ? { ...bill, state: 'SUCCESS' } : { ...bill, state: 'FAIL', failReason }
}

const no = (why: string): ConfirmResult => ({ ok: false, errMsg: `requestMerchantTransfer:fail ${why}` })
