import type { Dish, Loaded, Subject } from './content'
import { CARD, CARD_SHAPE, COLOUR, font, INNER, text } from './look'
import type { Asset, Mark, Measure } from './marks'
import { missing, priceMarks, priceWidth } from './product'
import { fitted } from './text'

type Shop = Extract<Subject, { kind: 'shop' }>
const ROW_H = 212
const PLATE = 184
const PRICE = 44
const MOTTO = font(48, 700)
const PLACE = font(26)
const HEAD_H = 136
const PLATES = ['plate0', 'plate1', 'plate2'] as const satisfies readonly Asset[]

/** The member's word, where the shop is, and three of its dishes as on a menu board. */
export function shopMarks({ motto, place, dishes }: Shop, loaded: Loaded, measure: Measure): Mark[] {
  const height = HEAD_H + dishes.length * ROW_H - (ROW_H - PLATE)
  const from = CARD.y + (CARD_SHAPE.biteY - CARD.y - height) / 2
  return [
    text(fitted(motto, MOTTO, INNER.w, measure), INNER.x, from + 46, MOTTO, COLOUR.ink),
    text(fitted(place, PLACE, INNER.w, measure), INNER.x, from + 94, PLACE, COLOUR.soft),
    ...dishes.flatMap((dish, i) =>
      dishRow(dish, PLATES[i] ?? 'plate0', from + HEAD_H + i * ROW_H, loaded, measure),
    ),
  ]
}

function dishRow(dish: Dish, asset: Asset, y: number, loaded: Loaded, measure: Measure): Mark[] {
  const rect = { x: INNER.x, y, w: PLATE, h: PLATE }
  const x = INNER.x + PLATE + 28
  const priceX = INNER.x + INNER.w - priceWidth(dish, PRICE, measure)
  const [name, intro] = [font(36, 600), font(24)]
  const about = dish.intro === '' ? [] : [fitted(dish.intro, intro, INNER.x + INNER.w - x, measure)]
  const nameY = y + (about.length === 0 ? 106 : 84)
  return [
    ...(loaded.has(asset)
      ? [{ kind: 'image', asset, rect, radius: 28 } as const]
      : missing(dish.name, rect, 28)),
    text(fitted(dish.name, name, priceX - 20 - x, measure), x, nameY, name, COLOUR.ink),
    ...about.map((line) => text(line, x, nameY + 44, intro, COLOUR.soft)),
    ...priceMarks(dish, priceX, nameY, PRICE, measure),
  ]
}
