import type { Pen, PenPicture } from '@/platform/types'
import type { Asset, Fill, Font, Mark, Measure, Poster, Rect } from './marks'

/** As tokens.scss has it. */
const FAMILY =
  "-apple-system, BlinkMacSystemFont, 'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Noto Sans CJK SC', sans-serif"

type Radius = Extract<Mark, { kind: 'box' }>['radius']

const cssFont = ({ size, weight }: Font): string => `${weight} ${size}px ${FAMILY}`

/** Measures with the very pen that will write. */
export const measureWith =
  (pen: Pen): Measure =>
  (text, font) => {
    pen.font = cssFont(font)
    return pen.measureText(text).width
  }

/** Draws a poster, one rpx `scale` pixels large. A mark whose picture is missing is left out. */
export function paint(
  pen: Pen,
  { marks }: Poster,
  pictures: ReadonlyMap<Asset, PenPicture>,
  scale: number,
): void {
  pen.save()
  pen.scale(scale, scale)
  for (const mark of marks) paintMark(pen, mark, pictures)
  pen.restore()
}

function paintMark(pen: Pen, mark: Mark, pictures: ReadonlyMap<Asset, PenPicture>): void {
  switch (mark.kind) {
    case 'box':
      pen.fillStyle = fillOf(pen, mark.fill, mark.rect)
      outline(pen, mark.rect, mark.radius)
      return pen.fill()
    case 'ticket':
      pen.fillStyle = fillOf(pen, mark.fill, mark.rect)
      ticketOutline(pen, mark)
      if (mark.shadow) castShadow(pen)
      pen.fill()
      pen.shadowColor = 'transparent'
      return
    case 'text':
      pen.font = cssFont(mark.font)
      pen.fillStyle = mark.colour
      pen.textAlign = mark.align
      return pen.fillText(mark.text, mark.x, mark.y)
    case 'tear':
      return paintTear(pen, mark)
    case 'image': {
      const picture = pictures.get(mark.asset)
      if (picture !== undefined) paintPicture(pen, picture, mark.rect, mark.radius)
    }
  }
}

/** In pixels of the canvas: a scale does not reach shadows. */
function castShadow(pen: Pen): void {
  pen.shadowColor = 'rgba(72, 44, 24, 0.1)'
  pen.shadowBlur = 36
  pen.shadowOffsetY = 8
}

function fillOf(pen: Pen, fill: Fill, { x, y, w, h }: Rect): string | CanvasGradient {
  if (typeof fill === 'string') return fill
  const gradient = pen.createLinearGradient(x, y, x + w, y + h)
  gradient.addColorStop(0, fill.from)
  gradient.addColorStop(1, fill.to)
  return gradient
}

/** `roundRect` is younger than many phones: arcs draw the same. */
function outline(pen: Pen, { x, y, w, h }: Rect, radius: Radius): void {
  const [top, bottom] = typeof radius === 'number' ? [radius, radius] : radius
  pen.beginPath()
  pen.moveTo(x + top, y)
  pen.arcTo(x + w, y, x + w, y + h, top)
  pen.arcTo(x + w, y + h, x, y + h, bottom)
  pen.arcTo(x, y + h, x, y, bottom)
  pen.arcTo(x, y, x + w, y, top)
  pen.closePath()
}

function ticketOutline(pen: Pen, { rect, radius, biteY, bite }: Extract<Mark, { kind: 'ticket' }>): void {
  const { x, y, w, h } = rect
  pen.beginPath()
  pen.moveTo(x + radius, y)
  pen.arcTo(x + w, y, x + w, y + h, radius)
  pen.lineTo(x + w, biteY - bite)
  pen.arc(x + w, biteY, bite, -Math.PI / 2, Math.PI / 2, true)
  pen.arcTo(x + w, y + h, x, y + h, radius)
  pen.arcTo(x, y + h, x, y, radius)
  pen.lineTo(x, biteY + bite)
  pen.arc(x, biteY, bite, Math.PI / 2, -Math.PI / 2, true)
  pen.arcTo(x, y, x + w, y, radius)
  pen.closePath()
}

function paintTear(pen: Pen, { x, y, w, colour }: Extract<Mark, { kind: 'tear' }>): void {
  pen.strokeStyle = colour
  pen.lineWidth = 2
  pen.setLineDash([10, 10])
  pen.beginPath()
  pen.moveTo(x, y)
  pen.lineTo(x + w, y)
  pen.stroke()
  pen.setLineDash([])
}

/** The middle of the picture, cut to the shape of `rect`. */
function paintPicture(pen: Pen, picture: PenPicture, rect: Rect, radius: Radius): void {
  const { x, y, w, h } = rect
  const share = Math.min(picture.width / w, picture.height / h)
  const [sw, sh] = [w * share, h * share]
  pen.save()
  if (radius !== 0) {
    outline(pen, rect, radius)
    pen.clip()
  }
  pen.drawImage(picture.source, (picture.width - sw) / 2, (picture.height - sh) / 2, sw, sh, x, y, w, h)
  pen.restore()
}
