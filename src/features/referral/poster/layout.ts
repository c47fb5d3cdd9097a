import type { Loaded, PosterContent } from './content'
import { CARD, CARD_SHAPE, CODE_SIZE, COLOUR, font, HEIGHT, INNER, text, WIDTH } from './look'
import type { Fill, Mark, Measure, Poster } from './marks'
import { couponMarks } from './coupon'
import { productMarks } from './product'
import { shopMarks } from './shop'
import { fitted, wrapped } from './text'

const SEAL = 68
const AVATAR = 72
const GIFT = font(28, 600)
const BRAND_Y = 40
const TEAR_INSET = CARD_SHAPE.bite + 14

/**
 * Where everything of a poster stands: the brand first, then what it is about, and below the tear who passes it on, what
 * a friend finds, and the code. Pure; lengths in rpx. Long words are wrapped or cut, and a picture that is not there has
 * something else in its place. The code must be there.
 */
export function layOut(content: PosterContent, loaded: Loaded, measure: Measure): Poster {
  const bold = content.subject.kind !== 'product'
  const ground: Fill = bold ? { from: COLOUR.accent, to: COLOUR.accentDeep } : COLOUR.paper
  return {
    width: WIDTH,
    height: HEIGHT,
    marks: [
      { kind: 'box', rect: { x: 0, y: 0, w: WIDTH, h: HEIGHT }, radius: 0, fill: ground },
      ...brand(content.shopName, bold, measure),
      { kind: 'ticket', rect: CARD, ...CARD_SHAPE, fill: COLOUR.card, shadow: !bold },
      ...subjectMarks(content, loaded, measure),
      {
        kind: 'tear',
        x: CARD.x + TEAR_INSET,
        y: CARD_SHAPE.biteY,
        w: CARD.w - 2 * TEAR_INSET,
        colour: COLOUR.line,
      },
      ...friend(content, loaded, measure),
    ],
  }
}

function subjectMarks({ subject }: PosterContent, loaded: Loaded, measure: Measure): Mark[] {
  if (subject.kind === 'product') return productMarks(subject, loaded, measure)
  return subject.kind === 'shop' ? shopMarks(subject, loaded, measure) : couponMarks(subject, measure)
}

/** A seal with the shop's first character, and its name. */
function brand(shopName: string, bold: boolean, measure: Measure): Mark[] {
  const rect = { x: CARD.x + 4, y: BRAND_Y, w: SEAL, h: SEAL }
  const name = font(36, 600)
  const x = rect.x + SEAL + 20
  return [
    { kind: 'box', rect, radius: 22, fill: bold ? COLOUR.onDark : COLOUR.accent },
    text(
      [...shopName][0] ?? '',
      rect.x + SEAL / 2,
      rect.y + 48,
      font(38, 700),
      bold ? COLOUR.accent : COLOUR.onDark,
      'center',
    ),
    text(
      fitted(shopName, name, CARD.x + CARD.w - x, measure),
      x,
      BRAND_Y + 47,
      name,
      bold ? COLOUR.onDark : COLOUR.ink,
    ),
  ]
}

/** Below the tear: who passes it on and what it brings on the left, the code on the right. */
function friend({ who, gift, hint }: PosterContent, loaded: Loaded, measure: Measure): Mark[] {
  const top = CARD_SHAPE.biteY + 17
  const code = { x: CARD.x + CARD.w - 28 - CODE_SIZE, y: top, w: CODE_SIZE, h: CODE_SIZE }
  const width = code.x - INNER.x - 24
  const gifts = giftLines(gift, width, measure)
  const nameLine = who === '' ? 0 : AVATAR + 20
  // The three parts together stand in the middle of the code's height.
  const height = nameLine + gifts.length * 40 + 40
  const from = top + Math.max(0, (CODE_SIZE - height) / 2)
  const words = gifts.map((line, i) => text(line, INNER.x, from + nameLine + 29 + i * 40, GIFT, COLOUR.ink))
  const hintY = from + nameLine + gifts.length * 40 + 27
  return [
    ...(who === '' ? [] : sender(who, from, width, loaded, measure)),
    ...words,
    text(fitted(hint, font(22), width, measure), INNER.x, hintY, font(22), COLOUR.faint),
    { kind: 'image', asset: 'code', rect: code, radius: 0 },
  ]
}

function giftLines(gift: readonly string[], width: number, measure: Measure): string[] {
  const [only, ...more] = gift
  if (only !== undefined && more.length === 0) return wrapped(only, GIFT, width, 2, measure)
  return gift.slice(0, 2).map((line) => fitted(line, GIFT, width, measure))
}

function sender(who: string, y: number, width: number, loaded: Loaded, measure: Measure): Mark[] {
  const rect = { x: INNER.x, y, w: AVATAR, h: AVATAR }
  const x = INNER.x + AVATAR + 18
  const name = font(28, 600)
  const face: Mark[] = loaded.has('avatar')
    ? [{ kind: 'image', asset: 'avatar', rect, radius: AVATAR / 2 }]
    : [
        { kind: 'box', rect, radius: AVATAR / 2, fill: COLOUR.accentWash },
        text([...who][0] ?? '', INNER.x + AVATAR / 2, y + 47, font(32, 600), COLOUR.accentDeep, 'center'),
      ]
  return [
    ...face,
    text(fitted(who, name, width - AVATAR - 18, measure), x, y + 30, name, COLOUR.ink),
    text('推荐给你', x, y + 64, font(24), COLOUR.soft),
  ]
}
