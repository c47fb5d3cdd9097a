import { HOUR_MS, MINUTE_MS, shopMinutes } from '@shared/kernel/time'
import { toBoard } from './stage/counter'
import { chooseLatte, pay, putIntoCart, submit } from './stage/customer'
import type { LonePhone, StoryOf } from './stage/world'

const DAY_MINUTES = 24 * 60
const CUT_OFF = 22 * 60

/** The clock goes on until this minute of the shop's day. */
async function until(
  shop: { now(): Promise<number>; advance(ms: number): Promise<void> },
  minute: number,
): Promise<void> {
  const away = (minute - shopMinutes(await shop.now()) + DAY_MINUTES) % DAY_MINUTES
  await shop.advance(away * MINUTE_MS)
}

/** 小陈 orders breakfast for the next morning; the day moves on past 22:00. */
export const ordersAhead: StoryOf = {
  name: '预订：明早宿舍楼下的早餐，选时间和取餐点，店主前一晚一次接下，过了截单时间就不能选了',
  async play({ shop, phoneOf }) {
    await until(shop, CUT_OFF - 60)
    const phone = await phoneOf('chen')
    await phone.see(/最早 明早 07:20/)
    await phone.tap('预订', '.entries')
    await choosesSlot(phone)
    await submit(phone)
    await pay(phone)
    await phone.see('明早 07:20')
    await phone.keep('order-preorder')
    await acceptsAhead(await phoneOf('zhou'))
    await phone.see('门店已接单，到时间来取', 60_000)
    await phone.keep('order-preorder-accepted')
    await phone.back()
    await shop.advance(HOUR_MS)
    await phone.page.reload()
    await phone.tab('点单')
    await chooseLatte(phone)
    await putIntoCart(phone)
    await phone.tap('去结算')
    await phone.tap('选取餐时间')
    await phone.text('后天', '.slot-sheet').waitFor()
    await phone.gone('明天')
    await phone.keep('slot-sheet-after-cut-off')
  },
}

/** 老周 sees it beside today's work, and takes it on. */
async function acceptsAhead(owner: LonePhone): Promise<void> {
  await toBoard(owner)
  await owner.gone('07:20')
  await owner.tap('之后的预订')
  await owner.see('明天 07:20')
  await owner.see(/3 号宿舍楼下/)
  await owner.keep('board-ahead')
  await owner.tap('接下这 1 单')
  await owner.see('已接 1 单')
  await owner.keep('board-ahead-accepted')
}

async function choosesSlot(phone: LonePhone): Promise<void> {
  await chooseLatte(phone)
  await putIntoCart(phone)
  await phone.tap('去结算')
  await phone.see('选取餐时间和地点')
  await phone.keep('checkout-preorder-no-slot')
  await phone.tap('选取餐时间')
  await phone.see('3 号宿舍楼下')
  await phone.tap('07:20', '.slot-sheet')
  await phone.see('明早 07:20 取餐，今晚 22:00 截单')
  await phone.keep('slot-sheet')
  await phone.tap('确定', '.slot-sheet__foot')
  await phone.see('今晚 22:00 截单')
  await phone.see('提交订单')
  await phone.keep('checkout-preorder')
}
