import { Cron } from 'croner'
import type { Instant } from '@shared/kernel/time'
import { StartFailure } from '../../failure'
import type { Space, StateStore } from '../../state/store'
import type { Clock } from '../clock/clock'
import type { Due, Schedule } from '../clock/schedule'
import type { Functions } from '../functions'
import type { TimerTrigger } from '../functions/config'

/** Timers are read in China's time, whatever the zone of the process. */
const TIMER_ZONE = 'Asia/Shanghai'

/** How timers misbehave, until told otherwise: the real cloud may fire one twice for the same turn. */
export type TimerFaults = {
  /** Each turn calls its function this many times. */
  readonly times?: number
  /** Those calls run at once instead of one after another. */
  readonly parallel?: boolean
}

export type Timers = {
  /** Plans the next turn of each timer. */
  start(): void
  faults(): TimerFaults
  setFaults(faults: TimerFaults): void
}
export type TimersOptions = {
  readonly store: StateStore
  readonly functions: Functions
  readonly schedule: Schedule
  readonly clock: Clock
}

/**
 * One timer per function, from its `config.json`, fired on the cloud's clock with source `wx_trigger`. Turns missed
 * while the program was stopped are not made up for, as a real cloud never stops.
 */
export const createTimers = (options: TimersOptions): Timers => new FunctionTimers(options)

class FunctionTimers implements Timers {
  private readonly kept: Space<TimerFaults>

  constructor(private readonly options: TimersOptions) {
    this.kept = options.store.space('timerFaults')
    options.schedule.on('timer', (due) => this.fire(due))
  }

  start(): void {
    const { schedule, functions, clock } = this.options
    for (const due of schedule.pending('timer')) schedule.remove(due.id)
    for (const [name, { timer }] of functions.configs) if (timer) this.plan(name, timer, clock.now())
  }
  faults(): TimerFaults {
    return this.kept.get('faults') ?? {}
  }
  setFaults(faults: TimerFaults): void {
    this.kept.set('faults', faults)
  }

  private plan(name: string, trigger: TimerTrigger, after: Instant): void {
    const at = nextFiring(trigger, after)
    if (at !== null) this.options.schedule.add({ id: `timer:${name}`, at, kind: 'timer', data: name })
  }
  private async fire(due: Due): Promise<void> {
    const { functions } = this.options
    const name = due.data as string
    const trigger = functions.configs.get(name)?.timer
    if (!trigger) return
    this.plan(name, trigger, due.at)
    const { times = 1, parallel = false } = this.faults()
    const call = () => functions.invoke(name, eventOf(trigger, due.at), { source: 'wx_trigger' })
    // a call that fails keeps none of the others from coming
    if (parallel) return settle(Array.from({ length: times }, call))
    for (let left = times; left > 1; left--) await call().catch(() => undefined)
    await call()
  }
}

/** @throws the first failure, once all have ended. */
async function settle(calls: readonly Promise<unknown>[]): Promise<void> {
  for (const ended of await Promise.allSettled(calls)) if (ended.status === 'rejected') throw ended.reason
}

const eventOf = (trigger: TimerTrigger, at: Instant) => ({
  Type: 'Timer',
  TriggerName: trigger.name,
  Time: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'),
  Message: '',
})

/** The next instant after `after` at which a seven-field expression (second … year) fires; null when never again. */
export function nextFiring(trigger: TimerTrigger, after: Instant): Instant | null {
  return parse(trigger).nextRun(new Date(after))?.getTime() ?? null
}

function parse(trigger: TimerTrigger): Cron {
  const fields = trigger.config.trim().split(/\s+/)
  try {
    if (fields.length !== 7)
      throw new Error('a timer has seven fields: second minute hour day month weekday year')
    return new Cron(trigger.config, { timezone: TIMER_ZONE, mode: '7-part', paused: true })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new StartFailure(
      `Timer ${trigger.name}, "${trigger.config}": ${why}. Correct the function's config.json.`,
    )
  }
}
