import { TOUCH_WINDOW_MS } from '@shared/referral/touches'
import { onceADay } from '../../platform/tick'
import { forgetTouchesBefore } from './repository'

/** An hour after the days that are over, before anybody is up. */
const FIVE = 5 * 60

/** What nobody can be bound by any more is deleted; what a binding came of is kept in the binding. One write a night. */
export const forgetOldTouches = onceADay('referral.oldTouches', FIVE, async ({ db, now, log }) => {
  const forgotten = await forgetTouchesBefore(db, now - TOUCH_WINDOW_MS)
  if (forgotten > 0) log('info', 'referral.touchesForgotten', { forgotten })
})
