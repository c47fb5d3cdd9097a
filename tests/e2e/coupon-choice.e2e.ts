import { chen } from '../../local-cloud/seed/people'
import { menuRow } from '../../local-cloud/seed/menu'
import { isRefused } from '@shared/kernel/refusal'
import type { CartLine } from '@shared/orders/contract'
import { defaultSelection, unitPrice } from '@shared/pricing/unit-price'
import { pay, pickupCode, submit } from './stage/customer'
import { giveCoupons, type Gift } from './stage/gifts'
import type { LonePhone, StoryOf } from './stage/world'

const NONE = { categoryIds: [], productIds: [], skuIds: [] }
const three: readonly Gift[] = [
  { title: '第二杯四折', benefit: { kind: 'nthUnit', nth: 2, payBp: 4000, capFen: 1500 } },
  { title: '满 30 减 6', benefit: { kind: 'amountOff', offFen: 600, thresholdFen: 3000 } },
  { title: '免配送费券', benefit: { kind: 'freeDelivery', capFen: 500, thresholdFen: 0 } },
]
/** Coupons that don't fit, in turn: too dear, another way, other goods. */
const UNFIT: readonly ((i: number) => Gift)[] = [
  (i) => ({
    title: `满 ${400 + i} 减 9`,
    benefit: { kind: 'amountOff', offFen: 900, thresholdFen: (400 + i) * 100 },
  }),
  (i) => ({
    title: `堂食专享立减 3 元，朋友聚会也能用，请在到店后出示（${i}）`,
    benefit: { kind: 'amountOff', offFen: 300, thresholdFen: 0 },
    limits: { ways: ['dineIn'] },
  }),
  (i) => ({
    title: `早餐兑换券（${i}）`,
    benefit: { kind: 'exchange', capFen: 1200 },
    limits: { scope: { ...NONE, productIds: ['xiaolongbao'] } },
  }),
]
const unfit = Array.from({ length: 57 }, (_, i) => UNFIT[i % UNFIT.length]!(i))

/** So many different things of the demo's menu, as its sheet preselects them. */
function different(count: number): CartLine[] {
  const lines = menuRow.products.flatMap((product) => {
    const { choices } = defaultSelection(product)
    return product.skus
      .filter((sku) => !isRefused(unitPrice(product, sku.id, choices)))
      .map((sku) => ({ productId: product.id, skuId: sku.id, choices, qty: 1 }))
  })
  return lines.slice(0, count)
}

/** The phone remembers this cart from an earlier visit. */
const remembering = (lines: readonly CartLine[]) => (page: LonePhone['page']) =>
  page.addInitScript(
    ([key, text]) => localStorage.setItem(key ?? '', text ?? ''),
    [`changke:${chen.openid}:cart`, JSON.stringify({ lines, last: null })],
  )

/** 小陈 has an address, from the story of the delivery. */
export const threeAtOnce: StoryOf = {
  name: '六十张券：单品、订单、配送各用一张，最优惠的已经选好，每张不能用的都说为什么',
  async play({ shop, phoneOf }) {
    await giveCoupons(shop.cloudUrl, chen.openid, [...three, ...unfit], await shop.now())

    const phone = await phoneOf('chen', remembering(different(1).map((line) => ({ ...line, qty: 2 }))))
    await phone.tap('外送', '.entries')
    await phone.tap('去结算')
    await phone.see('第二杯四折 + 满 30 减 6 + 免配送费券 · 已选最优惠')
    await phone.text('配送券', '.sum-rows').waitFor()
    await phone.keep('checkout-three-coupons')
    await looksAtCoupons(phone)
    await submit(phone)
    await pay(phone)
    await phone.see('实付')
    await phone.text('配送券', '.sum-rows').waitFor()
  },
}

async function looksAtCoupons(phone: LonePhone): Promise<void> {
  await phone.tap('优惠券', '.ui-field')
  await phone.see(/^单品券 · /)
  await phone.see('已选 3 张')
  await phone.keep('coupon-sheet-three')
  await phone.see(/^暂不可用 · 57 张/)
  await phone.tap(/^看其余/)
  await phone.text(/^还差 ¥/, '.coupon-sheet').scrollIntoViewIfNeeded()
  await phone.keep('coupon-sheet-sixty')
  await phone.tap('不用券', '.coupon-sheet')
  await phone.tap('用最优惠的')
  await phone.see('已选 3 张')
  await phone.tap('确定', '.coupon-sheet__foot')
}

export const twentyLines: StoryOf = {
  name: '二十样一单：收起来看得清，展开看得全，能下单',
  async play({ phoneOf }) {
    const phone = await phoneOf('chen', remembering(different(20)))
    await phone.tap('自取', '.entries')
    await phone.find('[aria-label="购物车，20 件"]').waitFor()
    await phone.tap('去结算')
    await phone.see('看全部 20 样')
    await phone.see('提交订单')
    await phone.keep('checkout-twenty-lines')
    await phone.tap('看全部 20 样')
    await phone.gone('看全部 20 样')
    await submit(phone)
    await pay(phone)
    await pickupCode(phone)
    await phone.keep('order-twenty-lines')
  },
}
