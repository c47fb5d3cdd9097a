import type { Clock } from '../services/clock/clock'
import type { Schedule } from '../services/clock/schedule'
import { BadAsk, type Doors, json, jsonBody } from './http'

/** The cloud's clock. Moving it answers when everything that became due on the way has been carried out. */
export const clockDoors = (clock: Clock, schedule: Schedule, tell: (now: number) => void): Doors => ({
  'GET /healthz': () => json({ ok: true, now: clock.now() }),
  'GET /clock': () => json({ now: clock.now(), offsetMs: clock.offsetMs }),
  async 'POST /clock'(ask) {
    const { advanceMs, at } = jsonBody(ask)
    const target = typeof at === 'number' ? at : clock.now() + Number(advanceMs)
    if (!Number.isFinite(target)) throw new BadAsk(400, 'send {advanceMs} or {at}, in milliseconds')
    if (target < clock.now()) throw new BadAsk(400, "the cloud's clock only moves forward")
    const fired = await schedule.advanceTo(target)
    tell(clock.now())
    return json({ now: clock.now(), fired })
  },
})
