import { DAY_MS, HOUR_MS, MINUTE_MS } from '@shared/kernel/time'
import { aBoardOrder, NOW } from '../../../tests/builders/shop-views'
import { dayWord, isUrgent, maskName, noticeOf, slotAge, stateLabel, urgentWords, wayOf } from './words'

const urgent = aBoardOrder({
  paidAt: NOW - 6 * MINUTE_MS,
  remindedAt: NOW - MINUTE_MS,
  acceptBefore: NOW + 9 * MINUTE_MS,
})

it('says how long nobody has accepted an order and when it goes back by itself', () => {
  expect(urgentWords(urgent, NOW)).toBe('已等 6 分钟，再过 9 分钟会自动退款')
  expect(urgentWords(urgent, NOW + 8.5 * MINUTE_MS)).toBe('已等 14 分钟，再过 1 分钟会自动退款')
  expect(urgentWords(urgent, NOW + 9 * MINUTE_MS)).toBe('已等 15 分钟，正在自动退款')
  expect(urgentWords({ ...urgent, paidAt: NOW - 26 * HOUR_MS }, NOW)).toBe('已等 1 天，再过 9 分钟会自动退款')
})

it('is urgent only while it is waited for, and only once somebody was reminded', () => {
  expect(isUrgent(urgent)).toBe(true)
  expect(isUrgent({ ...urgent, remindedAt: null })).toBe(false)
  expect(isUrgent({ ...urgent, state: 'making' })).toBe(false)
  expect(urgentWords({ ...urgent, state: 'making' }, NOW)).toBe('')
})

it('calls days as people do, by the shop’s calendar', () => {
  // 10:00 in the shop
  expect(dayWord(NOW, NOW)).toBe('今天')
  expect(dayWord(NOW + 14 * HOUR_MS - 1, NOW)).toBe('今天')
  expect(dayWord(NOW + 14 * HOUR_MS, NOW)).toBe('明天')
  expect(dayWord(NOW + 2 * DAY_MS, NOW)).toBe('后天')
  expect(dayWord(NOW + 3 * DAY_MS, NOW)).toBe('11月25日')
  expect(dayWord(NOW - DAY_MS, NOW)).toBe('11月21日')
})

it('hurries a pre-order by its slot, not by when it was paid', () => {
  expect(slotAge(NOW + 20 * HOUR_MS, NOW)).toEqual({ text: '', late: false })
  expect(slotAge(NOW + 35 * MINUTE_MS, NOW)).toEqual({ text: '还有 35 分钟', late: false })
  expect(slotAge(NOW + 10 * MINUTE_MS, NOW)).toEqual({ text: '还有 10 分钟', late: true })
  expect(slotAge(NOW - 5 * MINUTE_MS, NOW)).toEqual({ text: '过了 5 分钟', late: true })
})

it('says where an order goes, and what a delivery is waiting for', () => {
  const destination = { name: '', phone: '', address: '', lat: 0, lng: 0, distanceM: 1240 }
  expect(wayOf({ way: 'delivery', table: null, destination })).toBe('外送 · 1.2 km')
  expect(wayOf({ way: 'dineIn', table: 'A3', destination: null })).toBe('堂食 · A3 桌')
  expect(wayOf({ way: 'preorder', table: null, destination: null })).toBe('预订')
  expect(stateLabel({ state: 'ready', way: 'delivery' })).toBe('待配送')
  expect(stateLabel({ state: 'ready', way: 'pickup' })).toBe('可取餐')
})

it('asks to call a number out where the customer comes for it, and never for a delivery', () => {
  expect(noticeOf({ state: 'ready', way: 'pickup', notice: 'failed' })).toBe('通知没有送到，请叫号')
  expect(noticeOf({ state: 'ready', way: 'delivery', notice: 'failed' })).toBe('')
  expect(noticeOf({ state: 'making', way: 'pickup', notice: 'failed' })).toBe('')
})

it('shows of a name what is needed at a door', () => {
  expect(maskName('林小满')).toBe('林**')
  expect(maskName('欧阳大明明')).toBe('欧**')
  expect(maskName('王')).toBe('王')
  expect(maskName('')).toBe('')
})
