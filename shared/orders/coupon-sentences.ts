import { hoursText } from '../catalogue/opening'
import { daysWords, waysWords } from '../coupons/scope-words'
import { yuan } from '../kernel/money'
import { shopDateTime } from '../kernel/time'
import type { CouponVerdict } from './quote-contract'

/** Why a coupon is (not) used, as it stands beside it. */
export function couponSentence({
  why,
  offFen,
  slot,
}: Pick<CouponVerdict, 'why' | 'offFen' | 'slot'>): string {
  switch (why.code) {
    case 'BEST':
      return `已为你选最优惠，减 ¥${yuan(offFen)}`
    case 'USABLE':
      return `可用，减 ¥${yuan(offFen)}`
    case 'BELOW_THRESHOLD':
      return `还差 ¥${yuan(why.shortFen)} 可用`
    case 'TOO_FEW':
      return `再加 ${why.short} 件适用商品可用`
    case 'OUT_OF_SCOPE':
      return '还没有选适用的商品'
    case 'NOTHING_OFF':
      return slot === 'delivery' ? '这一单没有配送费，用不上' : '现在的价格已经更低，用不上'
    case 'ADDRESS_NEEDED':
      return '选好地址，知道配送费再用'
    case 'TOO_FAR':
      return '地址超出配送范围，用不上'
    case 'OTHER_STORE':
      return '这家门店不能用'
    case 'OTHER_WAY':
      return `仅限${waysWords(why.ways)}使用`
    case 'OTHER_DAY':
      return `仅限${daysWords(why.days)}使用`
    case 'OTHER_HOUR':
      return `仅限 ${hoursText(why.hours)} 使用`
    case 'NOT_YET':
      return `${shopDateTime(why.startsAt)} 起可用`
    case 'EXPIRED':
      return '已过期'
    case 'HELD':
      return '正用在另一个待支付的订单上'
  }
}
