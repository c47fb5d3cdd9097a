import { h, svg } from '../../common/dom'
import { fail } from '../fail'
import { overlay } from '../overlay'

const SIZE_PX = 132
/** Background, coat, hair of each drawn face. */
const FACES = [
  ['#f6d8b8', '#3f6b4f', '#3a2c25'],
  ['#cfe3dc', '#c0673a', '#6b4a35'],
  ['#f3c9c5', '#4a5d8a', '#1f1b1a'],
  ['#e8e0c8', '#8a5a7d', '#a8763e'],
  ['#d5dcef', '#b58a2f', '#2b2b3a'],
  ['#dfeacb', '#7a3f3f', '#5b3a22'],
] as const

const faceMarkup = ([back, coat, hair]: (typeof FACES)[number]) => `
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 132 132" width="132" height="132">
  <rect width="132" height="132" fill="${back}"/>
  <path d="M18 132c2-28 22-40 48-40s46 12 48 40z" fill="${coat}"/>
  <rect x="55" y="80" width="22" height="20" rx="9" fill="#e9b894"/>
  <circle cx="66" cy="62" r="28" fill="#f4c9a5"/>
  <path d="M36 62c-2-26 12-38 30-38s33 12 30 38c-6-8-9-16-10-22-12 6-32 6-40 2-2 8-5 14-10 20z" fill="${hair}"/>
  <circle cx="56" cy="64" r="3" fill="#3a2c25"/><circle cx="76" cy="64" r="3" fill="#3a2c25"/>
  <path d="M58 76q8 6 16 0" stroke="#a3604a" stroke-width="3" fill="none" stroke-linecap="round"/>
</svg>`

/** The avatar picker: a PNG as a data URL; rejects with "chooseAvatar:fail cancel". */
export async function chooseAvatar(): Promise<{ dataUrl: string }> {
  const face = await overlay<(typeof FACES)[number] | null>(
    'sheet',
    (finish) =>
      h(
        'section',
        { class: 'ask', 'aria-label': '选择头像' },
        h('h2', {}, '选择头像'),
        h(
          'div',
          { class: 'faces' },
          ...FACES.map((f, i) =>
            h(
              'button',
              { class: 'face', 'aria-label': `头像 ${i + 1}`, on: { click: () => finish(f) } },
              svg(faceMarkup(f)),
            ),
          ),
        ),
        h('button', { class: 'wx-button wx-button-grey', on: { click: () => finish(null) } }, '取消'),
      ),
    { value: null },
  )
  if (!face) throw fail('chooseAvatar:fail cancel')
  return { dataUrl: await drawn(faceMarkup(face)) }
}

/** The drawing as PNG: what a phone would hand over is a picture, not markup. */
async function drawn(markup: string): Promise<string> {
  const picture = new Image()
  picture.src = `data:image/svg+xml,${encodeURIComponent(markup)}`
  await picture.decode()
  const canvas = h('canvas', { width: SIZE_PX, height: SIZE_PX })
  canvas.getContext('2d')?.drawImage(picture, 0, 0, SIZE_PX, SIZE_PX)
  return canvas.toDataURL('image/png')
}
