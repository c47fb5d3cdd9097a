import { putIntoCart } from './stage/customer'
import type { LonePhone, StoryOf } from './stage/world'

/** From the workbench to one of its pages. */
async function toPage(phone: LonePhone, entry: string): Promise<void> {
  await phone.tab('工作台')
  await phone.tap(entry, '.home-entries')
}

const labelled = (phone: LonePhone, label: string) => phone.app.getByLabel(label, { exact: true })

/** The card of a product on the menu. */
const card = (phone: LonePhone, name: string) => phone.find(`.product-card:has(:text-is("${name}"))`)

/** Opens the menu anew, as on the next visit. */
async function menuAgain(phone: LonePhone, category: string): Promise<void> {
  await phone.page.reload()
  await phone.tab('点单')
  await phone.tap(category, '.rail')
}

async function setLeft(phone: LonePhone, left: number): Promise<void> {
  await phone.tap(/^今天(还剩|卖完了)/, '.stock-row')
  await labelled(phone, '今天还剩').locator('input').fill(String(left))
  await phone.see(/^今天已卖/)
}

export const keepsStock: StoryOf = {
  name: '店主估清一款、改今天剩两份：顾客看到售罄，第三份下不了单',
  async play({ phoneOf }) {
    const zhou = await phoneOf('zhou')
    await toPage(zhou, '库存')
    await labelled(zhou, '美式中杯 在售').click()
    await labelled(zhou, '美式大杯 在售').click()
    await labelled(zhou, '美式大杯 今日估清').waitFor()
    await zhou.see(/2 卖不了/)
    await zhou.keep('stock')
    await zhou.tap(/^限量/, '.ui-segments')
    await setLeft(zhou, 2)
    await zhou.keep('stock-sheet')
    await zhou.tap('保存', '.ui-sheet__foot')
    await zhou.see('今天还剩 2')
    const chen = await phoneOf('chen')
    await menuAgain(chen, '咖啡')
    await card(chen, '美式').getByText('今日售罄').waitFor()
    await chen.tap('烘焙甜点', '.rail')
    await card(chen, '手作可颂').locator('.product-card__choose').click()
    for (const _ of [2, 3]) await chen.find('.spec').getByLabel('加一份').click()
    await putIntoCart(chen)
    await chen.tap('去结算')
    await chen.see('有商品卖完了，请换一款或减少数量')
    await chen.see('暂时不能下单')
    await setLeft(zhou, 30)
    await zhou.tap('保存', '.ui-sheet__foot')
    await zhou.see('今天还剩 30')
    await zhou.tap(/^卖不了/, '.ui-segments')
    await labelled(zhou, '美式中杯 今日估清').click()
    await labelled(zhou, '美式大杯 今日估清').click()
    await labelled(zhou, '美式大杯 今日估清').waitFor({ state: 'detached' })
  },
}

export const keepsHoliday: StoryOf = {
  name: '店主加一天休息：菜单马上说今天不营业；没保存就走会先问；撤掉又能点',
  async play({ phoneOf }) {
    const zhou = await phoneOf('zhou')
    await toPage(zhou, '门店设置')
    await zhou.see('节假日')
    await zhou.keep('store-settings')
    await zhou.tap('节假日', '.sections')
    await zhou.tap('加一天')
    await zhou.tap('确定')
    await zhou.app.locator('.ui-sheet').getByText('休息', { exact: true }).waitFor()
    await zhou.keep('store-holiday')
    await zhou.app.getByLabel('关闭').filter({ visible: true }).first().click()
    await zhou.see('改动还没有保存')
    await zhou.tap('继续改')
    await zhou.tap('保存', '.ui-sheet__foot')
    await zhou.see(/ 休息$/)
    const chen = await phoneOf('chen')
    await menuAgain(chen, '咖啡')
    await chen.see(/门店今天不营业/)
    await zhou.tap('节假日', '.sections')
    await zhou.app
      .getByLabel(/^删掉 /)
      .filter({ visible: true })
      .first()
      .click()
    await zhou.tap('保存', '.ui-sheet__foot')
    await zhou.see('没有安排')
    await menuAgain(chen, '咖啡')
    await chen.gone(/门店今天不营业/)
  },
}
