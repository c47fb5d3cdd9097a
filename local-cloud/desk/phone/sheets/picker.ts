import { h } from '../../common/dom'
import { overlay } from '../overlay'

export type PickerRow<T> = { readonly value: T; readonly title: string; readonly lines: readonly string[] }

/** A list of WeChat's to pick from; null when it is left without picking. */
export const pickFrom = <T>(
  heading: string,
  rows: readonly PickerRow<T>[],
  leave: string,
): Promise<T | null> =>
  overlay<T | null>(
    'sheet',
    (finish) =>
      h(
        'section',
        { class: 'ask', 'aria-label': heading },
        h('h2', {}, heading),
        h(
          'div',
          { class: 'picker' },
          ...rows.map(({ value, title, lines }) =>
            h(
              'button',
              { class: 'picker-row', on: { click: () => finish(value) } },
              h('b', {}, title),
              ...lines.map((line) => h('small', {}, line)),
            ),
          ),
        ),
        h('button', { class: 'wx-button wx-button-grey', on: { click: () => finish(null) } }, leave),
      ),
    { value: null },
  )
