import { DAY_MS, SECOND_MS } from '@shared/kernel/time'
import type { CallWechat } from './sdk'

/** Payload of a delayed call: which task, and the ids it needs. It carries no authority: everything is read again. */
export type TaskCall = { readonly task: string } & Readonly<Record<string, string>>
export type Tasks = {
  /**
   * Calls `tick` with this payload after `delayMs` (WeChat takes 6 s – 30 days; less or more is moved to the bound).
   * False when WeChat did not take it: the caller carries on, because the sweep finds the work by its own clock.
   */
  later(call: TaskCall, delayMs: number): Promise<boolean>
}

const SHORTEST_MS = 6 * SECOND_MS
const LONGEST_MS = 30 * DAY_MS

export function delayedTasks(deps: {
  readonly openapi: CallWechat
  readonly env: () => string
  readonly onFailure: (error: unknown, call: TaskCall) => void
}): Tasks {
  return {
    async later(call, delayMs) {
      const delay = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, delayMs))
      try {
        await deps.openapi('cloudbase.addDelayedFunctionTask', {
          env: deps.env(),
          functionName: 'tick',
          data: JSON.stringify(call),
          delayTime: Math.ceil(delay / SECOND_MS),
        })
        return true
      } catch (error) {
        deps.onFailure(error, call)
        return false
      }
    },
  }
}
