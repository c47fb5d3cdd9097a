/**
 * The pen of every illustration: flat colour, one brown outline, light from the upper left. Functions return SVG
 * fragments; nothing is kept between calls, so a picture is the same each time it is drawn.
 */
export const INK = '#4a2f24'
export const LINE = 6

/** `ink` is the outline's colour ('none' for flat shapes), `line` its width. */
export type Look = { readonly ink?: string; readonly line?: number; readonly opacity?: number }

const attributes = ({ ink = INK, line = LINE, opacity = 1 }: Look) =>
  `stroke="${ink}" stroke-width="${line}" stroke-linejoin="round" stroke-linecap="round"` +
  (opacity < 1 ? ` opacity="${opacity}"` : '')

const FLAT: Look = { ink: 'none', line: 0 }

export const path = (d: string, fill = 'none', look: Look = {}) =>
  `<path d="${d}" fill="${fill}" ${attributes(look)}/>`
/** A shape without outline. */
export const flat = (d: string, fill: string, opacity = 1) => path(d, fill, { ...FLAT, opacity })
/** A line without fill. */
export const stroke = (d: string, ink = INK, line = LINE, opacity = 1) =>
  path(d, 'none', { ink, line, opacity })

export const oval = (x: number, y: number, rx: number, ry: number, fill: string, look: Look = {}) =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${attributes(look)}/>`
export const flatOval = (x: number, y: number, rx: number, ry: number, fill: string, opacity = 1) =>
  oval(x, y, rx, ry, fill, { ...FLAT, opacity })
export const dot = (x: number, y: number, r: number, fill: string, look: Look = FLAT) =>
  oval(x, y, r, r, fill, look)

export const box = (x: number, y: number, w: number, h: number, r: number, fill: string, look: Look = {}) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}" ${attributes(look)}/>`

/** Moves, turns (degrees) and scales a fragment drawn around the origin. */
export const at = (
  x: number,
  y: number,
  fragment: string,
  turn = 0,
  scale: number | readonly [number, number] = 1,
) => {
  const [sx, sy] = typeof scale === 'number' ? [scale, scale] : scale
  return `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${sx} ${sy})">${fragment}</g>`
}

/** A name that depends upon nothing but the text: definitions don't collide when pictures are put together. */
function nameOf(text: string): string {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  return `d${(hash >>> 0).toString(36)}`
}

/** Shows only what lies inside `d`. */
export function clip(d: string, fragment: string): string {
  const name = nameOf(d)
  return `<clipPath id="${name}"><path d="${d}"/></clipPath><g clip-path="url(#${name})">${fragment}</g>`
}

/** Colour stops from the top down: `[0, '#fff'], [0.5, '#c96']`. Two stops at one place make a sharp edge. */
export type Stops = readonly (readonly [number, string])[]

/** Fills `d` from top to bottom. */
export function pour(d: string, stops: Stops): string {
  const list = stops.map(([offset, colour]) => `<stop offset="${offset}" stop-color="${colour}"/>`).join('')
  const name = nameOf(list)
  return (
    `<linearGradient id="${name}" x1="0" y1="0" x2="0" y2="1">${list}</linearGradient>` +
    `<path d="${d}" fill="url(#${name})"/>`
  )
}

export const each = <T>(items: readonly T[], draw: (item: T) => string) => items.map(draw).join('')

/** The shadow a thing casts on the table. */
export const shadow = (x: number, y: number, rx: number, ry = 16) => flatOval(x, y, rx, ry, INK, 0.14)

/** Curls of steam that begin at `y`. */
export const steam = (y: number, xs: readonly number[] = [204, 240, 276]) =>
  each(xs, (x) => stroke(`M${x} ${y} c-16 -18 14 -30 0 -52 c-10 -16 6 -24 4 -34`, '#b58a68', 7, 0.5))

/** A picture of 480 × 480 on its tinted ground. */
export const scene = (tint: string, fragment: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="480" viewBox="0 0 480 480">` +
  box(0, 0, 480, 480, 48, tint, FLAT) +
  dot(240, 236, 180, '#ffffff', { ...FLAT, opacity: 0.42 }) +
  // a tenth larger about the middle, so that a thing still reads as a thumbnail
  at(-24, -25, fragment, 0, 1.1) +
  '</svg>'
