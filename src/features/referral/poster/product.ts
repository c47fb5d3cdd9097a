import type { Loaded, Subject } from './content'
import { CARD, CARD_SHAPE, COLOUR, font, INNER, text } from './look'
import type { Mark, Measure, Rect } from './marks'
import { fitted, wrapped } from './text'

type Product = Extract<Subject, { kind: 'product' }>
const PICTURE_H = 572
const NAME = font(46, 700)
const NAME_LINE = 58
const INTRO = font(26)

/** One dish: its picture over the whole card, its name in at most two lines, what it costs. */
export function productMarks(product: Product, loaded: Loaded, measure: Measure): Mark[] {
  const rect = { x: CARD.x, y: CARD.y, w: CARD.w, h: PICTURE_H }
  const corners = [CARD_SHAPE.radius, 0] as const
  const picture: Mark[] = loaded.has('picture')
    ? [{ kind: 'image', asset: 'picture', rect, radius: corners }]
    : missing(product.name, rect, corners)
  const bottom = CARD.y + PICTURE_H
  const names = wrapped(product.name, NAME, INNER.w, 2, measure)
  // Two lines of name leave no room for the words about it.
  const intro = names.length < 2 && product.intro !== ''
  const block = names.length * NAME_LINE + (intro ? 46 : 0) + 72
  const from = bottom + (CARD_SHAPE.biteY - bottom - block) / 2
  const introY = from + names.length * NAME_LINE + 28
  return [
    ...picture,
    ...names.map((line, i) => text(line, INNER.x, from + 42 + i * NAME_LINE, NAME, COLOUR.ink)),
    ...(intro
      ? [text(fitted(product.intro, INTRO, INNER.w, measure), INNER.x, introY, INTRO, COLOUR.soft)]
      : []),
    ...priceMarks(product, INNER.x, from + block, 60, measure),
  ]
}

type Price = { readonly price: string; readonly from: boolean }
const FROM = font(24)
const signOf = (size: number) => font(Math.round(size * 0.6), 600)

/** ¥15 起, standing on a baseline; `size` of the digits in rpx. */
export function priceMarks(
  { price, from }: Price,
  x: number,
  y: number,
  size: number,
  measure: Measure,
): Mark[] {
  const [sign, digits] = [signOf(size), font(size, 700)]
  const digitsX = x + measure('¥', sign) + 4
  return [
    text('¥', x, y, sign, COLOUR.accent),
    text(price, digitsX, y, digits, COLOUR.accent),
    ...(from ? [text('起', digitsX + measure(price, digits) + 8, y, FROM, COLOUR.soft)] : []),
  ]
}

/** How wide `priceMarks` is. */
export const priceWidth = ({ price, from }: Price, size: number, measure: Measure): number =>
  measure('¥', signOf(size)) + 4 + measure(price, font(size, 700)) + (from ? 8 + measure('起', FROM) : 0)

/** Without a picture the name's first character stands large on a quiet ground. */
export function missing(name: string, rect: Rect, radius: number | readonly [number, number]): Mark[] {
  const size = Math.round(Math.min(rect.w, rect.h) * 0.36)
  return [
    { kind: 'box', rect, radius, fill: { from: COLOUR.accentWash, to: COLOUR.sunken } },
    text(
      [...name][0] ?? '',
      rect.x + rect.w / 2,
      rect.y + rect.h / 2 + size * 0.36,
      font(size, 700),
      '#dcae95',
      'center',
    ),
  ]
}
