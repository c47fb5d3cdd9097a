import { localPicture } from './local-picture.weapp'
import type { Easel, Pen, PenPicture, Platform } from './types'

/** A picture that has not come by then is done without. */
const PATIENCE_MS = 8_000

/** As WeChat gives it: the page's canvas, and its own way to load a picture. */
type Node = {
  width: number
  height: number
  getContext(kind: '2d'): Pen
  createImage(): WechatImage
}
type WechatImage = CanvasImageSource & {
  width: number
  height: number
  src: string
  onload: (() => void) | null
  onerror: (() => void) | null
}

/** A page that has just been drawn may not hold its canvas yet. */
const LOOKS = 20
const LOOK_AGAIN_MS = 50

export const openEasel: Platform['openEasel'] = async (id, width, height) => {
  for (let look = 0; look < LOOKS; look++) {
    const node = await findNode(id)
    if (node !== null) return easelOn(node, width, height)
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  }
  return null
}

const findNode = (id: string): Promise<Node | null> =>
  new Promise((resolve) => {
    wx.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true })
      .exec((found: readonly ({ readonly node?: Node } | null)[]) => resolve(found[0]?.node ?? null))
  })

function easelOn(node: Node, width: number, height: number): Easel {
  node.width = width
  node.height = height
  return {
    pen: node.getContext('2d'),
    loadPicture: async (src) => {
      // a canvas takes no file id
      const local = await localPicture(src)
      return local === null ? null : load(node, local)
    },
    toFile: () => toFile(node, width, height),
  }
}

function load(node: Node, src: string): Promise<PenPicture | null> {
  return new Promise((resolve) => {
    const image = node.createImage()
    const late = setTimeout(() => resolve(null), PATIENCE_MS)
    image.onload = () => {
      clearTimeout(late)
      resolve({ source: image, width: image.width, height: image.height })
    }
    image.onerror = () => {
      clearTimeout(late)
      resolve(null)
    }
    image.src = src
  })
}

/** Pixel for pixel: left to itself WeChat multiplies by the phone's ratio. */
const toFile = (node: Node, width: number, height: number): Promise<string | null> =>
  new Promise((resolve) => {
    wx.canvasToTempFilePath({
      canvas: node,
      width,
      height,
      destWidth: width,
      destHeight: height,
      fileType: 'png',
      success: ({ tempFilePath }) => resolve(tempFilePath),
      fail: () => resolve(null),
    })
  })
