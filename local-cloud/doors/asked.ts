import type { PayFaults, RefundFaults } from '../services/pay/faults'
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

export function refundEnd(value: unknown): NonNullable<RefundFaults['ends']> {
  if (value === 'SUCCESS' || value === 'CLOSED' || value === 'ABNORMAL') return value
  throw new BadAsk(400, 'a refund ends as "SUCCESS", "CLOSED" or "ABNORMAL"')
}
