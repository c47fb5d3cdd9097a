import { MINUTE_MS } from '@shared/kernel/time'
import { anOrderView, NOW } from '../../../tests/builders/shop-views'
import { acceptanceWords, queueWords, stateLabel, stateWords, stepsOf } from './steps'

const names = (over: Parameters<typeof anOrderView>[0]) =>
  stepsOf(anOrderView(over)).map((s) => `${s.name}${s.now ? '*' : s.reached ? '+' : ''}`)

it.each([
  ['pickup', 'paid', ['已付款*', '制作中', '可取餐']],
  ['pickup', 'ready', ['已付款+', '制作中+', '可取餐*']],
  ['preorder', 'making', ['已付款+', '已接单*', '可取餐']],
  ['delivery', 'paid', ['已付款*', '制作中', '配送中', '已送达']],
  ['delivery', 'ready', ['已付款+', '制作中*', '配送中', '已送达']],
  ['delivery', 'delivering', ['已付款+', '制作中+', '配送中*', '已送达']],
  ['delivery', 'done', ['已付款+', '制作中+', '配送中+', '已送达*']],
  ['delivery', 'refunded', []],
  ['pickup', 'pendingPay', []],
] as const)('shows the way of a %s order that is %s', (way, state, steps) => {
  expect(names({ way, state })).toEqual(steps)
})

it('never says 可取餐 of a delivery', () => {
  const ready = anOrderView({ way: 'delivery', state: 'ready' })
  expect([stateLabel(ready), stateWords(ready)]).toEqual(['待配送', '做好了，马上出发'])
})

it.each([
  [10 * MINUTE_MS, '10 分钟内没接单会自动退款'],
  [10 * MINUTE_MS - 1, '10 分钟内没接单会自动退款'],
  [9 * MINUTE_MS, '9 分钟内没接单会自动退款'],
  [1, '1 分钟内没接单会自动退款'],
  [0, '门店没有接单，正在为你退款'],
  [90 * MINUTE_MS, '到 11:30 没接单会自动退款'],
])('tells until when the shop must accept (%i ms left)', (left, words) => {
  expect(acceptanceWords(anOrderView({ state: 'paid', acceptBefore: NOW + left }), NOW)).toBe(words)
})

it('tells a pre-order’s deadline with its day, and that it is taken on, not that it is made', () => {
  const ahead = anOrderView({ way: 'preorder', state: 'paid', acceptBefore: NOW + 21 * 60 * MINUTE_MS })
  expect(acceptanceWords(ahead, NOW)).toBe('到明早 07:00 没接单会自动退款')
  expect(stateWords(ahead)).toBe('门店会在取餐前接单')
  expect(stateLabel({ ...ahead, state: 'making' })).toBe('已接单')
})

it('says how a delivery came to be done when nobody at the store marked it', () => {
  const done = anOrderView({ way: 'delivery', state: 'done' })
  expect(stateWords(done)).toBe('谢谢光临，下次见')
  const closedReason = '门店没有标记送达，打烊后自动完成。没收到请联系门店'
  expect(stateWords({ ...done, closedReason })).toBe(closedReason)
})

it('says nothing of acceptance once it is accepted', () => {
  expect(acceptanceWords(anOrderView({ state: 'making' }), NOW)).toBe('')
})

it('tells the queue, and when it is ready or there', () => {
  const queue = { ahead: 5, readyAt: NOW + 12 * MINUTE_MS }
  const order = anOrderView({ state: 'making' })
  expect(queueWords(order, queue, 0, NOW)).toBe('前面还有 5 杯，预计 10:12 可取')
  expect(queueWords(order, { ...queue, ahead: 0 }, 0, NOW)).toBe('马上轮到你，预计 10:12 可取')
  expect(queueWords(anOrderView({ way: 'delivery' }), queue, 30, NOW)).toBe('前面还有 5 杯，预计 10:42 送到')
  const riding = anOrderView({ way: 'delivery', state: 'delivering', deliveringAt: NOW })
  expect(queueWords(riding, null, 30, NOW)).toBe('预计 10:30 送到')
  expect(queueWords(order, null, 0, NOW)).toBe('')
})

it('says that an estimate was missed once its minute is over', () => {
  const riding = anOrderView({ way: 'delivery', state: 'delivering', deliveringAt: NOW })
  const until = (minutes: number) => NOW + minutes * MINUTE_MS
  expect(queueWords(riding, null, 30, until(31) - 1)).toBe('预计 10:30 送到')
  expect(queueWords(riding, null, 30, until(31))).toBe('比预计的 10:30 晚了，还没收到可以打电话问门店')
  expect(queueWords(riding, null, 0, until(31))).toBe('')
  const making = anOrderView({ state: 'making' })
  const queue = { ahead: 5, readyAt: until(12) }
  expect(queueWords(making, queue, 0, until(13) - 1)).toMatch(/^前面还有 5 杯/)
  expect(queueWords(making, queue, 0, until(13))).toBe('比预计的慢了些，请再等等')
  expect(queueWords(anOrderView({ way: 'delivery', state: 'making' }), queue, 30, until(13))).toMatch(
    /10:42 送到$/,
  )
})
