import { doors } from '../../common/doors'
import { type Attrs, fill, h } from '../../common/dom'
import type { ShopCode } from '../../common/shop'
import { fail } from '../fail'
import { type Finish, overlay } from '../overlay'

/** As the door of the local cloud reads a picture: where a code of ours leads, or the text of any other. */
type Code = { readonly path: string; readonly result: string }
type Read = (png: Promise<Blob> | Blob) => void

/**
 * The scanner: the shop's codes hang on the wall to be picked, and a picture of any other code can be dropped, pasted
 * or chosen. Every code is really read from its picture. Rejects with "scanCode:fail cancel".
 */
export async function scanCode(codes: readonly ShopCode[]): Promise<Code> {
  const code = await overlay<Code | null>('full', (finish) => scanner(codes, finish))
  if (code === null) throw fail('scanCode:fail cancel')
  return code
}

function scanner(codes: readonly ShopCode[], finish: Finish<Code | null>): HTMLElement {
  const problem = h('p', { class: 'scan-problem', role: 'alert' })
  const read: Read = (png) => {
    fill(problem, '正在识别…')
    Promise.resolve(png)
      .then((blob) => doors.scan(blob))
      .then(finish, () => fill(problem, '没有认出码，换一张试试'))
  }
  return h(
    'section',
    { class: 'scan', 'aria-label': '扫一扫', tabindex: '-1', on: takesPictures(read) },
    h('button', { class: 'scan-close', 'aria-label': '关闭', on: { click: () => finish(null) } }, '✕'),
    h('div', { class: 'scan-line', 'aria-hidden': 'true' }),
    h('h2', {}, '扫店里的码'),
    h('div', { class: 'scan-wall' }, ...codes.map((code) => poster(code, (url) => read(picture(url))))),
    problem,
    h('p', { class: 'scan-hint' }, '也可以把小程序码、取餐码的图片拖到这里，或粘贴'),
    album(read),
  )
}

const readFirst = (files: FileList | null | undefined, read: Read) => {
  const first = files?.[0]
  if (first) read(first)
}

const takesPictures = (read: Read): NonNullable<Attrs['on']> => ({
  dragover: (event) => event.preventDefault(),
  drop: (event) => {
    event.preventDefault()
    const picture = drawnIn(event.dataTransfer?.getData('text/uri-list'))
    if (picture !== null) read(picture)
    else readFirst(event.dataTransfer?.files, read)
  },
  paste: (event) => readFirst(event.clipboardData?.files, read),
})

/** A code that is drawn on a page (a pickup code on the other phone) is dragged as a link to its data. */
function drawnIn(link: string | undefined): Promise<Blob> | null {
  return link?.startsWith('data:image/png') ? picture(link) : null
}

/** Chooses a picture of the machine. */
function album(read: Read): HTMLElement {
  const file = h('input', {
    type: 'file',
    accept: 'image/png',
    hidden: true,
    on: { change: () => readFirst(file.files, read) },
  })
  return h('div', {}, h('button', { class: 'scan-album', on: { click: () => file.click() } }, '相册'), file)
}

function poster(code: ShopCode, pick: (url: string) => void): HTMLElement {
  const url = doors.codeUrl(code.page, code.scene)
  return h(
    'button',
    { class: 'scan-code', on: { click: () => pick(url) } },
    h('img', { src: url, alt: '', width: 96, height: 96 }),
    h('span', {}, code.label),
  )
}

async function picture(url: string): Promise<Blob> {
  return (await fetch(url)).blob()
}
