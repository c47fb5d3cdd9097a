import type { LonePhone, StoryOf } from './stage/world'

const SORRY = '一点心意 8 元券'

/** Coupons and points by the owner's hand, for a member who stands at the counter; all is as before at the end. */
export const memberAtCounter: StoryOf = {
  name: '店主扫会员码：送一张券、调积分、收回券，会员那边都看得到',
  async play({ phoneOf }) {
    const chen = await phoneOf('chen')
    await chen.tab('我的')
    await chen.tap('会员码')
    const qr = await chen.find('.member-code__qr').screenshot()
    const zhou = await phoneOf('zhou')
    await zhou.tab('我的')
    await zhou.tap('门店工作台')
    await zhou.tap('会员', '.home-entries')
    await zhou.see('扫会员码')
    await zhou.keep('counter-member-none')
    await zhou.tap('扫会员码')
    await zhou.wechat
      .locator('input[type=file]')
      .setInputFiles({ name: 'qr.png', mimeType: 'image/png', buffer: qr })
    await zhou.see('最近的订单')
    await zhou.keep('counter-member')
    await gives(zhou)
    await corrects(zhou)
    await chen.back()
    await chen.tap('优惠券')
    await chen.see(SORRY)
    await takesBack(zhou)
    await chen.back()
    await chen.tap('优惠券')
    await chen.gone(SORRY)
  },
}

async function gives(zhou: LonePhone): Promise<void> {
  await zhou.tap('送一张券')
  await zhou.tap('餐品有问题')
  await zhou.keep('counter-grant')
  await zhou.tap('送给这位会员')
  await zhou.gone('送给这位会员')
  await zhou.text(SORRY, '.member-story').waitFor()
}

async function corrects(zhou: LonePhone): Promise<void> {
  const balance = Number(await zhou.find('.member-head__number').innerText())
  await zhou.tap('调整积分')
  await zhou.find('.points-sheet input').fill('25')
  await zhou.tap('线下活动赠送')
  await zhou.see(`现在 ${balance}，调整后 ${balance + 25}`)
  await zhou.keep('counter-points')
  await zhou.tap('送出积分')
  await zhou.tap('送出', '.ui-dialog__buttons')
  await zhou.text(String(balance + 25), '.member-head').waitFor()
}

async function takesBack(zhou: LonePhone): Promise<void> {
  await zhou.find(`.member-story__coupon:has-text("${SORRY}") .member-story__revoke`).click()
  await zhou.tap('发错了')
  await zhou.tap('收回', '.ui-sheet__foot')
  await zhou.keep('counter-revoke')
  await zhou.tap('收回', '.ui-dialog__buttons')
  await zhou.find(`.member-story__coupon:has-text("${SORRY}")`).waitFor({ state: 'detached' })
}
