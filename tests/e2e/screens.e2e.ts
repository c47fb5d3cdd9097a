import assert from 'node:assert/strict'
import { DAY_MS, shopMinutes } from '@shared/kernel/time'
import { heldBack } from './stage/answers'
import { tapOnBoard, toBoard, turnTo } from './stage/counter'
import { chooseLatte, pay, pickupCode, putIntoCart, submit, toCheckout } from './stage/customer'
import type { LonePhone, StoryOf } from './stage/world'

const STORE = 'campus'
const closeSheet = (phone: LonePhone) => phone.find('[aria-label="关闭"]').click()
const inCart = (phone: LonePhone, pieces: number) => phone.find(`[aria-label="购物车，${pieces} 件"]`)

export const stranger: StoryOf = {
  name: '还没来过的人：菜单在路上，我的、订单、卡包都空着，每页都说接下来做什么',
  async play(world) {
    const { prepare, release } = heldBack()
    const lin = await world.phoneOf('xiaolin', prepare)
    await lin.tab('点单')
    await lin.find('.menu-skeleton').waitFor()
    await lin.keep('menu-skeleton')
    release()
    await lin.see('拿铁')
    await lin.gone(/没有网|再试一次/)
    await lin.tab('订单')
    await lin.see('还没有订单')
    await lin.see('去点单')
    await lin.keep('order-list-empty')
    await lin.tab('我的')
    await lin.see('免费入会')
    await lin.see('暂无可用')
    await lin.keep('me-stranger')
    await lin.tap('优惠券')
    await lin.see('还没有可用的券')
    await lin.see('去领券')
    await lin.keep('wallet-empty')
  },
}

export const looksAround: StoryOf = {
  name: '看一圈：换门店、卡包、隐私与条款、注销前先问、清空购物车前先问',
  async play(world) {
    const may = await world.phoneOf('may')
    await may.find('.store-bar__words').click()
    await may.see('选择门店')
    await may.see('图书馆店')
    await may.text('自取', '.store-row__ways').waitFor()
    await may.keep('store-sheet-home')
    await closeSheet(may)
    await seesMe(may)
    await may.tab('点单')
    await toCheckout(may)
    await may.tap('换门店')
    await may.see('选择门店')
    await may.see('图书馆一楼西侧，还书机旁边')
    await may.keep('store-sheet-checkout')
    await closeSheet(may)
    await may.back()
    await clearsCart(may)
  },
}

async function seesMe(may: LonePhone): Promise<void> {
  await may.tab('我的')
  await may.see('5 张可用')
  await may.tap('优惠券')
  await may.see('新人 5 元券')
  await may.see('满 15 可用')
  await may.see('去使用')
  await may.keep('wallet-usable')
  await may.tap('已使用', '.ui-segments')
  await may.see('还没有用过券')
  await may.back()
  await may.tap('隐私与条款')
  await may.see('常客咖啡早餐铺怎样对待你的信息')
  await may.see('我们记下什么')
  await may.keep('privacy')
  await may.back()
  await may.find('.member-card__who').click()
  await may.tap('注销账号')
  await may.see('确定注销账号？')
  await may.see(/没用完的优惠券会作废，都不能恢复/)
  await may.keep('leave-dialog')
  await may.tap('再想想')
  await may.gone('确定注销账号？')
  await may.back()
  await may.see('5 张可用')
}

async function clearsCart(may: LonePhone): Promise<void> {
  await inCart(may, 1).click()
  await may.tap('清空')
  await may.see('清空购物车？')
  await may.keep('cart-clear-dialog')
  await may.tap('再想想')
  await may.see('已选 1 件')
  await may.tap('清空')
  await may.tap('清空', '.ui-dialog__buttons')
  await inCart(may, 0).waitFor()
  await may.see('还没选，看看想喝什么')
}

/** After the story in which 阿May's coupon came back to her: the one that came with joining ends unused. */
export const expires: StoryOf = {
  name: '券过了期：从未使用里消失，在已过期里说得清楚',
  async play(world) {
    await world.shop.advance(4 * DAY_MS)
    const may = await world.phoneOf('may')
    await may.tab('我的')
    await may.tap('优惠券')
    await may.see('去使用')
    assert.equal(await may.find('.coupon-card__title:text-is("新人 5 元券")').count(), 0)
    await may.tap('已过期', '.ui-segments')
    await may.see('新人 5 元券')
    await may.text('已过期', '.wallet').waitFor()
    await may.keep('wallet-expired')
  },
}

