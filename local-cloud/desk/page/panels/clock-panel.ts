import { fill, h, inBackground } from '../../common/dom'
import { doors } from '../../common/doors'
import { DAY_MS, HOUR_MS, MINUTE_MS, startOfShopDay } from '@shared/kernel/time'
import { aheadText, clockText, cloudClock, dayText, machineNow } from '../../common/time'

const OPENING_MS = 7.5 * HOUR_MS
const JUMPS = [
  { label: '+1 分', ms: MINUTE_MS },
  { label: '+10 分', ms: 10 * MINUTE_MS },
  { label: '+30 分', ms: 30 * MINUTE_MS },
  { label: '+1 天', ms: DAY_MS },
] as const

/** The cloud's clock and the buttons that move it; what becomes due on the way happens. */
export function clockPanel() {
  const time = h('b', { class: 'clock-time' })
  const day = h('span', { class: 'clock-day' })
  const ahead = h('span', { class: 'clock-ahead' })
  const clock = cloudClock((now) => {
    fill(time, clockText(now))
    fill(day, dayText(now))
    fill(ahead, aheadText(now - machineNow()))
  })
  const move = (moved: Promise<{ now: number }>) => inBackground(moved.then(({ now }) => clock.set(now)))
  const jump = (label: string, ask: () => Promise<{ now: number }>) =>
    h('button', { class: 'chip', on: { click: () => move(ask()) } }, label)
  const element = h(
    'section',
    { class: 'card clock', 'aria-label': '时钟' },
    h('div', { class: 'clock-face' }, time, h('div', {}, day, ahead)),
    h(
      'div',
      { class: 'chips' },
      ...JUMPS.map(({ label, ms }) => jump(label, () => doors.advance(ms))),
      jump('明早 07:30', () => doors.clockTo(startOfShopDay(clock.now()) + DAY_MS + OPENING_MS)),
    ),
  )
  move(doors.clock())
  return { element, clock }
}
