import { pay, submit, toCheckout } from './stage/customer'
import { orderIdOf } from './stage/form'
import { onTheFloor } from './stage/shop-floor'
import type { LonePhone, StoryOf } from './stage/world'

export const memberPages: StoryOf = {
  name: '会员卡、等级权益、会员码、积分明细和生日：熟客阿May 看得到自己的一切',
  async play(world) {
    const may = await world.phoneOf('may')
    await may.see(/阿May，欢迎回来/)
    await may.keep('home-member')
    await may.tab('我的')
    await may.see('熟客')
    await may.see(/再消费 ¥\d+(\.\d+)? 升级常客/)
    await may.keep('me-member')
    await may.tap('等级权益')
    await may.see('近 90 天满 ¥600')
    await may.keep('tier-sheet')
    await may.find('[aria-label="关闭"]').click()
    await may.tap('会员码')
    await may.see(/给店员扫一下/)
    await may.keep('member-code')
    await may.back()
    await may.tap('积分')
    await may.see('下单赚取')
    await may.see('门店赠送')
    await may.see('没有更早的明细了')
    await may.keep('points')
    await may.back()
    await tellsBirthday(may)
  },
}

async function tellsBirthday(may: LonePhone): Promise<void> {
  await may.find('.member-card__who').click()
  await may.tap('同意并继续')
  await may.wechat.getByRole('button', { name: '同意', exact: true }).click()
  await may.tap('选择')
  await may.keep('profile-birthday-picker')
  await may.tap('确定')
  await may.see('生日是 1 月 1 日？')
  await may.keep('profile-birthday-dialog')
  await may.tap('就是这天')
  await may.see('填过了，不能再改')
  await may.keep('profile-birthday')
}

const LATTE = 18

/** 小陈 is a member without points when it begins; the story leaves a latte handed over and its points. */
export const earnsAndSpends: StoryOf = {
  name: '积分：付款就到账，下一单抵着用，退款时抵掉的回来、赚到的收回',
  async play({ shop, phoneOf }) {
    const chen = await phoneOf('chen')
    const before = await pointsOf(chen)
    await toCheckout(chen)
    await submit(chen, '取消')
    await pay(chen)
    await chen.see('已付款')
    await onTheFloor(shop.cloudUrl, await orderIdOf(chen), 'accept', 'ready', 'handOver')
    await chen.back()
    await hasPoints(chen, before + LATTE)

    await toCheckout(chen)
    await chen.find('[aria-label="用积分抵扣"]').click()
    await chen.see(`已用 ${before + LATTE} 积分抵 ¥0.${before + LATTE}`)
    await chen.keep('checkout-points')
    await submit(chen, '取消')
    await pay(chen)
    await chen.see('已付款')
    await givesItBack(chen, before)
  },
}

/** A yuan is missing to the next whole one, so it earned a point less. */
async function givesItBack(chen: LonePhone, before: number): Promise<void> {
  await chen.back()
  await hasPoints(chen, LATTE - 1)
  await chen.tap('积分')
  await chen.see(`−${before + LATTE}`)
  await chen.see(`+${LATTE - 1}`)
  await chen.keep('points-spent')
  await chen.back()
  await chen.tab('订单')
  await chen.tap('拿铁')
  await chen.tap('申请退款')
  await chen.tap('申请退款', '.ui-dialog__buttons')
  await chen.see('退款')
  await chen.back()
  await hasPoints(chen, before + LATTE)
  await chen.tap('积分')
  await chen.see('抵扣返还')
  await chen.see('退款收回')
  await chen.keep('points-refunded')
}

/** The balance that the phone heard when it was opened. */
async function pointsOf(phone: LonePhone): Promise<number> {
  await phone.tab('我的')
  return Number(await phone.find('.member-card__balance').innerText())
}

/** Waits for this balance: what an order moved is asked for when the page is shown, and the old one stands until then. */
async function hasPoints(phone: LonePhone, points: number): Promise<void> {
  await phone.tab('我的')
  await phone.text(String(points), '.member-card__points').waitFor()
}
