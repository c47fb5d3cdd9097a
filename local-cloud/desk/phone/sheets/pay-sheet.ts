import type { BridgePayment } from '@shared/wechat/bridge'
import { yuan } from '@shared/kernel/money'
import { doors, type Prepay } from '../../common/doors'
import { fill, h } from '../../common/dom'
import { fail } from '../fail'
import { type Finish, overlay } from '../overlay'

const PREPAY = /^prepay_id=(.+)$/

/**
 * `wx.requestPayment`: shows who is paid, how much and for what. Resolves when the person has paid and seen the tick;
 * rejects with "requestPayment:fail cancel" when they close the sheet, or with WeChat's reason when it can't be paid.
 */
export async function requestPayment(payment: BridgePayment): Promise<void> {
  const prepayId = PREPAY.exec(payment.package)?.[1]
  if (!prepayId) throw fail('requestPayment:fail 缺少参数 package')
  const bill = await doors.prepay(prepayId).catch(() => {
    throw fail('requestPayment:fail 该订单已过期，请重新下单')
  })
  const why = await overlay<string>('sheet', (finish) => paySheet(prepayId, bill, finish))
  if (why !== PAID) throw fail(why)
}

/** How the sheet is left: paid, or WeChat's reason. */
const PAID = 'requestPayment:ok'
const CANCELLED = 'requestPayment:fail cancel'
const OFFLINE = { ok: false, errMsg: 'requestPayment:fail 网络不可用' }

function paySheet(prepayId: string, bill: Prepay, finish: Finish<string>): HTMLElement {
  const sheet = h('section', { class: 'pay', 'aria-label': '微信支付' })
  const confirm = () => {
    const six = dots()
    fill(sheet, six)
    const paid = doors.pay(prepayId, 'confirm').catch(() => OFFLINE)
    Promise.all([paid, filled(six)])
      .then(([{ ok, errMsg }]) => fill(sheet, ...(ok ? tick(bill, finish) : refused(errMsg, finish))))
      .catch((error: unknown) => console.error(error))
  }
  const cancel = () => {
    doors.pay(prepayId, 'cancel').catch(() => undefined)
    finish(CANCELLED)
  }
  fill(
    sheet,
    h('button', { class: 'pay-close', 'aria-label': '关闭', on: { click: cancel } }, '✕'),
    h('p', { class: 'pay-payee' }, bill.payee),
    h('p', { class: 'pay-amount' }, h('small', {}, '¥'), amountText(bill.totalFen)),
    row('商品', bill.body),
    row('付款方式', '零钱'),
    h('button', { class: 'wx-button', on: { click: confirm } }, '立即支付'),
  )
  return sheet
}

/** The moment in which six digits would be typed. */
const dots = () =>
  h(
    'div',
    { class: 'pay-dots', role: 'status', 'aria-label': '支付中' },
    h('p', {}, '正在验证支付密码'),
    h('div', {}, ...Array.from({ length: 6 }, () => h('i'))),
  )

/** When the last of the six has been typed. */
const filled = (six: HTMLElement) =>
  new Promise<void>((resolve) => {
    six.querySelector('i:last-child')?.addEventListener('animationend', () => resolve(), { once: true })
  })

const tick = (bill: Prepay, finish: Finish<string>) => [
  h('div', { class: 'pay-tick', 'aria-hidden': 'true' }, '✓'),
  h('p', { class: 'pay-done' }, '支付成功'),
  h('p', { class: 'pay-payee' }, bill.payee),
  h('p', { class: 'pay-amount' }, h('small', {}, '¥'), amountText(bill.totalFen)),
  h('button', { class: 'wx-button wx-button-quiet', on: { click: () => finish(PAID) } }, '完成'),
]

/** It can't be paid any more: what WeChat says, and only the way out. */
const refused = (errMsg: string, finish: Finish<string>) => [
  h('p', { class: 'pay-why', role: 'alert' }, errMsg.replace('requestPayment:fail ', '')),
  h('button', { class: 'wx-button wx-button-grey', on: { click: () => finish(errMsg) } }, '知道了'),
]

const row = (label: string, value: string) =>
  h('p', { class: 'pay-row' }, h('span', {}, label), h('span', {}, value))

/** "¥18.50": the pay sheet always shows two decimals. */
const amountText = (fen: number) => {
  const [whole = '0', cents = ''] = yuan(fen).split('.')
  return `${whole}.${cents.padEnd(2, '0')}`
}
