import assert from 'node:assert/strict'
import { chen } from '../../local-cloud/seed/people'
import { chooseLatte, pay, pickupCode, putIntoCart, submit } from './stage/customer'
import { orderIdOf, pickInWeChat, typeInto } from './stage/form'
import { giveCoupons } from './stage/gifts'
import { onTheFloor } from './stage/shop-floor'
import type { LonePhone, StoryOf, World } from './stage/world'

/** 小陈 is a member without coupons and without an address; the story leaves an address and a delivered order. */
export const delivers: StoryOf = {
  name: '外送：在地图上选地址，配送费按距离算，免配送费券抵掉，送不到的地址说清楚，一路看到送达',
  async play(world) {
    const { shop, phoneOf } = world
    const now = await shop.now()
    const free = { kind: 'freeDelivery', capFen: 500, thresholdFen: 0 } as const
    await giveCoupons(shop.cloudUrl, chen.openid, [{ title: '免配送费券', benefit: free }], now)
    const phone = await phoneOf('chen')
    await phone.see('外送')
    await phone.keep('home-ways')
    await phone.tap('外送', '.entries')
    await choosesALatte(phone)
    await writesAnAddress(phone)
    await phone.see(/距门店 .* m/)
    await phone.text('-¥2', '.checkout-goods').waitFor()
    await phone.keep('checkout-delivery')
    await triesFarAway(phone)
    await paysAndFollows(world, phone)
  },
}

async function choosesALatte(phone: LonePhone): Promise<void> {
  await phone.see(/起送 ¥15/)
  await chooseLatte(phone)
  await putIntoCart(phone)
  await phone.see(/免配送费$/)
  await phone.keep('menu-delivery')
  await phone.tap('去结算')
  await phone.see('送到哪里？选一个收货地址')
  await phone.keep('checkout-delivery-no-address')
}

async function writesAnAddress(phone: LonePhone): Promise<void> {
  await phone.tap('选收货地址')
  await phone.see('从微信地址导入')
  await phone.tap('保存')
  await phone.see('请填写收货人')
  await phone.tap('从微信地址导入')
  await pickInWeChat(phone, /3 号宿舍楼 502/)
  await phone.see('再在地图上点一下，才算得出配送距离')
  await phone.keep('address-imported')
  await phone.tap('在地图上选')
  await phone.wechat.getByRole('button', { name: '允许', exact: true }).click()
  await pickInWeChat(phone, '3 号宿舍楼')
  await typeInto(phone, '楼号、楼层、房间', '502 室')
  await phone.keep('address-form')
  await phone.tap('保存')
}

async function triesFarAway(phone: LonePhone): Promise<void> {
  await phone.tap(/3 号宿舍楼 502 室/)
  await phone.tap('新增地址')
  await phone.tap('在地图上选')
  await pickInWeChat(phone, '江望大厦')
  await typeInto(phone, '怎么称呼', '林')
  await typeInto(phone, '骑手联系用', '13800000018')
  await phone.tap('保存')
  await phone.see(/超出 3.0 km 的配送范围/)
  await phone.see('换个地址')
  await phone.keep('checkout-too-far')
  await phone.tap('换个地址')
  await phone.see(/超出配送范围/)
  await phone.keep('address-picker')
  await phone.tap(/3 号宿舍楼 502 室/)
  await phone.see('提交订单')
}

async function paysAndFollows({ shop }: World, phone: LonePhone): Promise<void> {
  const price = (await phone.find('.checkout-bar .ui-money').innerText()).replace(/[^\d.]/g, '')
  assert.equal(price, '18', '18 yuan, 2 for the delivery, 2 off by the coupon')
  await submit(phone)
  await pay(phone)
  await phone.see('已付款')
  await phone.see(/分钟内没接单会自动退款/)
  await phone.keep('order-delivery-paid')
  const id = await orderIdOf(phone)
  await onTheFloor(shop.cloudUrl, id, 'accept')
  await phone.see(/预计 .* 送到/, 60_000)
  await onTheFloor(shop.cloudUrl, id, 'ready', 'deliver')
  await phone.see('已经出发，正在送来', 60_000)
  await phone.keep('order-delivering')
  await onTheFloor(shop.cloudUrl, id, 'handOver')
  // while it rides the page asks nothing by itself: it is looked at again
  await phone.back()
  await phone.tab('订单')
  await phone.tap('拿铁')
  await phone.see('谢谢光临，下次见')
  await phone.keep('order-delivered')
}

/** The coupon of the story comes back with the money: nobody had accepted. */
export const givesBack: StoryOf = {
  name: '没接单前自己退：先问一句，钱和券都回来',
  async play({ shop, phoneOf }) {
    const off = { kind: 'amountOff', offFen: 300, thresholdFen: 1000 } as const
    await giveCoupons(shop.cloudUrl, chen.openid, [{ title: '满 10 减 3', benefit: off }], await shop.now())
    const phone = await phoneOf('chen')
    await chooseLatte(phone)
    await putIntoCart(phone)
    await phone.tap('去结算')
    await phone.see(/满 10 减 3 · 已选最优惠/)
    await submit(phone)
    await pay(phone)
    await pickupCode(phone)
    await phone.see('取餐码')
    await phone.keep('order-pickup-qr')
    await phone.tap('申请退款')
    await phone.see('退掉这一单？')
    await phone.keep('order-refund-dialog')
    await phone.tap('申请退款', '.ui-dialog__buttons')
    await phone.see('退款')
    await phone.keep('order-refund-asked')
    await phone.tap('再来一单')
    await phone.tap('去结算')
    await phone.see(/满 10 减 3 · 已选最优惠/)
  },
}
