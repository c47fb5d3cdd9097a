import { MINUTE_MS } from '@shared/kernel/time'
import { closePaySheet, pay, pickupCode, submit, toCheckout } from './stage/customer'
import type { StoryOf } from './stage/world'

/** A page that waits for a payment looks less and less often. */
const BY_ITSELF_MS = 60_000

/** 阿May has a few coupons; the order that she leaves unpaid holds it. */
export const unpaidCloses: StoryOf = {
  name: '没付的订单三十分钟后自己取消，券回到卡包',
  async play(world) {
    const may = await world.phoneOf('may')
    await toCheckout(may)
    await may.see(/已选最优惠/)
    await submit(may)
    await closePaySheet(may)
    await may.see('待支付')
    await may.see(/商品和优惠已为你留好/)
    await may.keep('order-unpaid')
    await may.back()
    await toCheckout(may)
    await may.tap('优惠券', '.ui-field')
    await may.see('正用在另一个待支付的订单上')
    await may.find('[aria-label="关闭"]').click()
    await may.back()
    await may.tab('订单')
    await may.tap('去支付')
    await may.see('继续支付')
    await world.shop.advance(31 * MINUTE_MS)
    await may.see('超过支付时间，订单已自动取消', BY_ITSELF_MS)
    await may.gone('继续支付')
    await may.keep('order-closed')
    await may.back()
    await may.tab('点单')
    await may.tap('去结算')
    await may.see(/已选最优惠/)
  },
}

export const paysLater: StoryOf = {
  name: '在支付页点了取消，再继续支付',
  async play(world) {
    const may = await world.phoneOf('may')
    await toCheckout(may)
    await submit(may)
    await closePaySheet(may)
    await may.tap('继续支付')
    await pay(may)
    await pickupCode(may)
    await may.see('门店马上接单')
  },
}

export const givesUp: StoryOf = {
  name: '取消没付的订单要先问一句，取消后可以再来一单',
  async play(world) {
    const chen = await world.phoneOf('chen')
    await toCheckout(chen)
    await submit(chen, '取消')
    await closePaySheet(chen)
    await chen.tap('取消订单')
    await chen.see('取消这个订单？')
    await chen.keep('order-cancel-dialog')
    await chen.tap('取消订单', '.ui-dialog__buttons')
    await chen.see('你取消了订单')
    // WeChat closes a payment five minutes after it was made at the earliest; only then it is over
    await world.shop.advance(6 * MINUTE_MS)
    await chen.back()
    await chen.tab('订单')
    await chen.tap('再来一单')
    await chen.see('去结算')
  },
}
