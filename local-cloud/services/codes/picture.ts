import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import qrcode from 'qrcode-generator'

export type Colour = { readonly r: number; readonly g: number; readonly b: number }
export type PictureOptions = {
  /** Side of the square, px. */
  readonly width: number
  readonly colour: Colour
  /** No background (is_hyaline). */
  readonly transparent: boolean
}
/** White modules around the code, as the standard asks. */
const QUIET_ZONE = 4
const BLACK: Colour = { r: 0, g: 0, b: 0 }

/** A QR code of `text` as a PNG, exactly `width` px wide. */
export function drawCode(
  text: string,
  options: Partial<PictureOptions> & { readonly width: number },
): Buffer {
  const { width, colour = BLACK, transparent = false } = options
  const code = qrcode(0, 'M')
  code.addData(text, 'Byte')
  code.make()
  const modules = code.getModuleCount()
  const side = Math.max(1, Math.floor(width / (modules + 2 * QUIET_ZONE)))
  const margin = Math.floor((width - side * modules) / 2)
  const png = new PNG({ width, height: width })
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      const column = Math.floor((x - margin) / side)
      const row = Math.floor((y - margin) / side)
      const inside = column >= 0 && row >= 0 && column < modules && row < modules
      paint(png.data, (y * width + x) * 4, inside && code.isDark(row, column) ? colour : null, transparent)
    }
  }
  return PNG.sync.write(png)
}

function paint(data: Buffer, at: number, colour: Colour | null, transparent: boolean): void {
  data[at] = colour?.r ?? 255
  data[at + 1] = colour?.g ?? 255
  data[at + 2] = colour?.b ?? 255
  data[at + 3] = colour || !transparent ? 255 : 0
}

/** The text of the QR code in a PNG; null when there is none that can be read. Throws when it is no PNG. */
export function readCode(picture: Buffer): string | null {
  const png = PNG.sync.read(picture)
  const pixels = new Uint8ClampedArray(png.data)
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at + 3] !== 0) continue
    pixels.fill(255, at, at + 4)
  }
  return jsQR(pixels, png.width, png.height)?.data ?? null
}
