import type { Subject } from './content'
import { CARD, CARD_SHAPE, COLOUR, font, INNER, text, WIDTH } from './look'
import type { Mark, Measure } from './marks'
import { fitted, wrapped } from './text'

type Coupon = Extract<Subject, { kind: 'coupon' }>
const STUB_H = 480
const MOST_SIZE = { digits: 230, words: 156 }
const TITLE = font(46, 700)
const CONDITION = font(34, 600)
const ABOUT = font(28)

/** What the coupon takes off, as large as it can stand, and what it is for. */
export function couponMarks(coupon: Coupon, measure: Measure): Mark[] {
  const { title, about } = coupon
  const bottom = CARD.y + STUB_H
  const titles = wrapped(title, TITLE, INNER.w, 2, measure)
  const lines = about.filter((line) => line !== '').slice(0, titles.length > 1 ? 2 : 3)
  const block = titles.length * 58 + lines.length * 46
  const from = bottom + (CARD_SHAPE.biteY - bottom - block) / 2
  const aboutY = from + titles.length * 58
  return [
    {
      kind: 'box',
      rect: { x: CARD.x, y: CARD.y, w: CARD.w, h: STUB_H },
      radius: [CARD_SHAPE.radius, 0],
      fill: COLOUR.accentWash,
    },
    ...numberMarks(coupon, measure),
    ...titles.map((line, i) => text(line, WIDTH / 2, from + 44 + i * 58, TITLE, COLOUR.ink, 'center')),
    ...lines.map((line, i) =>
      text(
        fitted(line, ABOUT, INNER.w, measure),
        WIDTH / 2,
        aboutY + 36 + i * 46,
        ABOUT,
        COLOUR.soft,
        'center',
      ),
    ),
  ]
}

function numberMarks({ large, unit, condition }: Coupon, measure: Measure): Mark[] {
  const unitFont = font(56, 700)
  const unitW = unit === '' ? 0 : measure(unit, unitFont) + 12
  const room = INNER.w - unitW
  // Words (免配送) weigh more than digits: they stand smaller.
  const most = /^[\d.]+$/.test(large) ? MOST_SIZE.digits : MOST_SIZE.words
  const size = Math.min(most, Math.floor((most * room) / measure(large, font(most, 700))))
  const largeFont = font(size, 700)
  const w = measure(large, largeFont)
  const x = (WIDTH - w - unitW) / 2
  const y = CARD.y + STUB_H / 2 + size * 0.28
  return [
    text(large, x, y, largeFont, COLOUR.accent),
    ...(unit === '' ? [] : [text(unit, x + w + 12, y, unitFont, COLOUR.accent)]),
    text(
      fitted(condition, CONDITION, INNER.w, measure),
      WIDTH / 2,
      CARD.y + STUB_H - 64,
      CONDITION,
      COLOUR.accentDeep,
      'center',
    ),
  ]
}
