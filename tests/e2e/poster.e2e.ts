import assert from 'node:assert/strict'
import type { LonePhone, StoryOf } from './stage/world'

/** The picture on the poster's page, as the file that is saved. */
async function posterOf(phone: LonePhone): Promise<Buffer> {
  const src = await phone.find('.poster__picture img').getAttribute('src')
  const bytes = await phone.app.locator('body').evaluate(async (_body, url: string) => {
    return Array.from(new Uint8Array(await (await fetch(url)).arrayBuffer()))
  }, src ?? '')
  return Buffer.from(bytes)
}

/** What WeChat's scanner reads in the whole poster. */
async function scanned(cloudUrl: string, png: Buffer): Promise<string> {
  const response = await fetch(`${cloudUrl}/wechat/scan`, { method: 'POST', body: new Uint8Array(png) })
  const { path } = (await response.json()) as { path?: string }
  assert.ok(path, 'no mini-program code was found in the poster')
  return path
}

/** A new phone opens where a scanned code leads. */
async function openScanned(phone: LonePhone, path: string): Promise<void> {
  await phone.app.locator('body').evaluate((_body, to: string) => {
    window.postMessage({ wechat: { kind: 'navigate', path: to } }, '*')
  }, path)
}

export const postersLead: StoryOf = {
  name: '三张海报：店、拿铁、一张券，画出来、存下来，扫码到了说好的那一页',
  async play(world) {
    const may = await world.phoneOf('may')
    const lin = await world.phoneOf('xiaolin')
    await lin.see('自取')
    const leads = async () => openScanned(lin, await scanned(world.shop.cloudUrl, await posterOf(may)))

    await may.tab('我的')
    await may.tap('邀请好友')
    await may.see('好喝的，带朋友来尝尝')
    await may.keep('invite')
    await may.tap('生成海报')
    await may.find('.poster__picture').waitFor()
    await may.keep('poster-shop')
    const [download] = await Promise.all([may.page.waitForEvent('download'), may.tap('保存到相册')])
    assert.match(download.suggestedFilename(), /\.png$/)
    await lin.tab('订单')
    await leads()
    await lin.see('自取')
    await may.back()
    await may.back()

    await may.tab('点单')
    await may.find('.product-card:has(:text-is("拿铁")) .product-card__choose').click()
    await may.tap('海报')
    await may.find('.poster__picture').waitFor()
    await may.keep('poster-product')
    await leads()
    await lin.text('拿铁', '.spec').waitFor()
    await may.back()

    await may.find('[aria-label="关闭"]').click()
    await may.tab('我的')
    await may.tap('领券中心')
    await may.tap('海报')
    await may.find('.poster__picture').waitFor()
    await may.keep('poster-coupon')
    await leads()
    await lin.find('.code-entry').waitFor()
  },
}
