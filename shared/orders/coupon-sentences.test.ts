import type { CouponVerdict } from './contract'
import { couponSentence } from './coupon-sentences'

const sentence = (why: CouponVerdict['why'], offFen = 0, slot: CouponVerdict['slot'] = 'order') =>
  couponSentence({ why, offFen, slot })

it.each([
  [{ code: 'BEST' }, '已为你选最优惠，减 ¥5'],
  [{ code: 'USABLE' }, '可用，减 ¥5'],
  [{ code: 'BELOW_THRESHOLD', shortFen: 350 }, '还差 ¥3.5 可用'],
  [{ code: 'TOO_FEW', short: 2 }, '再加 2 件适用商品可用'],
  [{ code: 'OUT_OF_SCOPE' }, '还没有选适用的商品'],
  [{ code: 'NOTHING_OFF' }, '现在的价格已经更低，用不上'],
  [{ code: 'ADDRESS_NEEDED' }, '选好地址，知道配送费再用'],
  [{ code: 'TOO_FAR' }, '地址超出配送范围，用不上'],
  [{ code: 'OTHER_STORE' }, '这家门店不能用'],
  [{ code: 'OTHER_WAY', ways: ['delivery'] }, '仅限外送使用'],
  [{ code: 'OTHER_DAY', days: [1, 2, 3, 4, 5] }, '仅限周一至周五使用'],
  [{ code: 'OTHER_HOUR', hours: [{ from: 840, to: 1020 }] }, '仅限 14:00–17:00 使用'],
  [{ code: 'NOT_YET', startsAt: Date.UTC(2026, 10, 30, 16) }, '2026-12-01 00:00 起可用'],
  [{ code: 'EXPIRED' }, '已过期'],
  [{ code: 'HELD' }, '正用在另一个待支付的订单上'],
] satisfies [CouponVerdict['why'], string][])('says of %j: %s', (why, words) => {
  expect(sentence(why, 500)).toBe(words)
})

it('says of a delivery coupon without effect that there is no fee', () => {
  expect(sentence({ code: 'NOTHING_OFF' }, 0, 'delivery')).toBe('这一单没有配送费，用不上')
})
