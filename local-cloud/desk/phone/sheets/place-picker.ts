import type { BridgePlace } from '@shared/wechat/bridge'
import { h } from '../../common/dom'
import { fail } from '../fail'
import { overlay } from '../overlay'
import { remember, remembered } from '../person'
import { PLACES } from './demo-places'
import { pickFrom } from './picker'

/** What this person answered when asked for their place; null before they were asked. */
const answered = (openid: string) => remembered('place', openid)

/**
 * `wx.chooseLocation`: asks for the permission once, then shows a list of places instead of a map. Refused, it fails at
 * once with "chooseLocation:fail auth deny" until the person changes their mind in the settings.
 */
export async function chooseLocation(openid: string, shopName: string): Promise<BridgePlace> {
  if (answered(openid) === null)
    remember('place', openid, (await mayUsePlace(shopName)) ? 'allowed' : 'denied')
  if (answered(openid) === 'denied') throw fail('chooseLocation:fail auth deny')
  const rows = PLACES.map((one) => ({ value: one, title: one.name, lines: [one.address] }))
  const picked = await pickFrom('在地图上选位置', rows, '取消')
  if (!picked) throw fail('chooseLocation:fail cancel')
  return picked
}

const mayUsePlace = (shopName: string) =>
  overlay<boolean>('sheet', (finish) =>
    h(
      'section',
      { class: 'ask', 'aria-label': '位置信息' },
      h('p', { class: 'ask-who' }, h('b', {}, shopName), ' 申请'),
      h('h2', {}, '使用你的位置信息'),
      h('p', { class: 'ask-text' }, '用于在地图上选收货位置，计算配送距离'),
      h(
        'div',
        { class: 'ask-buttons' },
        h('button', { class: 'wx-button wx-button-grey', on: { click: () => finish(false) } }, '拒绝'),
        h('button', { class: 'wx-button', on: { click: () => finish(true) } }, '允许'),
      ),
    ),
  )

/** `wx.openSetting`: only what the app has asked for before can be set. */
export async function openSetting(openid: string, shopName: string): Promise<void> {
  const before = answered(openid)
  const box = h('input', { type: 'checkbox', checked: before === 'allowed' })
  await overlay<void>('sheet', (finish) =>
    h(
      'section',
      { class: 'ask', 'aria-label': '设置' },
      h('p', { class: 'ask-who' }, h('b', {}, shopName)),
      h('h2', {}, '设置'),
      before === null
        ? h('p', { class: 'ask-text' }, '还没有申请过权限')
        : h('label', { class: 'ask-row' }, h('span', {}, '位置信息'), box),
      h(
        'div',
        { class: 'ask-buttons' },
        h('button', { class: 'wx-button', on: { click: () => finish() } }, '完成'),
      ),
    ),
  )
  if (before !== null) remember('place', openid, box.checked ? 'allowed' : 'denied')
}
