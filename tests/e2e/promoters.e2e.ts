import assert from 'node:assert/strict'
import type { OutputOf } from '@shared/kernel/action'
import { DAY_MS, HOUR_MS } from '@shared/kernel/time'
import type { code } from '@shared/referral/contract'
import { may, xia, zhou } from '../../local-cloud/seed/people'
import { enter } from '../builders/shop-client'
import { chooseLatte, pay, putIntoCart, submit } from './stage/customer'
import { orderIdOf } from './stage/form'
import { onTheFloor } from './stage/shop-floor'
import type { LonePhone, StoryOf } from './stage/world'

/** 小夏 is a member whom 阿May brought, as she may be from an earlier story already. */
async function broughtByMay(cloudUrl: string): Promise<void> {
  const [bringer, friend] = [await enter(cloudUrl, may.openid), await enter(cloudUrl, xia.openid)]
  const target = { kind: 'shop' }
  const made = await bringer.call<OutputOf<typeof code>>('referral.code', { target, channel: 'card' })
  await friend.call('referral.land', { code: made.code })
  await friend.call('members.join', {})
}

const LATTES = 8

/** Eight lattes, paid: so much that what they pay can be withdrawn. */
async function buys(phone: LonePhone): Promise<string> {
  await chooseLatte(phone)
  for (let more = 1; more < LATTES; more++) await phone.find('.spec').getByLabel('加一份').click()
  await putIntoCart(phone)
  await phone.tap('去结算')
  await submit(phone, '取消')
  await pay(phone)
  await phone.see('已付款')
  return orderIdOf(phone)
}

async function toAccount(phone: LonePhone): Promise<void> {
  await phone.tab('我的')
  await phone.tap('邀请好友')
  await phone.tap('推客中心')
  await phone.see('推广商品')
}

/** Near the end of all: the shop's clock goes on by more than a week. 阿May has withdrawn all that she had. */
export const promotes: StoryOf = {
  name: '推客阿May：朋友下单马上记佣金，到期转为可提现，提到微信零钱，两人都得了券；退款收回，欠的写明白',
  async play({ shop, phoneOf }) {
    await broughtByMay(shop.cloudUrl)
    const promoter = await phoneOf('may')
    await toAccount(promoter)
    await promoter.see('可提现（元）')
    await promoter.keep('promoter-empty')
    await promoter.tap('推广商品')
    await promoter.see('没有列出的商品不记佣金')
    await promoter.keep('promoter-products')
    await promoter.tap('拿铁')
    await promoter.see(/^推广这件商品，每单得 \d/)
    await promoter.keep('promoter-product')
    await promoter.find('[aria-label="关闭"]').click()
    await promoter.back()
    await promoter.tap('素材库')
    await promoter.see(/素材|复制文案/)
    await promoter.keep('promoter-materials')
    await promoter.back()

    const friend = await phoneOf('xia')
    const order = await buys(friend)
    await bothRewarded(promoter, friend)
    await promoter.tap('推客中心')
    await promoter.see('朋友收货 7 天后转为可提现')
    await promoter.keep('promoter-promised')
    await onTheFloor(shop.cloudUrl, order, 'accept', 'ready', 'handOver')
    await shop.advance(8 * DAY_MS)
    await withdraws(promoter)
    // WeChat takes a while to hand it over, and tells the shop
    await shop.advance(HOUR_MS)
    await seesLedger(promoter)
    await givenBack(shop.cloudUrl, order)
    await owes(promoter)
  },
}

/** 小夏's first order brought both a coupon, whatever becomes of the commission. */
async function bothRewarded(promoter: LonePhone, friend: LonePhone): Promise<void> {
  await promoter.back()
  await promoter.back()
  await promoter.tap('邀请好友')
  await promoter.text('已得奖励', '.friend-row').waitFor()
  await promoter.keep('invite-rewarded')
  await friend.back()
  await friend.tab('我的')
  await friend.tap('优惠券')
  await friend.text('满 16 减 4', '.coupon-card').waitFor()
  await friend.keep('wallet-brought')
}

/** Handed over and gone back all the same: the owner gives back every cup. */
async function givenBack(cloudUrl: string, orderId: string): Promise<void> {
  const owner = await enter(cloudUrl, zhou.openid)
  const whole = { units: [{ line: 0, units: LATTES }], packaging: false, delivery: false, refundsSeen: 0 }
  await owner.call('manager.refund', { storeId: 'campus', orderId, reason: '顾客不满意', ...whole })
}

/** What was withdrawn already is owed, and nothing can be withdrawn until it is made up for. */
async function owes(phone: LonePhone): Promise<void> {
  await phone.back()
  await phone.tap('推客中心')
  await phone.see(/退款收回的佣金还差 ¥1\d/)
  await phone.tap('明细', '.ui-segments')
  await phone.see('退款收回')
  await phone.keep('promoter-debt')
}

async function withdraws(phone: LonePhone): Promise<void> {
  await phone.back()
  await phone.tap('推客中心')
  await phone.see(/^1\d\.\d\d$/)
  await phone.tap('提现')
  await phone.see('提到哪里')
  await phone.tap('全部')
  await phone.keep('promoter-withdraw')
  await phone.tap(/^提现 ¥1\d\.\d\d$/)
  await phone.tap('提现', '.ui-dialog__buttons')
  await phone.wechat.getByRole('button', { name: '确认收款' }).click()
  await phone.wechat.getByRole('button', { name: '完成', exact: true }).click()
  await phone.see('已提交，处理中')
  await phone.keep('promoter-sent')
  await phone.tap('完成')
  await phone.see('推广商品')
}

async function seesLedger(phone: LonePhone): Promise<void> {
  await phone.back()
  await phone.tap('推客中心')
  await phone.tap('提现记录', '.ui-segments')
  await phone.see('已到账')
  await phone.keep('promoter-payouts')
  await phone.tap('明细', '.ui-segments')
  for (const words of ['提现到账', '申请提现', '到期可提', '朋友下单']) await phone.see(words)
  await phone.keep('promoter-ledger')
  assert.equal(await phone.find('.balance__sum').innerText(), '0.00')
}
