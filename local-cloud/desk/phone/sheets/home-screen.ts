import { h } from '../../common/dom'
import { doors, type Notice } from '../../common/doors'
import type { DeskShop } from '../../common/shop'
import { clockText } from '../../common/time'
import { overlay } from '../overlay'
import { scanCode } from './scanner'

/**
 * WeChat with the app put down: its own scanner, the service notices of this person and the way back. Answers the page
 * that was tapped or scanned, or '' to return to where one was.
 */
export async function homeScreen(
  openid: string,
  { name: shopName, codes }: Pick<DeskShop, 'name' | 'codes'>,
): Promise<string> {
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
      h('button', { class: 'home-scan', on: { click: () => void scanHere(codes, finish) } }, '扫一扫'),
      h('p', { class: 'menu-label' }, '服务通知'),
      ...[...notices].reverse().map((notice) => noticeCard(notice, () => finish(notice.page))),
      notices.length === 0 && h('p', { class: 'home-empty' }, '还没有消息'),
    ),
  )
}

/** A code of this mini-program leads into it; any other is nothing to it, and a closed scanner neither. */
async function scanHere(codes: DeskShop['codes'], finish: (page: string) => void): Promise<void> {
  const { path } = await scanCode(codes).catch(() => ({ path: '' }))
  if (path !== '') finish(path)
}

const noticeCard = (notice: Notice, click: () => void) =>
  h(
    'button',
    { class: 'home-notice', on: { click } },
    h('small', {}, clockText(notice.at)),
    h('b', {}, notice.title),
    ...notice.rows.map((row) => h('p', {}, h('span', {}, row.label), row.value)),
  )
