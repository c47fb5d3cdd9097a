import { DAY_MS, HOUR_MS } from '@shared/kernel/time'
import { dayWords, soonestWords, whenWords } from './when'

/** A time of 2026-11-25 (a Wednesday) in the shop's zone, or of a day after it. */
const at = (hour: number, minute = 0, days = 0) => Date.UTC(2026, 10, 25, hour - 8, minute) + days * DAY_MS
const NOW = at(21, 59)

it.each([
  [at(22), '今晚 22:00'],
  [at(12), '今天 12:00'],
  [at(7, 20), '今早 07:20'],
  [at(7, 20, 1), '明早 07:20'],
  [at(12, 0, 1), '明天 12:00'],
  [at(18, 0, 1), '明晚 18:00'],
  [at(7, 20, 2), '后天 07:20'],
  [at(7, 20, 3), '周六 11-28 07:20'],
])('says when something is handed out, as a shop says it', (then, words) => {
  expect(whenWords(then, NOW)).toBe(words)
})

it('turns the day at the shop’s midnight', () => {
  expect(dayWords(at(0, 0, 1), at(23, 59))).toBe('明天')
  expect(dayWords(at(0, 0, 1), at(0, 0, 1))).toBe('今天')
})

it('names the soonest slot that is not cut off, until the very minute', () => {
  const store = {
    specialDays: {},
    preorder: {
      daysAhead: 1,
      points: [{ id: 'd3', name: '3 号宿舍楼下', address: '' }],
      slots: [
        {
          id: 'early',
          pointId: 'd3',
          atMinute: 7 * 60 + 20,
          cutoffDays: 1,
          cutoffMinute: 22 * 60,
          capacity: 20,
          days: [],
        },
      ],
    },
  }
  expect(soonestWords(store, NOW)).toBe('最早 明早 07:20 · 3 号宿舍楼下')
  expect(soonestWords(store, at(22))).toBe('现在没有可以预订的时间')
  expect(soonestWords(store, at(22) + 2 * HOUR_MS)).toBe('最早 明早 07:20 · 3 号宿舍楼下')
  expect(soonestWords({ specialDays: {}, preorder: null }, NOW)).toBe('现在没有可以预订的时间')
})
