import { shopDayStart, shopWeekday } from '@shared/kernel/time'

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** 20270101 → 2027年1月1日 周五 */
export function dayWords(day: string): string {
  const weekday = WEEKDAYS[shopWeekday(shopDayStart(day))] ?? ''
  return `${day.slice(0, 4)}年${Number(day.slice(4, 6))}月${Number(day.slice(6))}日 ${weekday}`
}
