import type { ConsentAnswer } from '@shared/wechat/bridge'
import { doors } from '../../common/doors'
import { h } from '../../common/dom'
import type { Template } from '../../common/shop'
import { fail } from '../fail'
import { overlay } from '../overlay'
import { remember, remembered } from '../person'

/** WeChat asks for at most three one-time templates at once. */
const AT_ONCE = 3
type Answers = Record<string, ConsentAnswer>

/**
 * `wx.requestSubscribeMessage`: asks for each template, tells the cloud, answers by template id. Only in answer to a
 * tap, as in WeChat. With 总是保持以上选择 it does not ask this person again for the same templates.
 */
export async function requestSubscribeMessage(
  ids: readonly string[],
  who: { readonly openid: string; readonly shopName: string; readonly templates: readonly Template[] },
  tapped: boolean,
): Promise<Answers> {
  if (ids.length === 0 || ids.length > AT_ONCE)
    throw fail('requestSubscribeMessage:fail tmplIds length invalid')
  if (!tapped) throw fail('requestSubscribeMessage:fail can only be invoked by user TAP gesture.')
  const unknown = ids.find((id) => !who.templates.some((t) => t.id === id))
  if (unknown !== undefined)
    throw fail('requestSubscribeMessage:fail No template data return, verify the template id exist')
  const kept = JSON.parse(remembered('consents', who.openid) ?? '{}') as Answers
  const open = ids.filter((id) => kept[id] === undefined)
  const fresh = open.length > 0 ? await ask(open, who, kept) : {}
  const answers = Object.fromEntries(ids.map((id) => [id, fresh[id] ?? kept[id] ?? 'reject']))
  await doors.consents(who.openid, answers)
  return answers
}

async function ask(
  ids: readonly string[],
  who: { readonly openid: string; readonly shopName: string; readonly templates: readonly Template[] },
  kept: Answers,
): Promise<Answers> {
  const boxes = ids.map((id) => ({ id, box: h('input', { type: 'checkbox', checked: true }) }))
  const always = h('input', { type: 'checkbox' })
  const allowed = await overlay<boolean>('sheet', (finish) =>
    h(
      'section',
      { class: 'ask', 'aria-label': '订阅消息' },
      h('p', { class: 'ask-who' }, h('b', {}, who.shopName), ' 申请'),
      h('h2', {}, '发送一次以下消息'),
      ...boxes.map(({ id, box }) =>
        h('label', { class: 'ask-row' }, h('span', {}, titleOf(id, who.templates)), box),
      ),
      h('label', { class: 'ask-always' }, always, '总是保持以上选择，不再询问'),
      h(
        'div',
        { class: 'ask-buttons' },
        h('button', { class: 'wx-button wx-button-grey', on: { click: () => finish(false) } }, '取消'),
        h('button', { class: 'wx-button', on: { click: () => finish(true) } }, '允许'),
      ),
    ),
  )
  const answers = Object.fromEntries(
    boxes.map(({ id, box }): [string, ConsentAnswer] => [id, allowed && box.checked ? 'accept' : 'reject']),
  )
  if (always.checked) remember('consents', who.openid, JSON.stringify({ ...kept, ...answers }))
  return answers
}

const titleOf = (id: string, templates: readonly Template[]) =>
  templates.find((t) => t.id === id)?.title ?? id
