import { clip, each, flat, flatOval, INK, oval, path, pour, shadow, type Stops, stroke } from './ink'

export type Shape = {
  readonly top: number
  readonly bottom: number
  readonly topW: number
  readonly bottomW: number
}

/** Left and right edge of a tapering vessel at height `y`. */
const edges = ({ top, bottom, topW, bottomW }: Shape, y: number, wall = 0) => {
  const half = (topW + ((bottomW - topW) * (y - top)) / (bottom - top)) / 2 - wall
  return { left: 240 - half, right: 240 + half, half }
}
/** Outline of a vessel between two heights, its bottom corners rounded by `r`. */
function outline(shape: Shape, from: number, to: number, r: number, wall = 0): string {
  const a = edges(shape, from, wall)
  const b = edges(shape, to, wall)
  return (
    `M${a.left} ${from} L${b.left} ${to - r} Q${b.left + 2} ${to} ${b.left + r} ${to} ` +
    `L${b.right - r} ${to} Q${b.right - 2} ${to} ${b.right} ${to - r} L${a.right} ${from} Z`
  )
}

export type Drink = {
  /** Colours from the surface down. */
  readonly stops: Stops
  /** Colour of the surface seen at an angle. */
  readonly surface: string
  /** Height of the surface. */
  readonly level?: number
  /** Behind the vessel: straws, fruit leaning on it. */
  readonly behind?: string
  /** In the liquid, cut off by the glass. */
  readonly inside?: string
  /** Floats on the surface or sits on the rim. */
  readonly onTop?: string
}

export const TUMBLER: Shape = { top: 108, bottom: 392, topW: 176, bottomW: 136 }
export const SHORT: Shape = { top: 170, bottom: 388, topW: 172, bottomW: 150 }
export const CUP: Shape = { top: 124, bottom: 396, topW: 188, bottomW: 128 }
export const HIGHBALL: Shape = { top: 92, bottom: 392, topW: 146, bottomW: 138 }

/** A clear glass seen from a little above. */
export function glass(shape: Shape, drink: Drink): string {
  const { top, bottom } = shape
  const level = drink.level ?? top + 30
  const body = outline(shape, top, bottom, 22)
  const liquid = outline(shape, level, bottom - 12, 16, 10)
  const surface = edges(shape, level, 10)
  const rim = edges(shape, top)
  const shine = edges(shape, top + 34, 24)
  return (
    shadow(240, bottom + 2, shape.bottomW / 2 + 34) +
    (drink.behind ?? '') +
    flat(body, '#ffffff', 0.55) +
    pour(liquid, drink.stops) +
    clip(liquid, drink.inside ?? '') +
    flatOval(240, level, surface.half, 13, drink.surface) +
    flat(
      `M${240 + 26} ${top + 20} L${rim.right - 6} ${top + 6} L${edges(shape, bottom).right - 8} ${bottom - 20} L${240 + 34} ${bottom - 12} Z`,
      INK,
      0.05,
    ) +
    path(body, 'none') +
    oval(240, top, rim.half, 15, 'rgba(255,255,255,.35)') +
    stroke(`M${shine.left} ${top + 48} L${shine.left + 6} ${bottom - 76}`, '#ffffff', 11, 0.7) +
    stroke(`M${shine.left + 8} ${bottom - 52} l1 10`, '#ffffff', 11, 0.7) +
    (drink.onTop ?? '')
  )
}

/** A takeaway cup of clear plastic; `lid` 'flat' or 'dome', a straw stands behind it. */
export function cup(drink: Drink, lid: 'flat' | 'dome' | 'open' = 'flat', straw = '#e2725b'): string {
  const { top, bottom } = CUP
  const half = CUP.topW / 2
  const level = drink.level ?? top + 26
  const body = outline(CUP, top, bottom, 24)
  const liquid = outline(CUP, level, bottom - 9, 18, 8)
  const shine = edges(CUP, top + 34, 26)
  return (
    shadow(240, bottom + 2, CUP.bottomW / 2 + 36) +
    (drink.behind ?? '') +
    (lid === 'open' ? '' : strawOf(straw, lid === 'dome' ? 36 : 40)) +
    flat(body, '#ffffff', 0.6) +
    pour(liquid, drink.stops) +
    clip(liquid, drink.inside ?? '') +
    flatOval(240, level, edges(CUP, level, 8).half, 10, drink.surface) +
    flat(
      `M${282} ${top + 12} L${240 + half - 6} ${top + 6} L${edges(CUP, bottom).right - 10} ${bottom - 18} L276 ${bottom - 8} Z`,
      INK,
      0.05,
    ) +
    path(body, 'none') +
    stroke(`M${shine.left} ${top + 50} L${shine.left + 12} ${bottom - 78}`, '#ffffff', 11, 0.7) +
    lidOf(lid, top, half) +
    (drink.onTop ?? '')
  )
}

const strawOf = (colour: string, from: number) =>
  path(`M262 ${from} L286 ${from + 4} L262 150 L240 150 Z`, colour) +
  stroke(`M268 ${from + 22} L262 ${from + 62}`, '#ffffff', 5, 0.5)

