import * as fc from 'fast-check'
import type { Loaded, PosterContent, Subject } from './content'
import { layOut } from './layout'
import { CARD, CARD_SHAPE, CODE_SIZE, HEIGHT, SCALE, WIDTH } from './look'
import type { Asset, Mark, Measure } from './marks'

/** Chinese characters are as wide as they are high, Latin ones about half. */
const measure: Measure = (text, { size }) =>
  [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 128 ? 0.6 : 1) * size, 0)

const words = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc
    .array(fc.constantFrom('榛', '果', '拿铁', ' ', 'Flat white', '，', '（', '128.5', '😀'), {
      maxLength: 30,
    })
    .map((all) => all.join('')),
)
const dish = fc.record({
  name: words.filter((name) => name.trim() !== ''),
  intro: words,
  price: fc.integer({ min: 0, max: 999_999 }).map((fen) => String(fen / 100)),
  from: fc.boolean(),
})
const subject: fc.Arbitrary<Subject> = fc.oneof(
  dish.map((d) => ({ kind: 'product' as const, ...d })),
  fc.record({
    kind: fc.constant('shop' as const),
    motto: words,
    place: words,
    dishes: fc.array(dish, { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('coupon' as const),
    large: fc.constantFrom('5', '8.5', '128.5', '免配送', '买二送一', '第二件半价'),
    unit: fc.constantFrom('', '元', '折'),
    condition: words,
    title: words,
    about: fc.array(words, { maxLength: 4 }),
  }),
)
const content: fc.Arbitrary<PosterContent> = fc.record({
  shopName: words,
  who: fc.constantFrom('', '林**'),
  gift: fc.array(words, { maxLength: 3 }),
  hint: words,
  subject,
})
const ASSETS: readonly Asset[] = ['picture', 'avatar', 'plate0', 'plate1', 'plate2']
const loaded: fc.Arbitrary<Loaded> = fc.subarray([...ASSETS]).map((some) => new Set<Asset>([...some, 'code']))

/** The room that a mark takes, for texts by their baseline. */
function boxOf(mark: Mark) {
  if (mark.kind === 'tear') return { left: mark.x, right: mark.x + mark.w, top: mark.y, bottom: mark.y }
  if (mark.kind !== 'text') {
    const { x, y, w, h } = mark.rect
    return { left: x, right: x + w, top: y, bottom: y + h }
  }
  const w = measure(mark.text, mark.font)
  const left = mark.align === 'left' ? mark.x : mark.align === 'center' ? mark.x - w / 2 : mark.x - w
  return {
    left,
    right: left + w,
    top: mark.y - mark.font.size * 0.86,
    bottom: mark.y + mark.font.size * 0.14,
  }
}
const all = fc.tuple(content, loaded)
const marksOf = ([what, has]: [PosterContent, Loaded]) => layOut(what, has, measure).marks

it('keeps everything on the poster and every text on it, however long the words are', () => {
  fc.assert(
    fc.property(all, (given) => {
      for (const mark of marksOf(given)) {
        const { left, right, top, bottom } = boxOf(mark)
        expect(left).toBeGreaterThanOrEqual(0)
        expect(right).toBeLessThanOrEqual(WIDTH)
        expect(top).toBeGreaterThanOrEqual(0)
        expect(bottom).toBeLessThanOrEqual(HEIGHT)
      }
    }),
  )
})

it('leaves the code alone: nothing is written or drawn over it or its margin', () => {
  fc.assert(
    fc.property(all, (given) => {
      const marks = marksOf(given)
      const code = boxOf(marks.find((mark) => mark.kind === 'image' && mark.asset === 'code')!)
      expect(code.right - code.left).toBe(CODE_SIZE)
      expect(CODE_SIZE).toBeGreaterThanOrEqual(200)
      for (const mark of marks) {
        if (mark.kind === 'box' || mark.kind === 'ticket' || (mark.kind === 'image' && mark.asset === 'code'))
          continue
        const { left, right, top, bottom } = boxOf(mark)
        const apart =
          right <= code.left - 8 || left >= code.right || bottom <= code.top - 8 || top >= code.bottom
        expect({ mark, apart }).toEqual({ mark, apart: true })
      }
    }),
  )
})

it('keeps what it is about above the tear and who passes it on below it', () => {
  fc.assert(
    fc.property(all, (given) => {
      const onCard = marksOf(given).filter((mark) => mark.kind === 'text' || mark.kind === 'image')
      for (const mark of onCard) {
        const { top, bottom } = boxOf(mark)
        expect(bottom <= CARD_SHAPE.biteY || top >= CARD_SHAPE.biteY).toBe(true)
        expect(bottom).toBeLessThanOrEqual(CARD.y + CARD.h)
      }
    }),
  )
})

it('draws only pictures that are there', () => {
  fc.assert(
    fc.property(all, ([what, has]) => {
      for (const mark of marksOf([what, has]))
        if (mark.kind === 'image') expect(has.has(mark.asset)).toBe(true)
    }),
  )
})

it('fits into the largest canvas of WeChat', () => {
  expect(Math.round(HEIGHT * SCALE)).toBeLessThanOrEqual(1365)
  // as sharp as a screen of 375 points at twice the pixels
  expect(WIDTH * SCALE).toBeGreaterThanOrEqual(750)
})
