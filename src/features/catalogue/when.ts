import type { Store } from '@shared/catalogue/contract'
import { openSlots } from '@shared/catalogue/slots'
import {
  DAY_MS,
  shopClock,
  shopDateTime,
  shopMinutes,
  shopWeekday,
  startOfShopDay,
  type Instant,
} from '@shared/kernel/time'

const NEAR = ['今天', '明天', '后天']
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']
const NOON = 12 * 60
const EVENING = 18 * 60

/** How many midnights lie between now and then. */
const daysAhead = (at: Instant, now: Instant) => (startOfShopDay(at) - startOfShopDay(now)) / DAY_MS

/** 今天, 明天, 后天, 周五 11-27: the day of an instant, as it is said now. */
export function dayWords(at: Instant, now: Instant): string {
  return NEAR[daysAhead(at, now)] ?? `${WEEKDAYS[shopWeekday(at)] ?? ''} ${shopDateTime(at).slice(5, 10)}`
}

/** 今早 07:20, 明晚 18:00, 后天 07:20, 周五 11-27 07:20: when something is handed out. */
export function whenWords(at: Instant, now: Instant): string {
  const day = daysAhead(at, now)
  const clock = shopClock(at)
  if (day !== 0 && day !== 1) return `${dayWords(at, now)} ${clock}`
  const minutes = shopMinutes(at)
  const near = day === 0 ? '今' : '明'
  if (minutes >= EVENING) return `${near}晚 ${clock}`
  return minutes < NOON ? `${near}早 ${clock}` : `${near}天 ${clock}`
}

/** 最早 明早 07:20 · 3 号宿舍楼下: what can be ordered ahead next. Whether it is full is the cloud's to tell. */
export function soonestWords(store: Pick<Store, 'specialDays' | 'preorder'>, now: Instant): string {
  const [soonest] = openSlots(store, now)
  return soonest === undefined
    ? '现在没有可以预订的时间'
    : `最早 ${whenWords(soonest.at, now)} · ${soonest.point.name}`
}