export const soldOut: StoryOf = {
  name: '卖完了：菜单、选规格、结算都说出来，结算时能拿掉再下单',
  async play({ office, phoneOf }) {
    const chen = await phoneOf('chen')
    await chooseLatte(chen)
    await putIntoCart(chen)
    await chen.tap('烘焙甜点', '.rail')
    await chen.find('.product-card:has(:text-is("芝麻贝果")) .product-card__choose').click()
    await putIntoCart(chen)
    await inCart(chen, 2).waitFor()
    await office.setSoldOut(STORE, 'bagel-1', true)
    await office.setSoldOut(STORE, 'egg-tart-1', true)
    await chen.tap('去结算')
    await chen.see('卖完了')
    await chen.see('有商品卖完了，请换一款或减少数量')
    await chen.see('暂时不能下单')
    await chen.keep('checkout-sold-out')
    await chen.tap('移除', '.checkout-lines')
    await chen.see('提交订单')
    await chen.gone('卖完了')
    await chen.page.reload()
    await chen.tab('点单')
    await chen.tap('烘焙甜点', '.rail')
    const bagel = chen.find('.product-card--gone:has(:text-is("芝麻贝果"))')
    await bagel.getByText('今日售罄').waitFor()
    // waits for the list to stand still
    await bagel.hover()
    await chen.keep('menu-sold-out')
    await chen.find('.product-card:has(:text-is("葡式蛋挞")) .product-card__choose').click()
    await chen.text('售罄', '.spec').waitFor()
    await chen.keep('spec-sheet-sold-out')
    await office.setSoldOut(STORE, 'bagel-1', false)
    await office.setSoldOut(STORE, 'egg-tart-1', false)
  },
}

export const priceRises: StoryOf = {
  name: '结算时涨了价：先问，答应了才下单，按新价付；做的时候看得到制作中',
  async play({ office, phoneOf }) {
    const chen = await phoneOf('chen')
    await toCheckout(chen)
    await chen.text('18', '.checkout-bar').waitFor()
    await office.setPrice('latte-l', 1950)
    await submit(chen)
    await chen.see('价格有变动')
    await chen.see(/还没有下单，也没有付款/)
    await chen.keep('price-rose-dialog')
    await chen.tap('按 ¥19.5 下单')
    await chen.wechat.getByText('19.50').waitFor()
    await pay(chen)
    const code = await pickupCode(chen)
    await office.setPrice('latte-l', 1800)
    const zhou = await phoneOf('zhou')
    await toBoard(zhou)
    await tapOnBoard(zhou, code, '接单')
    await chen.see('正在为你制作', 60_000)
    await chen.keep('order-making')
    await turnTo(zhou, '制作中')
    await tapOnBoard(zhou, code, '做好了，叫号')
    await turnTo(zhou, '待取餐')
    await tapOnBoard(zhou, code, '已取走')
    await chen.see('谢谢光临，下次见', 60_000)
  },
}

export const closed: StoryOf = {
  name: '打烊了：首页、菜单、结算都说几点再来，不能下单',
  async play({ office, shop, phoneOf }) {
    const morning = shopMinutes(await shop.now()) < 12 * 60
    const [from, to, words] = morning ? [780, 1020, '13:00–17:00'] : [420, 630, '07:00–10:30']
    const chen = await phoneOf('chen')
    await chooseLatte(chen)
    await putIntoCart(chen)
    await inCart(chen, 1).waitFor()
    await office.setHours(STORE, [{ from, to }])
    await chen.tap('去结算')
    await chen.see(`门店现在休息，营业时间 ${words}，到时再来点吧`)
    await chen.see('暂时不能下单')
    await chen.keep('checkout-closed')
    await chen.page.reload()
    await chen.tab('首页')
    await chen.see('休息中')
    await chen.see(`今天 ${words}`)
    await chen.keep('home-closed')
    await chen.tab('点单')
    await chen.see(`现在不在营业时间，${words} 再来`)
    await chen.keep('menu-closed')
    await office.setHours(STORE, [{ from: 0, to: 1440 }])
    assert.equal(await inCart(chen, 1).count(), 1, 'what was chosen waits for the morning')
  },
}
