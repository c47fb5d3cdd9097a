import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { LONG_NAME, promotersArrive } from './stage/promoters'
import type { LonePhone, StoryOf } from './stage/world'

/** The owner's side of promoters; the programme is as it was at the end. */
export const runsPromoters: StoryOf = {
  name: '店主管推客：通过申请，停用前说清账，改比例看得到一单得多少，付一笔提现，导出账本，写一条素材',
  async play({ shop, phoneOf, troubles }) {
    const zhou = await phoneOf('zhou')
    await zhou.tab('我的')
    await zhou.tap('门店工作台')
    await zhou.find('.home-entries').waitFor()
    troubles.forgive(/ERR_FAILED/)
    await zhou.page.route('**/functions/api', (route) => route.abort())
    await zhou.tap('推客', '.home-entries')
    await zhou.see('网络好像断了，请检查后再试')
    await zhou.keep('promoters-offline')
    await zhou.page.unroute('**/functions/api')
    await zhou.tap('再试一次')
    await zhou.see('没有等你审核的申请')
    await zhou.keep('promoters-none')
    await promotersArrive(shop.cloudUrl, await shop.now())
    await decides(zhou)
    await setsRates(zhou)
    await paysOut(zhou)
    await exports(zhou)
    await writesMaterial(zhou)
  },
}

async function decides(zhou: LonePhone): Promise<void> {
  await zhou.back()
  await zhou.tap('推客', '.home-entries')
  await zhou.see(LONG_NAME)
  await zhou.keep('promoters-applied')
  await zhou.tap('不通过')
  await zhou.tap('名额满了，下次再来')
  await zhou.keep('promoter-decline')
  await zhou.find('[aria-label="关闭"]').click()
  await zhou.tap('通过')
  await zhou.see(`让 ${LONG_NAME} 成为推客？`)
  await zhou.keep('promoter-accept')
  await zhou.tap('通过', '.ui-dialog__buttons')
  await zhou.see('没有等你审核的申请')
  await zhou.tap('推客', '.ui-segments')
  await zhou.see('阿文')
  await zhou.keep('promoters-accepted')
  await zhou.find('.promoter-card:has(:text-is("阿文")) .ui-button').click()
  await zhou.see(/账上的钱还是对方的：可提现 ¥40、提现中 ¥80/)
  await zhou.keep('promoter-ban')
  await zhou.find('[aria-label="关闭"]').click()
}

async function setsRates(zhou: LonePhone): Promise<void> {
  await zhou.tap('推客计划')
  await zhou.see('一单 ¥30，推客得 ¥1.5；单独设了的得 ¥0–¥2.4')
  await zhou.keep('programme')
  await zhou.find('#at-minimumFen input').fill('300')
  await zhou.tap('保存')
  await zhou.see('每日上限比最低提现还少，一次也提不了')
  // waits for the page to stand still
  await zhou.find('#at-dailyFen').hover()
  await zhou.keep('programme-fault')
  await zhou.find('#at-minimumFen input').fill('10')
  await zhou.see('没有改动')
  await zhou.tap('按上面的设置重写')
  await zhou.see('用模板换掉现在的须知？')
  await zhou.keep('programme-template')
  await zhou.tap('取消', '.ui-dialog__buttons')
  await zhou.find('#at-rateBp input').fill('6')
  await zhou.tap('给几个商品单独设比例')
  await zhou.see('单独设比例的商品')
  await zhou.keep('programme-products')
  await zhou.find('[aria-label="关闭"]').click()
  await zhou.back()
  await zhou.see('改动还没有保存，要离开吗？')
  await zhou.tap('再看看')
  await zhou.tap('保存')
  await zhou.see('没有改动')
  await zhou.find('#at-rateBp input').fill('5')
  await zhou.tap('保存')
  await zhou.see('没有改动')
  await zhou.back()
}

async function paysOut(zhou: LonePhone): Promise<void> {
  await zhou.tap('提现', '.office-entries')
  await zhou.see('待审核 1 笔')
  await zhou.keep('payouts')
  await zhou.tap('通过')
  await zhou.see('通过 阿文 的 ¥60？')
  await zhou.keep('payout-approve')
  await zhou.tap('通过', '.ui-dialog__buttons')
  await zhou.see('待付款 2 笔')
  await zhou.find('.payout-card:has(:text-is("60")) :text-is("记为已付")').click()
  await zhou.tap('微信转账')
  await zhou.keep('payout-paid')
  await zhou.tap('已付 ¥60')
  await zhou.see('待付款 1 笔')
  await zhou.tap('退回')
  await zhou.tap('和你核对后再提')
  await zhou.keep('payout-refuse')
  await zhou.tap('退回 ¥20')
  await zhou.see('没有要处理的提现')
  await zhou.keep('payouts-none')
  await zhou.back()
}

async function exports(zhou: LonePhone): Promise<void> {
  await zhou.tap('导出账本')
  await zhou.tap('生成文件')
  await zhou.see(/共 \d+ 笔，文件做好了/)
  await zhou.keep('ledger-export')
  const [download] = await Promise.all([zhou.page.waitForEvent('download'), zhou.tap('下载文件')])
  assert.match(download.suggestedFilename(), /^推客账本-\d{4}-\d{2}\.csv$/)
  const csv = readFileSync(await download.path(), 'utf8')
  assert.match(csv, /^\uFEFF时间,推客/)
  assert.match(csv, /,阿文,.*,提现到账,wstory1,0,0,-60,60,0\r\n/)
  await zhou.find('[aria-label="关闭"]').click()
}

async function writesMaterial(zhou: LonePhone): Promise<void> {
  await zhou.tap('素材库')
  await zhou.see('桂花拿铁回来了')
  await zhou.keep('materials')
  await zhou.tap('新素材')
  await zhou.find('[aria-label="标题"] input').fill('早八的一杯拿铁')
  await zhou.find('[aria-label="文案"] textarea').fill('路过就能取，不用等。')
  const photo = await zhou.page.screenshot({ type: 'jpeg' })
  const [chooser] = await Promise.all([
    zhou.page.waitForEvent('filechooser'),
    zhou.find('[aria-label="加图片"]').click(),
  ])
  await chooser.setFiles({ name: 'shot.jpg', mimeType: 'image/jpeg', buffer: photo })
  await zhou.see('1/9')
  await zhou.keep('material-edit')
  await zhou.tap('商品')
  await zhou.tap('拿铁', '.check-list')
  await zhou.keep('material-product')
  await zhou.tap('选好了')
  await zhou.tap('保存')
  await zhou.see('早八的一杯拿铁')
  await zhou.see('拿铁 · 1 张图')
  await zhou.keep('materials-added')
  await zhou.tap('早八的一杯拿铁')
  await zhou.tap('删除这条素材')
  await zhou.keep('material-remove')
  await zhou.tap('删除', '.ui-dialog__buttons')
  await zhou.see('桂花拿铁回来了')
  await zhou.gone('早八的一杯拿铁')
}
