import { pay, submit, toCheckout } from './stage/customer'
import type { StoryOf } from './stage/world'

export const claimsAndUses: StoryOf = {
  name: '领券中心：领一张、兑一张，结账自动用上，卡包里看到已使用',
  async play(world) {
    const may = await world.phoneOf('may')
    await may.tab('我的')
    await may.tap('领券中心')
    await may.see('蛋挞买二送一')
    await may.see('领取后 14 天内有效')
    await may.see('熟客、常客专享，每月一张')
    await may.keep('offers')
    const tarts = '.ui-ticket:has-text("蛋挞买二送一")'
    await may.find(`${tarts} .ui-button`).click()
    // whoever doesn't want to be reminded has the coupon all the same
    await may.wechat.getByRole('button', { name: '取消', exact: true }).click()
    await may.see('领取成功，在我的券里')
    await may.text('已领取', tarts).waitFor()
    await may.find('.code-entry input').fill('nosuchcode')
    await may.tap('兑换', '.code-entry')
    await may.see('没有这个兑换码，请核对一下')
    await may.keep('offers-code-unknown')
    await may.tap('查看我的优惠券')
    await may.see('蛋挞买二送一')
    await may.back()
    await may.back()
    await toCheckout(may)
    await submit(may)
    await pay(may)
    await may.find('.order-hero__code').waitFor()
    await may.back()
    await may.tab('我的')
    await may.tap('优惠券')
    await may.tap('已使用', '.ui-segments')
    await may.find('.coupon-card__mark:has-text("已使用")').first().waitFor()
    await may.keep('wallet-used')
  },
}
