import assert from 'node:assert/strict'
import { DAY_MS, HOUR_MS, MINUTE_MS, startOfShopDay } from '@shared/kernel/time'
import { xiaolin } from '../../local-cloud/seed/people'
import { onBoard, tapOnBoard, toBoard } from './stage/counter'
import { chooseLatte, pay, pickupCode, putIntoCart, submit } from './stage/customer'
import type { RunningShop } from './stage/shop'
import type { LonePhone, StoryOf } from './stage/world'

/** Takes a coupon in the claim centre and answers WeChat's question whether to be reminded of it. */
async function take(phone: LonePhone, title: string, answer: '允许' | '取消'): Promise<void> {
  const card = `.ui-ticket:has-text("${title}")`
  await phone.find(`${card} .ui-button`).click()
  await phone.wechat.getByText('优惠券到期提醒').waitFor()
  if (answer === '允许') await phone.keep('consent-reminder')
  await phone.wechat.getByRole('button', { name: answer, exact: true }).click()
  await phone.text('已领取', card).waitFor()
}

/** Two lattes, so that 咖啡第二杯半价 is used; the counter accepts it, so that it stays used. */
async function usesOne(phone: LonePhone, counter: LonePhone): Promise<void> {
  await chooseLatte(phone)
  await phone.find('.spec').getByLabel('加一份').click()
  await putIntoCart(phone)
  await phone.tap('去结算')
  await phone.see(/咖啡第二杯半价/)
  await submit(phone, '取消')
  await pay(phone)
  const code = await pickupCode(phone)
  await toBoard(counter)
  await tapOnBoard(counter, code, '接单')
  await onBoard(counter, code).waitFor({ state: 'detached' })
}

type Notice = { readonly title: string; readonly rows: readonly { readonly value: string }[] }
const reminders = async ({ cloudUrl }: RunningShop): Promise<string[]> => {
  const answer = await fetch(`${cloudUrl}/wechat/inbox?openid=${xiaolin.openid}`)
  const { notices } = (await answer.json()) as { notices: readonly Notice[] }
  return notices.filter(({ title }) => title === '优惠券到期提醒').map(({ rows }) => rows[0]?.value ?? '')
}

export const reminded: StoryOf = {
  name: '券快到期：领券时点了允许，最后一天早上收到提醒，点开就是卡包；用掉的券不提醒',
  async play({ phoneOf, shop }) {
    const lin = await phoneOf('xiaolin')
    await lin.tab('我的')
    await lin.tap('领券中心')
    await take(lin, '咖啡第二杯半价', '取消')
    await take(lin, '蛋挞买二送一', '允许')
    // whoever joined with the first of them was welcomed
    await lin.page.reload()
    await usesOne(lin, await phoneOf('zhou'))
    // both end with the seventh day, counted from today
    const now = await shop.now()
    const lastMorning = startOfShopDay(now) + 6 * DAY_MS + 8 * HOUR_MS
    await shop.advance(lastMorning - MINUTE_MS - now)
    assert.deepEqual(await reminders(shop), [], 'nobody is woken')
    await shop.advance(MINUTE_MS)
    await lin.wechat.getByLabel(/服务通知 优惠券到期提醒/).waitFor()
    await lin.keep('reminder-banner')
    await lin.wechat.getByLabel(/服务通知 优惠券到期提醒/).click()
    await lin.find('.wallet').waitFor()
    await lin.see('蛋挞买二送一')
    await lin.keep('reminder-wallet')
    await shop.advance(DAY_MS)
    const said = await reminders(shop)
    assert.equal(said.length, 1, 'one acceptance is one message')
    assert.match(said[0] ?? '', /蛋挞买二送一/)
  },
}
