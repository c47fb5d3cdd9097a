import type { PayFaults, RefundFaults } from '../services/pay/faults'
import type { TransferFaults } from '../services/transfers/faults'
import { type Ask, BadAsk, jsonBody } from './http'

/** What the doors of WeChat's side are asked with. Everything here throws BadAsk with a sentence. */

export function textIn(ask: Ask, name: string): string {
  const value = jsonBody(ask)[name]
  if (typeof value !== 'string' || value === '') throw new BadAsk(400, `${name} is missing`)
  return value
}

export function whole(value: unknown, name: string, least: number): number {
  if (!Number.isSafeInteger(value) || (value as number) < least)
    throw new BadAsk(400, `${name}: a whole number ≥ ${least}`)
  return value as number
}

const someOrAll = (value: unknown, name: string): number | boolean =>
  typeof value === 'boolean' ? value : whole(value, name, 0)

export function faultsIn({ delayMs, times, parallel, drop, refund }: Record<string, unknown>): PayFaults {
  return {
    ...(delayMs !== undefined && { delayMs: whole(delayMs, 'delayMs', 0) }),
    ...(times !== undefined && { times: whole(times, 'times', 1) }),
    ...(parallel !== undefined && { parallel: parallel === true }),
    ...(drop !== undefined && { drop: someOrAll(drop, 'drop') }),
    ...(refund !== undefined && { refund: refundFaultsIn(refund) }),
  }
}

function refundFaultsIn(value: unknown): RefundFaults {
  if (typeof value !== 'object' || value === null) throw new BadAsk(400, 'refund: {delayMs?, ends?, refuse?}')
  const { delayMs, ends, refuse } = value as Record<string, unknown>
  return {
    ...(delayMs !== undefined && { delayMs: whole(delayMs, 'refund.delayMs', 0) }),
    ...(ends !== undefined && { ends: refundEnd(ends) }),
    ...(refuse !== undefined && { refuse: someOrAll(refuse, 'refund.refuse') }),
  }
}

/** The faults of transfers; every part of them is a number but one flag and one text. */
export function transferFaultsIn({
  balanceFen,
  refuse,
  failReason,
  notify,
  ...counts
}: Record<string, unknown>): TransferFaults {
  const counted = ['lose', 'swallow', 'late', 'hesitate'].filter((name) => counts[name] !== undefined)
  return {
    ...Object.fromEntries(counted.map((name) => [name, whole(counts[name], name, 0)])),
    ...(balanceFen !== undefined && { balanceFen: whole(balanceFen, 'balanceFen', 0) }),
    ...(failReason !== undefined && { failReason: String(failReason) }),
    ...(refuse !== undefined && { refuse: transferRefusal(refuse) }),
    ...(notify !== undefined && { notify: transferNotify(notify) }),
  }
}

function transferRefusal(value: unknown): NonNullable<TransferFaults['refuse']> {
  if (typeof value !== 'object' || value === null) throw new BadAsk(400, 'refuse: {times, status, code}')
  const { times, status, code } = value as Record<string, unknown>
  return {
    times: whole(times, 'refuse.times', 0),
    status: whole(status, 'refuse.status', 400),
    code: String(code),
  }
}

function transferNotify(value: unknown): NonNullable<TransferFaults['notify']> {
  if (typeof value !== 'object' || value === null) throw new BadAsk(400, 'notify: {delayMs?, times?, drop?}')
  const { delayMs, times, drop } = value as Record<string, unknown>
  return {
    ...(delayMs !== undefined && { delayMs: whole(delayMs, 'notify.delayMs', 0) }),
    ...(times !== undefined && { times: whole(times, 'notify.times', 1) }),
    ...(drop !== undefined && { drop: someOrAll(drop, 'notify.drop') }),
  }
}

export function refundEnd(value: unknown): NonNullable<RefundFaults['ends']> {
  if (value === 'SUCCESS' || value === 'CLOSED' || value === 'ABNORMAL') return value
  throw new BadAsk(400, 'a refund ends as "SUCCESS", "CLOSED" or "ABNORMAL"')
}
