import { Defect } from '@shared/kernel/refusal'
import { shopMinutes } from '@shared/kernel/time'
import * as v from 'valibot'
import { cloudCtx, type Caller, type CloudCtx, type Hooks, type Instance } from './ctx'

type TaskSchema = v.GenericSchema<unknown, { readonly task: string }> & {
  readonly entries: { readonly task: { readonly literal: string } }
}
/** A task that delayed calls name. Safe to run twice and too late. */
export type TaskRoute = {
  readonly name: string
  readonly schema: v.GenericSchema
  readonly run: (call: unknown, ctx: CloudCtx) => Promise<void>
}
/** Ties a task's schema (`{task: literal, …ids}`) to what it does. */
export const task = <S extends TaskSchema>(
  schema: S,
  run: (call: v.InferOutput<S>, ctx: CloudCtx) => Promise<void>,
): TaskRoute => ({ name: schema.entries.task.literal, schema, run: run as TaskRoute['run'] })

/** Work that the timer does every 30 minutes: the net under delayed calls and crashes. Safe to run twice. */
export type Sweep = { readonly name: string; readonly run: (ctx: CloudCtx) => Promise<void> }

/** How far apart the timer's turns are. */
const TURN_MINUTES = 30

/**
 * A sweep for one turn of the day: the one that begins in the half hour from `fromMinute` of the shop's day on. It asks the
 * clock alone, so all other turns cost nothing. A turn that never came is made up for by the next day's, so its work is
 * whatever is due *by* now; a turn that comes twice does it twice.
 */
export const onceADay = (name: string, fromMinute: number, run: Sweep['run']): Sweep => ({
  name,
  async run(ctx) {
    const minute = shopMinutes(ctx.now)
    if (minute >= fromMinute && minute < fromMinute + TURN_MINUTES) await run(ctx)
  },
})

export type TickOptions = {
  readonly tasks: readonly TaskRoute[]
  readonly sweeps: readonly Sweep[]
  readonly hooks: Hooks
}
export type TickAnswer = { readonly errcode: number; readonly errmsg: string }

/**
 * What SOURCE says of callers that are neither the timer (`wx_trigger`) nor another function (`scf`). What a delayed call
 * bears is not documented, so `wx_unknown` and values of no list must pass; a task carries no authority anyway.
 */
const FROM_OUTSIDE = ['wx_client', 'wx_http', 'wx_devtools', 'wx_crawler', 'wx_localdebug', 'wx_paycallback']

/**
 * The function that the timer and delayed calls reach. Phones could call it by name too: a chain of callers that begins
 * or passes outside is refused. One sweep that fails does not keep the others from running.
 */
export function createTick({ tasks, sweeps, hooks }: TickOptions) {
  const table = new Map(tasks.map((t) => [t.name, t]))
  if (table.size !== tasks.length) throw new Defect('two tasks share a name')
  return async (event: unknown, caller: Caller, instance: Instance): Promise<TickAnswer> => {
    const call = asPayload(event)
    const name = typeof call['task'] === 'string' ? call['task'] : ''
    const ctx = cloudCtx(instance, caller, hooks, name === '' ? 'tick' : `task:${name}`)
    if (FROM_OUTSIDE.some((source) => caller.source.includes(source))) {
      ctx.log('warn', 'tick.refused', { source: caller.source })
      return { errcode: 403, errmsg: 'not for clients' }
    }
    if (name !== '') return await runTask(table.get(name), call, ctx)
    for (const sweep of sweeps) await guarded(ctx, `sweep:${sweep.name}`, () => sweep.run(ctx))
    return OK
  }
}

const OK: TickAnswer = { errcode: 0, errmsg: '' }

async function runTask(hit: TaskRoute | undefined, call: unknown, ctx: CloudCtx): Promise<TickAnswer> {
  const parsed = hit && v.safeParse(hit.schema, call)
  if (!hit || !parsed?.success) {
    ctx.log('error', 'task.unknown', { call })
    return { errcode: 404, errmsg: 'no such task' }
  }
  const done = await guarded(ctx, hit.name, () => hit.run(parsed.output, ctx))
  return done ? OK : { errcode: 500, errmsg: 'failed' }
}

async function guarded(ctx: CloudCtx, name: string, run: () => Promise<void>): Promise<boolean> {
  try {
    await run()
    ctx.log('info', 'task.done', { task: name })
    return true
  } catch (error) {
    ctx.log('error', 'task.failed', { task: name, error })
    return false
  }
}

/**
 * A delayed call's data arrives as it was given, or still as the JSON string that the API takes; WeChat adds `userInfo`
 * and `tcbContext` to every event.
 */
function asPayload(event: unknown): Record<string, unknown> {
  const inner = typeof event === 'object' && event !== null && 'data' in event ? event.data : event
  const value: unknown = typeof inner === 'string' ? parseJson(inner) : inner
  if (typeof value !== 'object' || value === null) return {}
  const { userInfo: _userInfo, tcbContext: _tcbContext, ...payload } = value as Record<string, unknown>
  return payload
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
