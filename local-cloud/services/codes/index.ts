import { type OpenapiHandler, WechatError } from '../../wire/openapi'
import { type Colour, drawCode, readCode } from './picture'

/** Limits of `wxacode.getUnlimited`. A scene has at most 32 visible characters. */
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/
export const MIN_WIDTH = 280
export const MAX_WIDTH = 1280
export const DEFAULT_WIDTH = 430
/** What our codes begin with; the phone's scanner tells them from any other QR code by it. */
const TEXT_PREFIX = 'wxacode://local/'

/** `wxacode.getUnlimited`. `pages`: the pages of the released version, or null when they aren't known (any is taken). */
export function createCodes(pages: () => readonly string[] | null): OpenapiHandler {
  return ({ params }) => {
    const scene = checkedScene(params['scene'])
    const page = checkedPage(params['page'])
    if (page !== '' && params['check_path'] !== false && pages()?.includes(page) === false) {
      throw new WechatError(41030, 'invalid page')
    }
    const width = Number(params['width'] ?? DEFAULT_WIDTH)
    if (!(width >= MIN_WIDTH && width <= MAX_WIDTH)) throw new WechatError(40097, 'invalid args: width')
    const bytes = drawCode(codeText(scene, page), {
      width: Math.round(width),
      transparent: params['is_hyaline'] === true,
      ...(isColour(params['line_color']) && { colour: params['line_color'] }),
    })
    return { contentType: 'image/png', bytes }
  }
}

/** A code without asking the cloud, for the desk. Throws WechatError as the cloud would. */
export const codePicture = (scene: string, page: string): Buffer =>
  drawCode(codeText(checkedScene(scene), checkedPage(page)), { width: DEFAULT_WIDTH })

/**
 * What the scanner finds in a picture: where a code of ours leads (`/<page>?scene=<encoded>`), or the text of any other
 * QR code; null when there is none.
 */
export function scannedCode(picture: Buffer): { readonly path: string } | { readonly result: string } | null {
  const text = readCode(picture)
  if (text === null || text === '') return null
  return text.startsWith(TEXT_PREFIX) ? { path: `/${text.slice(TEXT_PREFIX.length)}` } : { result: text }
}

const codeText = (scene: string, page: string) => `${TEXT_PREFIX}${page}?scene=${encodeURIComponent(scene)}`

function checkedScene(scene: unknown): string {
  const text = typeof scene === 'number' ? String(scene) : scene
  if (typeof text !== 'string' || !SCENE.test(text)) throw new WechatError(40129, 'invalid scene')
  return text
}
function checkedPage(page: unknown): string {
  if (page === undefined || page === '') return ''
  if (typeof page !== 'string' || page.startsWith('/') || page.includes('?'))
    throw new WechatError(41030, 'invalid page')
  return page
}
const isColour = (value: unknown): value is Colour =>
  typeof value === 'object' &&
  value !== null &&
  ['r', 'g', 'b'].every((part) => {
    const share = Number((value as Record<string, unknown>)[part])
    return share >= 0 && share <= 255
  })
