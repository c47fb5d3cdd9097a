/** The compiled mini-program delivers: an address is written in one subpackage and used in another. */
import { chen } from '../../local-cloud/seed/people'
import { type CloudProcess } from '../builders/cloud-process'
import { type WeappApp } from './app'
import { needFreshBuilds } from './build'
import { seededCloud } from './cloud'
import { startPhone } from './phone'
import { type TreeNode } from './tree'

const HOME = '/features/home/pages/home/index'
/** Some three hundred metres from the demo's first store. */
const DORM = { name: '3 号宿舍楼', address: '学府路 30 号', latitude: 30.2658, longitude: 120.1251 }

let cloud: CloudProcess
beforeAll(async () => {
  needFreshBuilds()
  cloud = await seededCloud()
}, 60_000)
afterAll(() => cloud?.stop())

const card = (tree: TreeNode, name: string): TreeNode => {
  const found = tree.findAll('.product-card').find((c) => c.find('.product-card__name').text === name)
  if (!found) throw new Error(`no card of ${name}`)
  return found
}
/** The n-th field of the form that is open. */
const typeInto = (phone: WeappApp, field: number, value: string) =>
  phone.fire(phone.see().findAll('.ui-text-row__input')[field]!, 'input', { value })

it('takes an address from the map to the checkout, with its distance and fee', async () => {
  const phone = await startPhone(cloud.url, chen.openid, { place: DORM })
  phone.open(HOME, 'tab')
  await phone.reads('外送')
  await phone.tapText('外送')
  await phone.tap(card(await phone.reads('拿铁'), '拿铁').byText('选规格'))
  await phone.tapText('大杯')
  await phone.tapText('加入购物车')
  await phone.tapText('去结算')
  await phone.reads('送到哪里？选一个收货地址')
  await phone.tapText('选收货地址')
  expect(phone.page.route).toBe('features/addresses/pages/edit/index')
  await phone.tapText('在地图上选')
  for (const [field, value] of ['502 室', '小陈', '13800000004'].entries())
    await typeInto(phone, field, value)
  await phone.tapText('保存')
  expect(phone.page.route).toBe('features/orders/pages/checkout/index')
  const checkout = await phone.reads('学府路 30 号 3 号宿舍楼 502 室')
  expect(checkout.text).toContain('距门店 310 m')
  expect(checkout.find('.sum-rows').text).toMatch(/配送费¥2/)
  expect(checkout.find('.checkout-bar').text).toContain('提交订单')
}, 60_000)
