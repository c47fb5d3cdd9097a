import assert from 'node:assert/strict'
import { DAY_MS, HOUR_MS, MINUTE_MS, startOfShopDay } from '@shared/kernel/time'
import { chen } from '../../local-cloud/seed/people'
import { closePaySheet, pay, pickupCode, submit, toCheckout } from './stage/customer'
import type { RunningShop } from './stage/shop'
import type { LonePhone, StoryOf } from './stage/world'

const REMINDER = '待付款提醒'
/** How long before an order ends by itself it is reminded of, and when it has ended. */
const TO_REMINDER_MS = 16 * MINUTE_MS
const TO_END_MS = 45 * MINUTE_MS

type Notice = { readonly title: string }
async function remindersOf({ cloudUrl }: RunningShop): Promise<number> {
  const answer = await fetch(`${cloudUrl}/wechat/inbox?openid=${chen.openid}`)
  const { notices } = (await answer.json()) as { notices: readonly Notice[] }
  return notices.filter(({ title }) => title === REMINDER).length
}

/** Ten in the morning, when messages may go out: the next day's where it is later. */
async function tillDecent(shop: RunningShop): Promise<void> {
  const now = await shop.now()
  const ten = startOfShopDay(now) + 10 * HOUR_MS
  await shop.advance(now <= ten ? ten - now : ten + DAY_MS - now)
}

/** Submits with messages allowed, closes the pay sheet and goes. */
async function leavesIt(phone: LonePhone): Promise<void> {
  await toCheckout(phone)
  await submit(phone)
  await closePaySheet(phone)
  await phone.see('继续支付')
  await phone.back()
}

/** 小陈 leaves with a paid order and an empty cart. */
export const leavesUnpaid: StoryOf = {
  name: '下单没付就走：只提醒一次，点开已取消就再来一单；同一周再走一次不再提醒，店主看得到为什么',
  async play({ shop, phoneOf }) {
    await tillDecent(shop)
    const phone = await phoneOf('chen')
    const before = await remindersOf(shop)
    await leavesIt(phone)
    await shop.advance(TO_REMINDER_MS)
    const notice = phone.wechat.getByLabel(new RegExp(`服务通知 ${REMINDER}`))
    await notice.waitFor()
    await phone.keep('left-reminder')
    assert.equal(await remindersOf(shop), before + 1)
    await shop.advance(TO_END_MS - TO_REMINDER_MS)
    assert.equal(await remindersOf(shop), before + 1, 'one order is one message')
    await notice.click()
    await phone.see('超过支付时间，订单已自动取消')
    await phone.keep('left-ended')
    await phone.tap('再来一单')
    await phone.see('已放进购物车')
    await phone.tap('去结算')
    await phone.see('提交订单')
    await submit(phone, '取消')
    await pay(phone)
    await pickupCode(phone)
    await phone.back()
    await leavesAgain(phone, shop, before + 1)
    await ownerReads(await phoneOf('zhou'))
  },
}

async function leavesAgain(phone: LonePhone, shop: RunningShop, heard: number): Promise<void> {
  await leavesIt(phone)
  await shop.advance(TO_END_MS)
  assert.equal(await remindersOf(shop), heard, 'no second one in the same week')
  await shop.advance(DAY_MS)
}

async function ownerReads(zhou: LonePhone): Promise<void> {
  await zhou.tab('我的')
  await zhou.tap('门店工作台')
  await zhou.tap('没付完的单', '.home-entries')
  await zhou.see('已开启')
  await zhou.see('提醒已发')
  await zhou.see('提醒未发送')
  await zhou.see(/这周提醒过，就不发提醒/)
  await zhou.see('还没有选要发的券')
  await zhou.keep('left-orders')
  await zhou.tap('改设置')
  await zhou.see('发哪张券')
  await zhou.keep('left-edit')
}
