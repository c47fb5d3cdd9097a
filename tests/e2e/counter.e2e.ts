import { MINUTE_MS } from '@shared/kernel/time'
import { onBoard, tapOnBoard, toBoard, turnTo } from './stage/counter'
import { chooseLatte, pay, pickupCode, putIntoCart, submit, toCheckout } from './stage/customer'
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

/** The counter gives one of two lattes back, and scans the other away. */
export const partBackAndScanned: StoryOf = {
  name: '退一杯留一杯：退款到账，顾客看得到；剩下的扫取餐码交付',
  async play(world) {
    const chen = await world.phoneOf('chen')
    await chooseLatte(chen)
    await putIntoCart(chen)
    await toCheckout(chen)
    await submit(chen)
    await pay(chen)
    const code = await pickupCode(chen)
    const zhou = await world.phoneOf('zhou')
    await toBoard(zhou)
    await tapOnBoard(zhou, code, '接单')
    await turnTo(zhou, '制作中')
    await onBoard(zhou, code).getByLabel(`${code} 更多`).click()
    await zhou.tap('退款')
    await zhou.find('[aria-label="加一份"]').click()
    await zhou.tap('漏做了')
    await zhou.keep('board-refund-sheet')
    await zhou.tap(/^退 ¥18 给顾客$/)
    await zhou.tap('确定退款')
    await onBoard(zhou, code).getByText('已退 ¥18').waitFor()
    await onBoard(zhou, code).getByLabel(`${code} 更多`).click()
    await zhou.tap('小票')
    await zhou.see(/已退 1 份/)
    await zhou.keep('board-ticket')
    await zhou.find('[aria-label="关闭"]').click()
    await tapOnBoard(zhou, code, '做好了，叫号')
    await chen.see('做好了，请到柜台取餐', 60_000)
    await chen.see(/漏做了/)
    const qr = await chen.find('.pickup-qr__picture').screenshot()
    await zhou.tap('扫码交付')
    const picture = { name: 'qr.png', mimeType: 'image/png', buffer: qr }
    await zhou.wechat.locator('input[type=file]').setInputFiles(picture)
    await zhou.see('已交给顾客')
    await zhou.text(code, '.hand-over').waitFor()
    await zhou.keep('board-scanned')
  },
}

/** Nobody looks at the counter: the money comes back without anybody's doing. */
export const unaccepted: StoryOf = {
  name: '一直没人接单：先催一次，到点自动退款，顾客收到通知',
  async play(world) {
    const chen = await world.phoneOf('chen')
    await toCheckout(chen)
    await submit(chen)
    await pay(chen)
    const code = await pickupCode(chen)
    await world.shop.advance(7 * MINUTE_MS)
    const zhou = await world.phoneOf('zhou')
    await toBoard(zhou)
    await onBoard(zhou, code)
      .getByText(/会自动退款/)
      .waitFor()
    await zhou.keep('board-urgent')
    await world.shop.advance(10 * MINUTE_MS)
    await chen.wechat.getByLabel(/服务通知 退款/).click()
    await chen.see(/门店没能及时接单/)
    await chen.keep('order-unaccepted')
  },
}
