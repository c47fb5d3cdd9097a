import { byId, h } from '../common/dom'
import type { Notice } from '../common/doors'

const SHOWN_MS = 8_000

/** A service notice arrives: it slides in from above, leads to its page when tapped, and goes away by itself. */
export function showBanner(notice: Notice, openPage: (path: string) => void): void {
  const leave = () => banner.remove()
  const banner = h(
    'button',
    {
      class: 'banner',
      'aria-label': `服务通知 ${notice.title}`,
      on: {
        click: () => {
          leave()
          if (notice.page) openPage(notice.page)
        },
      },
    },
    h('span', { class: 'banner-mark', 'aria-hidden': 'true' }, '☕'),
    h(
      'span',
      { class: 'banner-text' },
      h('small', {}, '服务通知 · 现在'),
      h('b', {}, notice.title),
      h(
        'span',
        {},
        notice.rows
          .map((row) => row.value)
          .slice(0, 2)
          .join(' · '),
      ),
    ),
  )
  byId('overlays').append(banner)
  setTimeout(leave, SHOWN_MS)
}
