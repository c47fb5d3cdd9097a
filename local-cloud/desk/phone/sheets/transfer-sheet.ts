import { yuan } from '@shared/kernel/money'
import type { BridgeTransfer } from '@shared/wechat/bridge'
import { doors, type TransferPage } from '../../common/doors'
import { fill, h } from '../../common/dom'
import { fail } from '../fail'
import { type Finish, overlay } from '../overlay'

const PREFIX = 'requestMerchantTransfer:'
/** How the page is left: confirmed, or WeChat's reason. */
const CONFIRMED = `${PREFIX}ok`
const CANCELLED = `${PREFIX}fail cancel`
const OFFLINE = { ok: false, errMsg: `${PREFIX}fail 网络不可用` }

/**
 * `wx.requestMerchantTransfer`: who pays, how much and for what. Resolves when the person has confirmed and seen the tick;
 * rejects with "requestMerchantTransfer:fail cancel" when they leave it, or with WeChat's reason when it is over.
 */
export async function requestMerchantTransfer(asked: BridgeTransfer, openid: string): Promise<void> {
  const page = await doors.transfer(asked.package).catch(() => null)
  if (page?.openid !== openid) throw fail(`${PREFIX}fail 参数package有误`)
  const why = await overlay<string>('sheet', (finish) => transferSheet(asked.package, page, finish))
  if (why !== CONFIRMED) throw fail(why)
}

function transferSheet(packageInfo: string, page: TransferPage, finish: Finish<string>): HTMLElement {
  const sheet = h('section', { class: 'pay', 'aria-label': '收款确认' })
  const confirm = () => {
    fill(sheet, h('p', { class: 'pay-payee', role: 'status' }, '正在收款…'))
    doors
      .confirmTransfer(packageInfo, page.openid)
      .catch(() => OFFLINE)
      .then(({ ok, errMsg }) => fill(sheet, ...(ok ? tick(page, finish) : refused(errMsg, finish))))
      .catch((error: unknown) => console.error(error))
  }
  const leave = h(
    'button',
    { class: 'pay-close', 'aria-label': '关闭', on: { click: () => finish(CANCELLED) } },
    '✕',
  )
  if (!page.mayConfirm) {
    fill(sheet, ...refused(`${PREFIX}fail 该笔转账已失效`, finish))
    return sheet
  }
  fill(
    sheet,
    leave,
    h('p', { class: 'pay-payee' }, `${page.payer} 向你转账`),
    amount(page),
    row('转账说明', page.remark),
    row('收款方式', '零钱'),
    h('button', { class: 'wx-button', on: { click: confirm } }, '确认收款'),
  )
  return sheet
}

const tick = (page: TransferPage, finish: Finish<string>) => [
  h('div', { class: 'pay-tick', 'aria-hidden': 'true' }, '✓'),
  h('p', { class: 'pay-done' }, '已收款'),
  amount(page),
  h('button', { class: 'wx-button wx-button-quiet', on: { click: () => finish(CONFIRMED) } }, '完成'),
]

/** It can't be confirmed any more: what WeChat says, and only the way out. */
const refused = (errMsg: string, finish: Finish<string>) => [
  h('p', { class: 'pay-why', role: 'alert' }, errMsg.replace(`${PREFIX}fail `, '')),
  h('button', { class: 'wx-button wx-button-grey', on: { click: () => finish(errMsg) } }, '知道了'),
]

const row = (label: string, value: string) =>
  h('p', { class: 'pay-row' }, h('span', {}, label), h('span', {}, value))

/** Always with two decimals. */
function amount({ fen }: TransferPage): HTMLElement {
  const [whole = '0', cents = ''] = yuan(fen).split('.')
  return h('p', { class: 'pay-amount' }, h('small', {}, '¥'), `${whole}.${cents.padEnd(2, '0')}`)
}
