import { DAY_MS, HOUR_MS, SECOND_MS } from '@shared/kernel/time'
import { may as May } from '../../local-cloud/seed/people'
import { hasEarned } from './stage/promoters'
import type { LonePhone, StoryOf } from './stage/world'

/** 阿May has withdrawn ¥12 at the end, and ¥15 of hers came back. */
export const withdrawsByTransfer: StoryOf = {
  name: '微信转账提现：确认收款就到账；离开可以再确认，过了 24 小时钱退回来',
  async play({ shop, phoneOf }) {
    await hasEarned(shop.cloudUrl, May.openid, await shop.now())
    const may = await phoneOf('may')
    await may.tab('我的')
    await may.tap('邀请好友')
    await may.tap('推客中心')
    await may.see('可提现（元）')
    await may.keep('promoter-with-money')
    await may.find('.balance__withdraw').click()
    await ask(may, '12')
    await may.wechat.getByText(/向你转账/).waitFor()
    await may.keep('transfer-sheet')
    await may.wechat.getByRole('button', { name: '确认收款' }).click()
    await may.wechat.getByText('已收款').waitFor()
    await may.keep('transfer-done')
    await shop.advance(10 * SECOND_MS)
    await may.wechat.getByRole('button', { name: '完成', exact: true }).click()
    await may.see('已到账')
    await may.keep('transfer-paid')

    await may.tap('再提一笔')
    await leaves(may)
    await shop.advance(DAY_MS + HOUR_MS)
    await may.back()
    await may.tap('提现记录')
    await may.see('超时未确认，已退回')
    await may.keep('transfer-expired')
  },
}

async function leaves(may: LonePhone): Promise<void> {
  await ask(may, '15')
  await may.wechat.getByLabel('关闭').click()
  await may.see('等你确认收款')
  await may.keep('transfer-waiting')
  await may.tap('去确认收款')
  await may.wechat.getByText(/向你转账/).waitFor()
  await may.wechat.getByLabel('关闭').click()
}

async function ask(may: LonePhone, yuan: string): Promise<void> {
  await may.tap('微信转账')
  await may.find('input[aria-label="提现金额"], [aria-label="提现金额"] input').fill(yuan)
  await may.tap(`提现 ¥${yuan}.00`)
  await may.tap('提现', '.ui-dialog__buttons')
}
