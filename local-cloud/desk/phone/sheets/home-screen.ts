import { h } from '../../common/dom'
import { doors, type Notice } from '../../common/doors'
import { clockText } from '../../common/time'
import { overlay } from '../overlay'

/**
 * WeChat with the app put down: the service notices of this person and the way back. Answers the page that was tapped,
 * or '' to return to where one was.
 */
export async function homeScreen(openid: string, shopName: string): Promise<string> {
  const notices = await doors.inbox(openid)
  return overlay<string>('full', (finish) =>
    h(
      'section',
      { class: 'home', 'aria-label': '微信' },
      h('h2', {}, '微信'),
      h(
        'button',
        { class: 'home-app', on: { click: () => finish('') } },
        h('i', { 'aria-hidden': 'true' }, '常'),
        h('span', {}, h('b', {}, shopName), h('small', {}, '小程序 · 回到刚才的页面')),
      ),
      h('p', { class: 'menu-label' }, '服务通知'),
      ...[...notices].reverse().map((notice) => noticeCard(notice, () => finish(notice.page))),
      notices.length === 0 && h('p', { class: 'home-empty' }, '还没有消息'),
    ),
  )
}

const noticeCard = (notice: Notice, click: () => void) =>
  h(
    'button',
    { class: 'home-notice', on: { click } },
    h('small', {}, clockText(notice.at)),
    h('b', {}, notice.title),
    ...notice.rows.map((row) => h('p', {}, h('span', {}, row.label), row.value)),
  )
