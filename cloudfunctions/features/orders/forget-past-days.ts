import { shopDay } from '@shared/kernel/time'
import { onceADay } from '../../platform/tick'
import { forgetPastSlots } from './slot-repository'
import { forgetPastStock } from './stock-repository'

/** After the bars have closed, and before the bakeries open. */
const FOUR = 4 * 60

/**
 * Stock and slots count one day each; a day that is over is told by its orders. Two writes a night, whatever lay there.
 * What is still held (a payment that WeChat has not closed) stays until a later night.
 */
export const forgetPastDays = onceADay('orders.pastDays', FOUR, async ({ db, now, log }) => {
  const today = shopDay(now)
  const [stock, slots] = [await forgetPastStock(db, today), await forgetPastSlots(db, today)]
  if (stock + slots > 0) log('info', 'orders.daysForgotten', { stock, slots })
})
