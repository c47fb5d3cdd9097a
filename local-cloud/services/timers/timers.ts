import { Cron } from 'croner'
import type { Instant } from '@shared/kernel/time'
import { StartFailure } from '../../failure'
import type { Clock } from '../clock/clock'
import type { Schedule } from '../clock/schedule'
import type { Functions } from '../functions'
import type { TimerTrigger } from '../functions/config'

/** Timers are read in China's time, whatever the zone of the process. */
const TIMER_ZONE = 'Asia/Shanghai'

/** The next instant after `after` at which a seven-field expression (second … year) fires; null when never again. */
export function nextFiring(trigger: TimerTrigger, after: Instant): Instant | null {
  return parse(trigger).nextRun(new Date(after))?.getTime() ?? null
}

/**
 * One timer per function, from its `config.json`, fired on the cloud's clock with source `wx_trigger`. Turns missed
 * while the program was stopped are not made up for, as a real cloud never stops.
 */
export function startTimers(functions: Functions, schedule: Schedule, clock: Clock): void {
  for (const due of schedule.pending('timer')) schedule.remove(due.id)
  const plan = (name: string, trigger: TimerTrigger, after: Instant) => {
    const at = nextFiring(trigger, after)
    if (at !== null) schedule.add({ id: `timer:${name}`, at, kind: 'timer', data: name })
  }
  schedule.on('timer', async (due) => {
    const name = due.data as string
    const trigger = functions.configs.get(name)?.timer
    if (!trigger) return
    plan(name, trigger, due.at)
    const event = {
      Type: 'Timer',
      TriggerName: trigger.name,
      Time: new Date(due.at).toISOString().replace(/\.\d+Z$/, 'Z'),
      Message: '',
    }
    await functions.invoke(name, event, { source: 'wx_trigger' })
  })
  for (const [name, { timer }] of functions.configs) if (timer) plan(name, timer, clock.now())
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
