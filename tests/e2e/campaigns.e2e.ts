import { chooseLatte, putIntoCart } from './stage/customer'
import type { LonePhone, StoryOf } from './stage/world'

const TITLE = '结伴咖啡半价'

export const ownersCampaign: StoryOf = {
  name: '店主做咖啡第二杯半价：矛盾在原处说清，改好开始；顾客领到，结账用上；店主暂停，领券中心就没有了',
  async play({ phoneOf }) {
    const zhou = await phoneOf('zhou')
    await zhou.tab('我的')
    await zhou.tap('门店工作台')
    await zhou.tap('优惠活动')
    await zhou.find('.campaign-card').waitFor()
    await zhou.keep('campaigns')
    await makes(zhou)
    await starts(zhou)
    const chen = await phoneOf('chen')
    await takes(chen)
    await pauses(zhou)
    await chen.back()
    await chen.tap('领券中心')
    await chen.see('满 20 减 3')
    await chen.gone(TITLE)
  },
}

const field = (zhou: LonePhone, label: string) => zhou.find(`.form-row:has(:text-is("${label}")) input`)

async function makes(zhou: LonePhone): Promise<void> {
  await zhou.tap('新建活动')
  await zhou.tap('第二杯半价', '.suggestions')
  await field(zhou, '券名').fill(TITLE)
  await zhou.tap('适用商品')
  await zhou.tap('咖啡', '.check-list')
  await zhou.tap('只用在这 1 项')
  await zhou.see(/限咖啡/)
  await zhou.see('¥550')
  await zhou.keep('campaign-form')
  // what is not saved is not lost by going back
  await zhou.back()
  await zhou.see('改动还没有保存，要离开吗？')
  await zhou.tap('再看看')
  await zhou.gone('改动还没有保存，要离开吗？')
}

async function starts(zhou: LonePhone): Promise<void> {
  await field(zhou, '最高减').fill('3')
  await zhou.tap('开始活动')
  await zhou.see(/要减 ¥11 才算数，最高减填低了/)
  await zhou.keep('campaign-contradiction')
  await zhou.tap('填 11')
  await zhou.gone(/最高减填低了/)
  await zhou.tap('开始活动')
  await zhou.see('最多会送出 ¥550，要开始吗？')
  await zhou.keep('campaign-start')
  await zhou.tap('开始活动', '.ui-dialog__buttons')
  await zhou.see('没有改动')
  await zhou.text('进行中', '.preview').waitFor()
}

/** Takes one in the claim centre; two lattes are then ¥9 cheaper, by itself. Ends on the claim centre's way back. */
async function takes(chen: LonePhone): Promise<void> {
  await chen.tab('我的')
  await chen.tap('领券中心')
  const ticket = `.ui-ticket:has-text("${TITLE}")`
  await chen.find(`${ticket} .ui-button`).click()
  await chen.wechat.getByRole('button', { name: '取消', exact: true }).click()
  await chen.text('已领取', ticket).waitFor()
  await chen.back()
  await chooseLatte(chen)
  await putIntoCart(chen)
  await chooseLatte(chen)
  await putIntoCart(chen)
  await chen.tap('去结算')
  await chen.see('提交订单')
  await chen.see(new RegExp(TITLE))
  await chen.see('-¥9')
  await chen.keep('campaign-used')
  await chen.back()
  await chen.tab('我的')
  await chen.tap('领券中心')
}

async function pauses(zhou: LonePhone): Promise<void> {
  await zhou.tap('暂停')
  await zhou.see('暂停这个活动？')
  await zhou.tap('暂停', '.ui-dialog__buttons')
  await zhou.see('继续活动')
  await zhou.back()
  const card = zhou.find('.campaign-card:has-text("第二杯半价"):has-text("已暂停")')
  await card.getByText('已发 1 / 50 张').waitFor()
  await zhou.keep('campaigns-paused')
}
