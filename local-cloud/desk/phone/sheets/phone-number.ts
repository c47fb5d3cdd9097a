import { doors } from '../../common/doors'
import { h } from '../../common/dom'
import { fail } from '../fail'
import { overlay } from '../overlay'

/** The phone number button: a code for the cloud, or "getPhoneNumber:fail user deny". */
export async function getPhoneNumber(openid: string, shopName: string): Promise<{ code: string }> {
  const allowed = await overlay<boolean>('sheet', (finish) =>
    h(
      'section',
      { class: 'ask', 'aria-label': '手机号' },
      h('p', { class: 'ask-who' }, h('b', {}, shopName), ' 申请'),
      h('h2', {}, '获取并验证你的手机号'),
      h(
        'p',
        { class: 'ask-row ask-row-one' },
        h('span', {}, '微信绑定的手机号'),
        h('i', { class: 'ask-picked' }, '✓'),
      ),
      h(
        'div',
        { class: 'ask-buttons' },
        h('button', { class: 'wx-button wx-button-grey', on: { click: () => finish(false) } }, '不允许'),
        h('button', { class: 'wx-button', on: { click: () => finish(true) } }, '允许'),
      ),
    ),
  )
  if (!allowed) throw fail('getPhoneNumber:fail user deny')
  return doors.phoneCode(openid)
}
