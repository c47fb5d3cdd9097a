import type { Instant } from '@shared/kernel/time'
import { cloudNow } from './clock'
import type { Offline } from './types'

export const offline = (why: Offline['why']): Offline => ({
  ok: false,
  code: 'OFFLINE',
  why,
  requestId: '',
  now: cloudNow(),
})

/** A call that reached the cloud and died there: timed out, threw past its boundary, or is not deployed. */
export function failedFunction(errMsg: string) {
  const requestId = /requestID:?\s*([\w-]+)/i.exec(errMsg)?.[1] ?? ''
  console.error(`api: ${errMsg}`)
  return { ok: false, code: 'INTERNAL', requestId, now: cloudNow() } as const
}

/** Whether the function's result is a reply of the router (`shared/kernel/reply.ts`). */
export const isReply = (x: unknown): x is { readonly ok: boolean; readonly now: Instant } =>
  typeof x === 'object' && x !== null && 'ok' in x && 'now' in x && typeof x.now === 'number'
