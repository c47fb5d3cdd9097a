import { MINUTE_MS } from '@shared/kernel/time'
import { onBoard, tapOnBoard, toBoard, turnTo } from './stage/counter'
import { pay, pickupCode, submit, toCheckout } from './stage/customer'
import type { StoryOf } from './stage/world'

export const refused: StoryOf = {
  name: '店主拒单写了理由：顾客收到退款和理由',
  async play(world) {
    const chen = await world.phoneOf('chen')
    await toCheckout(chen)
    await submit(chen)
    await pay(chen)
    const code = await pickupCode(chen)
    const zhou = await world.phoneOf('zhou')
    await toBoard(zhou)
    await tapOnBoard(zhou, code, '拒单退款')
    await zhou.tap('店里太忙，来不及做')
    await zhou.keep('board-refuse-sheet')
    await zhou.tap(/^拒单并退款 ¥/)
    await zhou.see(/^确定退款 ¥/)
    await zhou.keep('board-refuse-dialog')
    await zhou.tap('拒单并退款', '.ui-dialog__buttons')
    await onBoard(zhou, code).waitFor({ state: 'detached' })
    await chen.wechat.getByLabel(/服务通知 退款/).click()
    await chen.see(/店里太忙，来不及做/)
    await chen.see(/18 正在原路退回/)
    await chen.keep('order-refunding')
    // the sweep finds that the money has arrived
    await world.shop.advance(31 * MINUTE_MS)
    await chen.back()
    await chen.back()
    await chen.tab('订单')
    await chen.tap('拿铁')
    await chen.see(/18 已原路退回/)
    await chen.keep('order-refunded')
  },
}

export const noConsent: StoryOf = {
  name: '没同意接收消息也照常做，店员知道要叫号',
  async play(world) {
    const chen = await world.phoneOf('chen')
    await toCheckout(chen)
    await submit(chen, '取消')
    await pay(chen)
    const code = await pickupCode(chen)
    const zhou = await world.phoneOf('zhou')
    await toBoard(zhou)
    await tapOnBoard(zhou, code, '接单')
    await turnTo(zhou, '制作中')
    await tapOnBoard(zhou, code, '做好了，叫号')
    await turnTo(zhou, '待取餐')
    await onBoard(zhou, code).getByText('顾客没有订阅通知，请叫号').waitFor()
    await chen.see('做好了，请到柜台取餐')
  },
}

export const paused: StoryOf = {
  name: '店主暂停接单，顾客马上知道；恢复后又能下单',
  async play(world) {
    const zhou = await world.phoneOf('zhou')
    await toBoard(zhou)
    await zhou.tap('接单中')
    await zhou.tap('暂停接单', '.ui-dialog__buttons')
    await zhou.see('暂停接单中，顾客现在不能下单')
    await zhou.keep('board-paused')
    const chen = await world.phoneOf('chen')
    await chen.tab('点单')
    await chen.find('.store-head__today--closed').waitFor()
    await chen.keep('menu-paused')
    await zhou.tap('已暂停')
    await zhou.see('接单中')
  },
}
