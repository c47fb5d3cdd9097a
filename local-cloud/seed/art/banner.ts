import { bean, citrus, coconut, flower, ices, leaf } from './garnish'
import { at, clip, dot, flat, flatOval, oval, path, stroke } from './ink'
import { cup, mug } from './vessels'

export const BANNER = { width: 702, height: 280 } as const

const fiveYuan =
  stroke('M-58 -30 L-38 -4 L-18 -30 M-38 -4 V34 M-56 4 H-20 M-56 18 H-20', '#fffaf2', 9) +
  stroke('M50 -34 H14 L10 -2 C20 -12 54 -14 56 12 C56 36 22 42 6 28', '#fffaf2', 11)

/** A coupon of five yuan, drawn: no typeface is needed where the picture is made. */
const ticket =
  path(
    'M-112 -62 H112 C118 -62 122 -58 122 -52 V-16 A16 16 0 0 0 122 16 V52 C122 58 118 62 112 62 H-112 C-118 62 -122 58 -122 52 V16 A16 16 0 0 0 -122 -16 V-52 C-122 -58 -118 -62 -112 -62 Z',
    '#d9694f',
  ) +
  '<g stroke-dasharray="2 12">' +
  stroke('M66 -50 V50', '#fffaf2', 5) +
  '</g>' +
  at(-22, 0, fiveYuan) +
  at(
    94,
    0,
    flat(
      'M0 14 C-22 -2 -18 -20 -6 -18 C-2 -18 0 -14 0 -11 C0 -14 2 -18 6 -18 C18 -20 22 -2 0 14 Z',
      '#ffd9a8',
    ),
  )

const latte = mug({
  glaze: '#fffaf2',
  shade: '#eadbc6',
  coffee: '#b97a4a',
  saucer: '#f3b98a',
  art: flat('M0 62 C-86 8 -66 -62 0 -26 C66 -62 86 8 0 62 Z', '#fbefdc'),
})
const iced = cup(
  {
    stops: [
      [0, '#7a4a30'],
      [0.32, '#a9714a'],
      [0.56, '#eadbc4'],
      [1, '#fffaf0'],
    ],
    surface: '#8f5d3d',
    inside: ices([206, 186, 14], [262, 206, -18]),
  },
  'flat',
  '#7fa650',
)

const still =
  flatOval(520, 262, 236, 24, '#4a2f24', 0.1) +
  at(606, 214, coconut(), 8, 0.72) +
  at(544, 118, at(-240, -236, iced), 3, 0.56) +
  at(420, 168, at(-240, -260, latte), -2, 0.54) +
  at(652, 236, citrus('#f08a24', '#f9b44c', 40), 12, 0.8) +
  at(486, 254, bean(), 20, 0.7) +
  at(506, 262, bean('#7d4c38'), -24, 0.62) +
  at(332, 252, leaf(), -60, 0.6) +
  at(330, 250, flower('#ffffff', '#f0c04a', 1, 5))

/** The welcome banner; its left half is calm, so that words can stand on it. */
export const welcomeBanner =
  `<svg xmlns="http://www.w3.org/2000/svg" width="1053" height="420" viewBox="0 0 ${BANNER.width} ${BANNER.height}">` +
  clip(
    'M20 0 H682 A20 20 0 0 1 702 20 V260 A20 20 0 0 1 682 280 H20 A20 20 0 0 1 0 260 V20 A20 20 0 0 1 20 0 Z',
    flat('M0 0 H702 V280 H0 Z', '#f9dfba') +
      dot(520, 130, 172, '#fdeed6') +
      dot(520, 130, 126, '#fff6e6') +
      flat('M0 200 C160 186 440 188 702 198 V280 H0 Z', '#f0c795') +
      oval(40, 30, 60, 60, '#fbe9cd', { ink: 'none', line: 0 }) +
      still +
      at(628, 66, ticket, 10, 0.52),
  ) +
  '</svg>'
