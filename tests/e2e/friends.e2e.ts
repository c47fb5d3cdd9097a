import assert from 'node:assert/strict'
import type { OutputOf } from '@shared/kernel/action'
import type { open } from '@shared/home/contract'
import type { member } from '@shared/manager/member-contract'
import { encodeMember } from '@shared/members/member-code'
import type { code } from '@shared/referral/contract'
import type { myRewards } from '@shared/rewards/contract'
import { may, xia, zhou } from '../../local-cloud/seed/people'
import { enter } from '../builders/shop-client'
import { phoneOnDesk } from './stage/phone'
import { scanPicture } from './stage/scanner'
import { keepPhone, keepScreen } from './stage/screens'
import type { StoryOf } from './stage/world'

const hand = (side: 0 | 1, name: string) => ({ side, name })

/** 小夏 is a member from here on, brought by 阿May. */
export const bringsFriend: StoryOf = {
  name: '阿May 把拿铁发给朋友：朋友点开就看到这杯，入会后记在阿May 名下，店主查得到来路',
  async play(world) {
    const desk = await world.desk()
    const [left, right] = [phoneOnDesk(desk, 0), phoneOnDesk(desk, 1)]
    await Promise.all([left.see('自取'), right.see(/接单|工作台|自取/)])
    for (const { side, name } of [hand(0, '阿May'), hand(1, '小夏')])
      await desk.locator('.phone select').nth(side).selectOption({ label: name })
    await right.see('免费入会')
    await left.see(/阿May，欢迎回来/)
    await left.tab('点单')
    await left.find('.product-card:has(:text-is("拿铁")) .product-card__choose').click()
    await left.see('发给朋友')
    await keepPhone(desk, 0, 'spec-pass-on')
    await left.tap('发给朋友')
    await left.wechat.getByText('早餐互助群').waitFor()
    await keepPhone(desk, 0, 'share-sheet')
    await left.wechat.getByRole('button', { name: '小夏' }).click()
    await desk.getByRole('tab', { name: /聊天/ }).click()
    await desk.locator('.share').first().click()
    await right.text('拿铁', '.spec').waitFor()
    await keepPhone(desk, 1, 'friend-sees-drink')
    await right.find('[aria-label="关闭"]').click()
    await right.tab('首页')
    await right.tap('免费入会')
    await right.see(/欢迎回来|小夏|券已到账|开始点单|去点单/)

    const url = world.shop.cloudUrl
    const [mayCalls, xiaCalls, zhouCalls] = await Promise.all(
      [may, xia, zhou].map(({ openid }) => enter(url, openid)),
    )
    const home = await xiaCalls!.call<OutputOf<typeof open>>('home.open', { knownMenu: null })
    const mayHome = await mayCalls!.call<OutputOf<typeof open>>('home.open', { knownMenu: null })
    const looked = { storeId: 'campus', code: encodeMember(home.me.member?.id ?? '') }
    const told = await zhouCalls!.call<OutputOf<typeof member>>('manager.member', looked)
    const { origin } = told.story
    assert.deepEqual([origin?.promoter?.id, origin?.promoter?.friends], [mayHome.me.member?.id, 1])
    assert.deepEqual([origin?.first?.channel, origin?.first?.byMember], ['card', true])
    const mine = await mayCalls!.call<OutputOf<typeof myRewards>>('rewards.mine', { before: null })
    assert.equal(mine.total, 1)
  },
}

/** A group's card is opened by whoever is in the group; a picture of a code leads where it says. */
export const scansFriendsCode: StoryOf = {
  name: '把店发到群里，群友点开；扫一张海报上的小程序码，到了那一杯',
  async play(world) {
    const desk = await world.desk()
    const [left, right] = [phoneOnDesk(desk, 0), phoneOnDesk(desk, 1)]
    await left.see('自取')
    await desk.locator('.phone select').nth(0).selectOption({ label: '阿May' })
    await left.see(/阿May，欢迎回来/)
    await desk.getByRole('tab', { name: /聊天/ }).click()
    await desk.getByLabel('发给谁').selectOption({ label: '早餐互助群' })
    await desk.getByRole('button', { name: '发送' }).click()
    await desk.getByRole('button', { name: '老周点开' }).first().waitFor()
    await keepScreen(desk, 'desk-group-card')
    await desk.getByRole('button', { name: '老周点开' }).first().click()
    await right.see(/老周，欢迎回来/)

    const url = world.shop.cloudUrl
    const mayCalls = await enter(url, may.openid)
    const target = { kind: 'product', productId: 'latte' }
    const made = await mayCalls.call<OutputOf<typeof code>>('referral.code', { target, channel: 'poster' })
    await scanPicture(right, made.picture)
    await right.text('拿铁', '.spec').waitFor()
    await keepPhone(desk, 1, 'scanned-poster')
  },
}

/** What was had, and the claim centre: each as a card of its own. */
export const recommends: StoryOf = {
  name: '把喝过的那杯推荐给朋友，卡片上没有名字和订单；领券中心也能转发',
  async play(world) {
    const desk = await world.desk()
    const [left, right] = [phoneOnDesk(desk, 0), phoneOnDesk(desk, 1)]
    await left.see('自取')
    await desk.locator('.phone select').nth(0).selectOption({ label: '阿May' })
    await left.see(/阿May，欢迎回来/)
    await left.tab('订单')
    await left.tap('已完成')
    await left.tap('发给朋友')
    await left.wechat.getByRole('button', { name: '老周' }).click()
    await keepPhone(desk, 0, 'order-recommend')
    await desk.getByRole('tab', { name: /聊天/ }).click()
    const card = desk.locator('.share').first()
    assert.match(await card.innerText(), /我点了.+，推荐给你/)
    await card.click()
    await right.find('.spec__add').waitFor()

    await left.back()
    await left.tab('我的')
    await left.tap('领券中心')
    await left.see(/领取后|积分兑换/)
    await left.wechat.getByLabel('更多').click()
    await left.wechat.getByRole('button', { name: '老周' }).first().click()
    await desk.locator('.share:has-text("在领券中心")').first().click()
    await right.see(/^领取后 \d+ 天内有效/)
    await keepPhone(desk, 1, 'offers-from-card')
  },
}
