import { randomUUID } from 'node:crypto'
import { DAY_MS, SECOND_MS } from '@shared/kernel/time'
import { type OpenapiHandler, textParam, WechatError } from '../../wire/openapi'
import type { Clock } from '../clock/clock'
import type { Schedule } from '../clock/schedule'
import type { Functions } from '../functions'

/** Bounds of `cloudbase.addDelayedFunctionTask`, both included. */
export const SHORTEST_DELAY_SECONDS = 6
export const LONGEST_DELAY_SECONDS = (30 * DAY_MS) / SECOND_MS
/** `getWXContext().SOURCE` of a delayed call is not documented: nobody should rely on a value. */
const SOURCE = 'wx_unknown'

type DelayedCall = { readonly functionName: string; readonly data: Readonly<Record<string, unknown>> }

/**
 * `cloudbase.addDelayedFunctionTask`: calls a function once, after 6 s to 30 days of the cloud's clock. Durable when it
 * answers; carried out at least once (twice after a crash in the middle). There is no way to take it back.
 */
export function createDelayedCalls(schedule: Schedule, clock: Clock, functions: Functions): OpenapiHandler {
  schedule.on('delayed-call', async (due) => {
    const call = due.data as DelayedCall
    await functions.invoke(call.functionName, call.data, { source: SOURCE })
  })
  return ({ params }) => {
    textParam(params, 'env')
    const functionName = textParam(params, 'function_name')
    const data = eventOf(textParam(params, 'data'))
    const seconds = Number(params['delay_time'])
    if (!(seconds >= SHORTEST_DELAY_SECONDS && seconds <= LONGEST_DELAY_SECONDS)) {
      throw new WechatError(40097, `invalid args: delay_time must be within 6 s and 30 days, not ${seconds}`)
    }
    if (!functions.configs.has(functionName)) {
      throw new WechatError(40097, `invalid args: no function ${functionName}`)
    }
    const at = clock.now() + seconds * SECOND_MS
    schedule.add({ id: `delayed:${randomUUID()}`, at, kind: 'delayed-call', data: { functionName, data } })
    return {}
  }
}

function eventOf(text: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    value = undefined
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new WechatError(40097, 'invalid args: data must be the JSON of an object')
  }
  return value as Record<string, unknown>
}
