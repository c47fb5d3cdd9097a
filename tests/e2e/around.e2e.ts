import assert from 'node:assert/strict'
import { toCheckout } from './stage/customer'
import { phoneOnDesk } from './stage/phone'
import { keepPhone, keepScreen } from './stage/screens'
import type { StoryOf } from './stage/world'

export const privacyRefused: StoryOf = {
  name: '不同意隐私指引：资料不能改，别的都照常；同意后可以换头像和绑手机',
  async play(world) {
    const may = await world.phoneOf('may')
    await may.tab('我的')
    await may.find('.member-card__who').click()
    await may.tap('同意并继续')
    await may.wechat.getByText('隐私保护提示').waitFor()
    await may.keep('privacy-dialog')
    await may.wechat.getByRole('button', { name: '拒绝' }).click()
    await may.see('没有同意隐私指引，资料暂时不能修改')
    await may.keep('profile-refused')
    await may.tap('重新同意')
    await may.wechat.getByRole('button', { name: '同意', exact: true }).click()
    await may.tap('换头像')
    await may.wechat.getByLabel('头像 3').click()
    await may.keep('profile')
    await may.tap('保存')
    await may.see('已保存')
    await may.tap('绑定')
    await may.wechat.getByText('获取并验证你的手机号').waitFor()
    await may.keep('phone-number')
    await may.wechat.getByRole('button', { name: '允许', exact: true }).click()
    await may.see('199****0351')
  },
}

export const scansTable: StoryOf = {
  name: '扫桌上的码：堂食，桌号跟着订单走',
  async play(world) {
    const may = await world.phoneOf('may')
    await may.tap(/扫桌上的码/)
    await may.wechat.getByText('扫店里的码').waitFor()
    await may.keep('scanner')
    await may.wechat.getByRole('button', { name: 'A3 桌' }).click()
    await may.see(/A3 桌/)
    await may.keep('menu-at-table')
    await toCheckout(may)
    await may.see('A3 桌')
    await may.keep('checkout-at-table')
  },
}

export const sendsCard: StoryOf = {
  name: '把页面发给朋友，朋友点开到同一页；换人不留前一个人的东西',
  async play(world) {
    const desk = await world.desk()
    const [left, right] = [phoneOnDesk(desk, 0), phoneOnDesk(desk, 1)]
    await left.tab('点单')
    await left.see('拿铁')
    await desk.getByRole('tab', { name: /聊天/ }).click()
    await desk.getByLabel('发给谁').selectOption({ label: '小陈' })
    await desk.getByRole('button', { name: '发送' }).click()
    await desk.locator('.share').first().waitFor()
    await keepScreen(desk, 'desk-chats')
    await desk.locator('.phone select').nth(1).selectOption({ label: '小陈' })
    await right.see(/小陈，欢迎回来/)
    await desk.locator('.share').first().click()
    await right.see('选规格')
    await keepPhone(desk, 1, 'card-opened')
    const holders = await desk
      .locator('.phone select')
      .evaluateAll((all) => all.map((s) => (s as HTMLSelectElement).value))
    assert.deepEqual(holders, ['oCustomerXiaolin0000000001', 'oClerkChen0000000000000004'])
    const kept = await desk
      .locator('.phone-screen')
      .nth(1)
      .contentFrame()
      .locator('body')
      .evaluate(() => Object.keys(localStorage))
    assert.ok(
      kept.every((key) => !key.includes('oOwnerZhou') || key.startsWith('desk:')),
      kept.join(' '),
    )
  },
}
