/**
 * The demo shop's message templates, as its WeChat console would list them. A key is `<type><number>`; its type decides
 * which values fit (thing ≤ 20 characters, character_string ≤ 32 without Chinese, amount, time).
 */
export type TemplateDeclaration = {
  readonly id: string
  readonly title: string
  /** In the order the notice shows them; `label` is what stands left of the value. */
  readonly fields: readonly { readonly key: string; readonly label: string }[]
}

export const orderReady: TemplateDeclaration = {
  id: 'ckORDERREADY-8Kq2mVtW1xYzLr5nPdBs3uFhJ7aEo0cG4iTQ',
  title: '取餐提醒',
  fields: [
    { key: 'character_string1', label: '取餐码' },
    { key: 'thing2', label: '取餐门店' },
    { key: 'thing3', label: '商品' },
    { key: 'thing4', label: '温馨提示' },
  ],
}
export const orderRefunded: TemplateDeclaration = {
  id: 'ckORDERREFUND-5Wd9rXyN6vKmQs2bHcTf8uLj3gPa1eZo7Ri',
  title: '退款通知',
  fields: [
    { key: 'amount1', label: '退款金额' },
    { key: 'thing2', label: '商品' },
    { key: 'thing3', label: '退款原因' },
    { key: 'time4', label: '发起时间' },
  ],
}

export const couponExpiring: TemplateDeclaration = {
  id: 'ckCOUPONENDS-2Hn7vBxT4qLwRe9yUoKc6mZs1pJd8gFa3Xi',
  title: '优惠券到期提醒',
  fields: [
    { key: 'thing1', label: '优惠券' },
    { key: 'time2', label: '有效期至' },
    { key: 'thing3', label: '温馨提示' },
  ],
}

export const orderUnpaid: TemplateDeclaration = {
  id: 'ckORDERUNPAID-4Tz8nQcL6yHwVb1mRx9sKd3fGj7pUa2eIo',
  title: '待付款提醒',
  fields: [
    { key: 'thing1', label: '商品' },
    { key: 'amount2', label: '待付金额' },
    { key: 'time3', label: '付款截止' },
    { key: 'thing4', label: '温馨提示' },
  ],
}

/** Every template the demo shop has been granted: what the local messages service validates against. */
export const templateDeclarations: readonly TemplateDeclaration[] = [
  orderReady,
  orderRefunded,
  couponExpiring,
  orderUnpaid,
]

/** `settings/shop.templates`: our name and our fields → WeChat's id and keys. */
export const shopTemplates = {
  ORDER_READY: {
    id: orderReady.id,
    fields: { pickupCode: 'character_string1', store: 'thing2', goods: 'thing3', tip: 'thing4' },
  },
  ORDER_REFUNDED: {
    id: orderRefunded.id,
    fields: { amount: 'amount1', goods: 'thing2', reason: 'thing3', time: 'time4' },
  },
  COUPON_EXPIRING: {
    id: couponExpiring.id,
    fields: { coupon: 'thing1', until: 'time2', tip: 'thing3' },
  },
  ORDER_UNPAID: {
    id: orderUnpaid.id,
    fields: { goods: 'thing1', amount: 'amount2', until: 'time3', tip: 'thing4' },
  },
} as const
