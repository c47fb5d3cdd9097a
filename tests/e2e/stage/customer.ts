import type { Phone } from './phone'

/** 拿铁, 大杯 / 少冰 / 半糖, chosen in its sheet. */
export async function chooseLatte(phone: Phone): Promise<void> {
  await phone.tab('点单')
  await phone.find('.product-card:has(:text-is("拿铁")) .product-card__choose').click()
  await phone.tap('大杯', '.spec')
  await phone.tap('少冰', '.spec')
  await phone.tap('半糖', '.spec')
}

export const putIntoCart = (phone: Phone) => phone.tap('加入购物车', '.spec__foot')

/** A latte, from the menu to the checkout with its price said by the cloud. */
export async function toCheckout(phone: Phone): Promise<void> {
  await chooseLatte(phone)
  await putIntoCart(phone)
  await phone.tap('去结算')
  await phone.see('提交订单')
}

/** Submits and answers WeChat's question about messages. */
export async function submit(phone: Phone, answer: '允许' | '取消' = '允许'): Promise<void> {
  await phone.tap('提交订单')
  await phone.wechat.getByRole('button', { name: answer, exact: true }).click()
}

/** Pays on the pay sheet and leaves it by 完成. */
export async function pay(phone: Phone): Promise<void> {
  await phone.wechat.getByRole('button', { name: '立即支付' }).click()
  await phone.wechat.getByRole('button', { name: '完成' }).click()
}

export const closePaySheet = (phone: Phone) =>
  phone.wechat.getByRole('dialog').getByRole('button', { name: '关闭' }).click()

/** The pickup number on the order's page. */
export async function pickupCode(phone: Phone): Promise<string> {
  return (await phone.find('.order-hero__code').innerText()).trim()
}