function lidOf(lid: 'flat' | 'dome' | 'open', top: number, half: number): string {
  const left = 240 - half - 8
  const right = 240 + half + 8
  if (lid === 'open') return path(`M${left + 6} ${top} h${half * 2 + 4}`, 'none', { line: 9 })
  const band = path(
    `M${left} ${top - 12} h${right - left} a9 9 0 0 1 0 20 h${left - right} a9 9 0 0 1 0 -20 Z`,
    '#fffaf2',
  )
  if (lid === 'flat')
    return path(`M${left + 14} ${top - 12} l10 -16 h${right - left - 48} l10 16 Z`, '#fffaf2') + band
  return (
    path(
      `M${left + 12} ${top - 12} C${left + 22} ${top - 74} ${right - 22} ${top - 74} ${right - 12} ${top - 12} Z`,
      'rgba(255,255,255,.5)',
    ) +
    stroke(`M${left + 36} ${top - 28} q12 -24 34 -32`, '#ffffff', 8, 0.8) +
    band
  )
}

/** A ceramic mug on its saucer; `surface` fragments are drawn around the origin of the coffee's ellipse (r 100, squashed). */
export function mug(o: {
  glaze: string
  shade: string
  coffee: string
  art?: string
  over?: string
  saucer?: string
}): string {
  const body = 'M122 196 C122 270 146 352 196 356 L284 356 C334 352 358 270 358 196 Z'
  const handle = 'M350 222 C420 204 428 308 334 312'
  return (
    shadow(240, 388, 176, 22) +
    oval(240, 366, 170, 36, o.saucer ?? o.glaze) +
    flatOval(240, 362, 112, 20, o.shade) +
    stroke(handle, INK, 34) +
    stroke(handle, o.glaze, 22) +
    path(body, o.glaze) +
    clip(body, flat('M300 180 C330 260 300 340 250 362 L380 362 L380 180 Z', o.shade)) +
    path(body, 'none') +
    oval(240, 196, 118, 50, o.glaze) +
    oval(240, 200, 102, 40, o.coffee, { line: 4 }) +
    `<g transform="translate(240 200) scale(1 .4)">${o.art ?? ''}</g>` +
    stroke('M150 244 C154 280 164 306 178 326', '#ffffff', 10, 0.55) +
    (o.over ?? '')
  )
}

/** A bowl from above; `inside` is cut off by the rim of the soup (centre 240 218, 134 × 56). */
export function bowl(o: {
  glaze: string
  shade: string
  soup: string
  inside?: string
  over?: string
  band?: string
}): string {
  const body = 'M86 218 C90 312 150 376 240 376 C330 376 390 312 394 218 Z'
  const soup = 'M106 222 a134 56 0 0 1 268 0 a134 56 0 0 1 -268 0 Z'
  return (
    shadow(240, 396, 120) +
    path('M186 362 L194 394 H286 L294 362 Z', o.shade) +
    path(body, o.glaze) +
    clip(
      body,
      flat('M330 200 C340 300 280 360 210 380 L400 380 L400 200 Z', o.shade) + (o.band ? bandOf(o.band) : ''),
    ) +
    path(body, 'none') +
    oval(240, 218, 154, 70, o.glaze) +
    oval(240, 222, 134, 56, o.soup, { line: 4 }) +
    clip(soup, o.inside ?? '') +
    stroke('M112 284 C124 312 140 330 160 344', '#ffffff', 10, 0.5) +
    (o.over ?? '')
  )
}
const bandOf = (colour: string) =>
  stroke('M84 268 C120 340 360 340 396 268', colour, 12) +
  each([124, 176, 240, 304, 356], (x) =>
    flatOval(x, x === 240 ? 346 : x === 176 || x === 304 ? 340 : 322, 7, 7, colour),
  )

/** A round plate seen at an angle, its middle at (240, `y`). */
export const plate = (y = 346, glaze = '#fffaf2', rim = '#e9d8c3', rx = 188) =>
  shadow(240, y + 22, rx - 2, rx * 0.3) +
  oval(240, y + 8, rx, rx * 0.33, rim) +
  oval(240, y, rx, rx * 0.33, glaze) +
  stroke(`M${240 - rx * 0.72} ${y + 2} a${rx * 0.72} ${rx * 0.22} 0 0 0 ${rx * 1.44} 0`, rim, 5)

/** A bamboo steamer, open, its lining at (240, 268). */
export function steamer(inside: string): string {
  const wall = 'M66 262 V338 C66 382 144 406 240 406 C336 406 414 382 414 338 V262 Z'
  return (
    shadow(240, 402, 190, 24) +
    path(wall, '#dfb273') +
    clip(
      wall,
      flat('M330 250 V420 H420 V250 Z', '#c8954f', 0.55) +
        stroke('M62 322 C62 366 144 390 240 390 C336 390 418 366 418 322', '#b9833f', 9),
    ) +
    path(wall, 'none') +
    oval(240, 262, 174, 74, '#e9c48b') +
    oval(240, 268, 152, 60, '#fbf1dc', { line: 4 }) +
    each([-90, -45, 0, 45, 90], (x) =>
      stroke(
        `M${240 + x} ${268 - Math.sqrt(1 - (x / 152) ** 2) * 58} v${Math.sqrt(1 - (x / 152) ** 2) * 116}`,
        '#ead8b4',
        4,
      ),
    ) +
    inside
  )
}
