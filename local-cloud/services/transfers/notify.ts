import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock/clock'
import type { Due, Schedule } from '../clock/schedule'
import type { Functions } from '../functions'
import { APP_ID } from '../functions/environment'
import { nextNotify, rfc3339 } from '../pay/trade'
import { type Bill, billOf } from './bill'
import type { KeptTransferFaults } from './faults'
import type { Merchant } from './merchant'
import { sealed, signedHeaders } from './signing'

type Delivery = { readonly outBillNo: string; readonly attempt: number; readonly times: number }
export type TransferNotifier = {
  /** Plans the callback of a bill that has ended, if it asked for one. Durable when it returns. */
  plan(bill: Bill): void
}
export type TransferNotifierOptions = {
  readonly schedule: Schedule
  readonly clock: Clock
  readonly functions: Functions
  readonly merchant: Merchant
  readonly billOf: (outBillNo: string) => Bill | undefined
  readonly faults: KeptTransferFaults
  readonly log: (text: string) => void
}

/** MCHTRANSFER.BILL.FINISHED, posted until it is answered with 200 or 204, at the pauses of the pay callback. */
export function createTransferNotifier(options: TransferNotifierOptions): TransferNotifier {
  const { schedule, clock, faults } = options
  schedule.on('transfer-notify', async (due: Due) => {
    const { outBillNo, attempt, times } = due.data as Delivery
    const bill = options.billOf(outBillNo)
    if (!bill) return
    const answers = await Promise.all(Array.from({ length: times }, () => deliver(bill, options)))
    if (answers.includes(true)) return
    const at = nextNotify(bill.updatedAt, clock.now(), attempt)
    const data: Delivery = { outBillNo, attempt: attempt + 1, times: 1 }
    if (at !== null) schedule.add({ id: due.id, at, kind: 'transfer-notify', data })
  })
  return {
    plan({ outBillNo, notifyUrl }) {
      if (notifyUrl === '') return
      const { delayMs = 0, times = 1 } = faults.get().notify ?? {}
      const data: Delivery = { outBillNo, attempt: 1, times }
      const at = clock.now() + delayMs
      schedule.add({ id: `transfer-notify:${outBillNo}`, at, kind: 'transfer-notify', data })
    },
  }
}

/** What is posted, as the environment's HTTP access hands it to the function. */
export function noticeEvent(bill: Bill, merchant: Merchant, clock: Clock): Readonly<Record<string, unknown>> {
  const now = clock.now()
  const body = JSON.stringify({
    id: randomUUID(),
    create_time: rfc3339(now),
    resource_type: 'encrypt-resource',
    event_type: 'MCHTRANSFER.BILL.FINISHED',
    summary: '商家转账单据终态通知',
    resource: sealed(billOf(bill, merchant.mchId, APP_ID), merchant),
  })
  return {
    path: '/',
    httpMethod: 'POST',
    headers: signedHeaders(body, merchant, now),
    queryStringParameters: {},
    body,
    isBase64Encoded: false,
  }
}

/** The last part of the path is the function behind it. */
async function deliver(bill: Bill, { functions, faults, merchant, clock, log }: TransferNotifierOptions) {
  if (faults.take('drop')) return false
  const name = bill.notifyUrl.split('/').at(-1) ?? ''
  try {
    const answer = await functions.invoke(name, noticeEvent(bill, merchant, clock), { source: 'wx_http' })
    const { statusCode } = JSON.parse(answer) as { statusCode?: unknown }
    return statusCode === 200 || statusCode === 204
  } catch (error) {
    log(`transfer callback of ${bill.outBillNo}: ${error instanceof Error ? error.message : String(error)}`)
    return false
  }
}
