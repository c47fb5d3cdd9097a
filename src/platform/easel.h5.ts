import { picture } from './picture.h5'
import type { Easel, PenPicture, Platform } from './types'

/** A picture that has not come by then is done without. */
const PATIENCE_MS = 8_000

export const openEasel: Platform['openEasel'] = async (_id, width, height) => {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (pen === null) return null
  const easel: Easel = { pen, loadPicture, toFile: () => toFile(canvas) }
  return easel
}

function loadPicture(src: string): Promise<PenPicture | null> {
  return new Promise((resolve) => {
    const image = new Image()
    const late = setTimeout(() => resolve(null), PATIENCE_MS)
    const settle = (found: PenPicture | null) => {
      clearTimeout(late)
      resolve(found)
    }
    image.onload = () => settle({ source: image, width: image.naturalWidth, height: image.naturalHeight })
    image.onerror = () => settle(null)
    image.crossOrigin = 'anonymous'
    image.src = picture(src)
  })
}

/** An object URL; it lives as long as the page. */
const toFile = (canvas: HTMLCanvasElement): Promise<string | null> =>
  new Promise((resolve) => {
    try {
      canvas.toBlob((blob) => resolve(blob === null ? null : URL.createObjectURL(blob)), 'image/png')
    } catch {
      // A picture of another origin was drawn: the browser gives nothing away.
      resolve(null)
    }
  })
