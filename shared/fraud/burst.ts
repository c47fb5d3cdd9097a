import { DAY_MS, HOUR_MS } from '../kernel/time'
import type { FraudRule } from './facts'

/** So many earlier friends within the hour, or within 24 hours, and the next one is looked at. */
export const HOURLY = 5
export const DAILY = 15

/** Friends come one after the other as people do, not as a list does. */
export const burst: FraudRule = {
  id: 'burst',
  verdict: 'hold',
  look({ marks, now }) {
    const within = (ms: number) => marks.filter(({ at }) => now - at < ms).length
    const [hour, day] = [within(HOUR_MS), within(DAY_MS)]
    if (hour >= HOURLY) return `邀请人一小时内已有 ${hour} 位好友达成`
    return day >= DAILY ? `邀请人 24 小时内已有 ${day} 位好友达成` : null
  },
}
