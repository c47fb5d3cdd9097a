/** The compiled mini-program, tapped as people tap it, against a running local cloud: from the menu to 可取. */
import type { OutputOf } from '@shared/kernel/action'
import type * as orders from '@shared/orders/contract'
import { xiaolin, zhou } from '../../local-cloud/seed/people'
import { type CloudProcess } from '../builders/cloud-process'
import { listenToPay, type PayEvents } from '../builders/pay-events'
import { enter } from '../builders/shop-client'
import { type WeappApp } from './app'
import { needFreshBuilds } from './build'
import { seededCloud } from './cloud'
import { startPhone } from './phone'
import { type TreeNode } from './tree'

const HOME = '/features/home/pages/home/index'
const MENU = '/features/catalogue/pages/menu/index'
const BOARD = '/features/manager/pages/orders/index'

let cloud: CloudProcess
let events: PayEvents
beforeAll(async () => {
  needFreshBuilds()
  cloud = await seededCloud()
  events = await listenToPay(cloud.url)
}, 60_000)
afterAll(async () => {
  events?.close()
  await cloud?.stop()
})

/** Orders of this person, as the cloud has them. */
async function ordersOf(openid: string) {
  const person = await enter(cloud.url, openid)
  return (await person.call<OutputOf<typeof orders.list>>('orders.list', { before: null })).orders
}

const card = (tree: TreeNode, name: string): TreeNode => {
  const found = tree.findAll('.product-card').find((c) => c.find('.product-card__name').text === name)
  if (!found) throw new Error(`no card of ${name}`)
  return found
}

/** On the menu: the latte, large, little ice, half sugar, into the cart. */
async function chooseLatte(phone: WeappApp): Promise<void> {
  phone.open(MENU, 'tab')
  await phone.tap(card(await phone.reads('拿铁'), '拿铁').byText('选规格'))
  for (const choice of ['大杯', '少冰', '半糖']) await phone.tap(phone.see().find('.spec').byText(choice))
  expect(phone.see().find('.spec__summary').text).toMatch(/大杯.*少冰.*半糖/)
  await phone.tapText('加入购物车')
}

/** From the cart bar to the checkout, priced by the cloud. */
async function toCheckout(phone: WeappApp): Promise<TreeNode> {
  await phone.tapText('去结算')
  return phone.reads('提交订单')
}

/** Waits for WeChat Pay's callback of the order whose page is open, then pulls the page down. */
async function paid(phone: WeappApp): Promise<TreeNode> {
  expect(phone.page.route).toBe('features/orders/pages/detail/index')
  await events.notified(String(phone.page.options['id']))
  await phone.pull()
  return phone.reads('取餐号')
}

it('takes a stranger from joining to 可取, with the owner at the counter', async () => {
  const phone = await startPhone(cloud.url, xiaolin.openid)
  phone.open(HOME, 'tab')
  await phone.reads('免费入会')
  await phone.tapText('免费入会')
  await phone.reads('新人 5 元券')
  await phone.tapText('先逛逛')

  await chooseLatte(phone)
  const bar = (await phone.reads('去结算')).find('.cart-bar')
  expect(bar.text).toContain('已省 ¥5')

  const checkout = await toCheckout(phone)
  expect(checkout.text).toContain('已选最优惠')
  await phone.tapText('不要打包袋')
  const price = (await phone.reads('已优惠 ¥5')).find('.checkout-bar__sum').find('.ui-money').text
  expect(price).toMatch(/13/)

  await phone.tapText('提交订单')
  const order = await paid(phone)
  const [placed, ...others] = await ordersOf(xiaolin.openid)
  expect(others).toEqual([])
  expect(placed).toMatchObject({ state: 'paid', payFen: 1300, couponFen: 500 })
  expect(order.find('.order-hero__code').text).toBe(placed?.pickupCode)
  expect(order.find('.order-step--now').text).toContain('已付款')

  await serve(String(placed?.pickupCode))
  await phone.pull()
  expect((await phone.reads('做好了，请到柜台取餐')).find('.order-step--now').text).toContain('可取餐')
}, 60_000)

/** As the owner: the board shows the order; accepts it, calls it. */
async function serve(code: string): Promise<void> {
  const counter = await startPhone(cloud.url, zhou.openid)
  counter.open(HOME, 'tab')
  await counter.settle()
  counter.open(BOARD)
  const onBoard = (tree: TreeNode): TreeNode => {
    const found = tree.findAll('.board-card').find((c) => c.find('.board-card__code').text === code)
    if (!found) throw new Error(`${code} is not on the board, which reads: ${tree.text}`)
    return found
  }
  const order = onBoard(await counter.reads(code))
  expect(order.text).toMatch(/拿铁.*大杯.*少冰.*半糖/)
  await counter.tap(order.byText('接单'))
  await counter.tap(counter.see().find('.ui-segments').byText('制作中'))
  await counter.tap(onBoard(counter.see()).byText('做好了，叫号'))
  await counter.tap(counter.see().find('.ui-segments').byText('待取餐'))
  expect(onBoard(counter.see()).text).toContain('已取走')
}

it('places one order, however quickly the submit button is tapped', async () => {
  const openid = 'oWeappDoubleTap01'
  const phone = await startPhone(cloud.url, openid)
  phone.open(HOME, 'tab')
  await phone.settle()
  await chooseLatte(phone)
  const button = (await toCheckout(phone)).byText('提交订单')
  await Promise.all([phone.tap(button), phone.tap(button), phone.tap(button)])
  await paid(phone)
  expect(await ordersOf(openid)).toHaveLength(1)
  const asked = phone.wxCalls.filter(([name]) => name === 'requestPayment')
  expect(asked).toHaveLength(1)
}, 60_000)

it('keeps an order whose payment was cancelled, to be paid from its page', async () => {
  const openid = 'oWeappCancels0001'
  const phone = await startPhone(cloud.url, openid, { cancelsPayment: true })
  phone.open(HOME, 'tab')
  await phone.settle()
  await chooseLatte(phone)
  await toCheckout(phone)
  await phone.tapText('提交订单')
  await phone.reads('继续支付')
  expect(await ordersOf(openid)).toMatchObject([{ state: 'pendingPay' }])
}, 60_000)
