import { MINUTE_MS } from '@shared/kernel/time'

/** Times as the desk shows them, in the shop's zone. */
const clockFormat = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const dayFormat = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
})

/** "07:30" */
export const clockText = (at: number) => clockFormat.format(at)
/** "11月22日周日" */
export const dayText = (at: number) => dayFormat.format(at)

/** This machine's clock, epoch ms. */
export const machineNow = () => performance.timeOrigin + performance.now()

/** How far the cloud's clock is ahead of this machine's: "实时 ×1", "实时 ×1 · 快 30 分钟". It always runs at speed 1. */
export function aheadText(aheadMs: number): string {
  const minutes = Math.round(Math.abs(aheadMs) / MINUTE_MS)
  if (minutes === 0) return '×1 实时'
  const days = Math.floor(minutes / 1_440)
  const hours = Math.floor((minutes % 1_440) / 60)
  const text = [days && `${days} 天`, hours && `${hours} 小时`, minutes % 60 && `${minutes % 60} 分`].filter(
    Boolean,
  )
  return `×1 · 比现实${aheadMs > 0 ? '快' : '慢'} ${text.join(' ')}`
}

/**
 * The cloud's clock, kept going between its announcements. It runs at the speed of this machine's clock, moved by what
 * the cloud last said.
 */
export function cloudClock(onTick: (now: number) => void) {
  let ahead = 0
  const now = () => machineNow() + ahead
  setInterval(() => onTick(now()), 1_000)
  return {
    now,
    set(at: number) {
      ahead += at - now()
      onTick(at)
    },
  }
}
export type CloudClock = ReturnType<typeof cloudClock>
