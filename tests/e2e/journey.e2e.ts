import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { onBoard, tapOnBoard, toBoard, turnTo } from './stage/counter'
import { chooseLatte, pickupCode, putIntoCart } from './stage/customer'
import { type Phone, phoneOnDesk } from './stage/phone'
import { DESK_SIZE, keepPhone, keepScreen, ROOMY_DESK, SMALL_DESK, TABLET } from './stage/screens'
import type { StoryOf } from './stage/world'

/** The whole journey on the desk, both phones; every screen of it is kept. */
export const journey: StoryOf = {
  name: '第一杯：入会、点单、用券、支付、接单、叫号、可取，重启以后都在',
  async play(world, restart) {
    const desk = await world.desk()
    const [left, right] = [phoneOnDesk(desk, 0), phoneOnDesk(desk, 1)]
    const keep = (phone: 0 | 1, name: string) => keepPhone(desk, phone, name)
    await joins(left, keep)
    const price = await checksOut(left, keep)
    assert.equal(price, '13', '18 yuan for the large cup, 5 off')
    await toBoard(right)
    await right.see('没有等着接的单')
    await keep(1, 'board-empty')
    const paidAt = await submitsAndPays(left, keep)
    const code = await pickupCode(left)
    await keep(0, 'order-paid')
    await onBoard(right, code).waitFor({ timeout: leftOf(BOARD_MS, paidAt) })
    await serves(right, code, keep)
    await hearsOfIt(desk, left, keep)
    await keepsDesks(desk)
    // the streams of the desk break off and come back, and a board may refresh meanwhile
    world.troubles.forgive(/(ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_REFUSED).*(events|functions)/)
    await restart()
    await afterRestart(desk, code)
    await looksAround(left, keep)
  },
}
/** The owner's board shows a new order within half a minute of its payment: promised, so measured. */
const BOARD_MS = 30_000
const leftOf = (promisedMs: number, since: number) => Math.max(1, promisedMs - (performance.now() - since))
/** The slowest that the customer's open page may be to learn of news. */
const BY_ITSELF_MS = 60_000
type Keep = (phone: 0 | 1, name: string) => Promise<void>

async function joins(left: Phone, keep: Keep): Promise<void> {
  await left.see('免费入会')
  await keep(0, 'home-stranger')
  await left.tap('免费入会')
  await left.see('欢迎入会')
  await left.see('新人 5 元券')
  await keep(0, 'welcome-coupon')
  await left.tap('先逛逛')
  await left.see('张券')
  await keep(0, 'home-member')
}

/** Chooses the latte; answers the price to pay. */
async function checksOut(left: Phone, keep: Keep): Promise<string> {
  await left.tab('点单')
  await left.see('拿铁')
  await keep(0, 'menu')
  await chooseLatte(left)
  await left.see(/大杯.*少冰.*半糖/)
  await keep(0, 'spec-sheet')
  await putIntoCart(left)
  await left.see(/优惠后/)
  await keep(0, 'menu-with-cart')
  await left.find('.cart-bar__left').click()
  await left.see('已选 1 件')
  await keep(0, 'cart-drawer')
  await left.find('[aria-label="关闭"]').click()
  await left.tap('去结算')
  await left.see(/已选最优惠/)
  await left.tap('不要打包袋')
  await left.see('已优惠 ¥5')
  await keep(0, 'checkout')
  await left.tap('优惠券', '.ui-field')
  await left.see('不用券')
  await keep(0, 'coupon-sheet')
  await left.find('[aria-label="关闭"]').click()
  return (await left.find('.checkout-bar .ui-money').innerText()).replace(/[^\d.]/g, '')
}

/** Answers when it was paid. */
async function submitsAndPays(left: Phone, keep: Keep): Promise<number> {
  await left.tap('提交订单')
  await left.wechat.getByText('总是保持以上选择').waitFor()
  await left.wechat.getByText('取餐提醒').waitFor()
  await keep(0, 'consent')
  await left.wechat.getByRole('button', { name: '允许' }).click()
  await left.wechat.getByText('13.00').waitFor()
  await left.wechat.getByText('常客咖啡早餐铺').first().waitFor()
  await keep(0, 'pay-sheet')
  await left.wechat.getByRole('button', { name: '立即支付' }).click()
  await left.wechat.getByText('支付成功').waitFor()
  const paidAt = performance.now()
  await keep(0, 'pay-done')
  await left.wechat.getByRole('button', { name: '完成' }).click()
  await left.find('.order-hero__code').waitFor()
  return paidAt
}

/** The owner's phone, which nobody has touched since the order came in. */
async function serves(right: Phone, code: string, keep: Keep): Promise<void> {
  await right.see(/大杯.*少冰.*半糖/)
  await keep(1, 'board-new-order')
  await tapOnBoard(right, code, '接单')
  await turnTo(right, '制作中')
  await onBoard(right, code).waitFor()
  await keep(1, 'board-making')
  await tapOnBoard(right, code, '做好了，叫号')
  await turnTo(right, '待取餐')
  await onBoard(right, code).waitFor()
  await keep(1, 'board-ready')
}

/** The customer's page turns by itself, the notice comes, and the desk has it in its inbox. */
async function hearsOfIt(desk: Page, left: Phone, keep: Keep): Promise<void> {
  await left.wechat.getByLabel(/服务通知/).waitFor()
  await keep(0, 'notice-banner')
  await left.see('做好了，请到柜台取餐', BY_ITSELF_MS)
  await keep(0, 'order-ready')
  await desk.locator('#side').getByText('取餐提醒').first().waitFor()
  await desk.locator('.steps li.done').nth(5).waitFor()
}

async function looksAround(left: Phone, keep: Keep): Promise<void> {
  await keep(0, 'order-list')
  await left.tab('我的')
  await left.see('暂无可用')
  await keep(0, 'me')
  await left.tap('优惠券')
  await left.tap('已使用', '.ui-segments')
  await left.see('新人 5 元券')
  await keep(0, 'wallet-used')
  await left.back()
  await left.tab('首页')
  await left.see('再来一单')
  await keep(0, 'home-again')
}

async function keepsDesks(desk: Page): Promise<void> {
  const sizes = [
    ['desk-1440x900', DESK_SIZE],
    ['desk-1280x800', SMALL_DESK],
    ['desk-narrow', TABLET],
  ] as const
  for (const [name, size] of sizes) {
    await desk.setViewportSize(size)
    await keepScreen(desk, name)
  }
  await desk.setViewportSize(ROOMY_DESK)
}

async function afterRestart(desk: Page, code: string): Promise<void> {
  await desk.reload()
  const left = phoneOnDesk(desk, 0)
  await left.tab('订单')
  await left.see(`取餐号 ${code}`)
  await desk.locator('#side').getByText('取餐提醒').first().waitFor()
  const right = phoneOnDesk(desk, 1)
  await toBoard(right)
  await turnTo(right, '待取餐')
  await tapOnBoard(right, code, '已取走')
  await onBoard(right, code).waitFor({ state: 'detached' })
}
