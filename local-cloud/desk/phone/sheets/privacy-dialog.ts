import { h } from '../../common/dom'
import { overlay } from '../overlay'
import { remember, remembered } from '../person'

export const needsPrivacyConsent = (openid: string) => remembered('privacy', openid) !== 'agreed'

/** WeChat's privacy dialog. Agreed once it is not shown again for this person; a refusal asks again next time. */
export async function requirePrivacyAuthorize(
  openid: string,
  shopName: string,
): Promise<{ agreed: boolean }> {
  if (!needsPrivacyConsent(openid)) return { agreed: true }
  const agreed = await overlay<boolean>('sheet', (finish) =>
    h(
      'section',
      { class: 'ask', 'aria-label': '隐私保护提示' },
      h('p', { class: 'ask-who' }, h('b', {}, shopName)),
      h('h2', {}, '隐私保护提示'),
      h(
        'p',
        { class: 'ask-text' },
        '使用前请阅读',
        h('a', {}, '《用户隐私保护指引》'),
        '。我们只在你主动填写头像、昵称或手机号时收集它们，用于会员服务；不同意也可以点单。',
      ),
      h(
        'div',
        { class: 'ask-buttons' },
        h('button', { class: 'wx-button wx-button-grey', on: { click: () => finish(false) } }, '拒绝'),
        h('button', { class: 'wx-button', on: { click: () => finish(true) } }, '同意'),
      ),
    ),
  )
  if (agreed) remember('privacy', openid, 'agreed')
  return { agreed }
}
