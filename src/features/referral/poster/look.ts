import type { Font, Mark, Rect } from './marks'

/** The poster's width and height in rpx. */
export const WIDTH = 750
export const HEIGHT = 1280
/** WeChat draws no canvas longer than this many pixels on a side. */
const MOST_PX = 1365
/** Pixels of an rpx: as sharp as the limit lets it be, 800 × 1365 px or 4.4 MB while it is drawn, on every phone. */
export const SCALE = MOST_PX / HEIGHT
/** Side of the mini-program code in rpx; WeChat's own picture brings a quiet zone, and the card around it is white. */
export const CODE_SIZE = 224

/** The colours of tokens.scss, which a canvas can't read. */
export const COLOUR = {
  paper: '#faf6f0',
  card: '#ffffff',
  sunken: '#f3ede4',
  line: '#e6d8cb',
  ink: '#2c2019',
  soft: '#6f6057',
  faint: '#7d6f65',
  ghost: '#b8aca1',
  onDark: '#fffaf3',
  onAccent: '#ffe3d6',
  accent: '#cf421a',
  accentDeep: '#a93411',
  accentWash: '#fcebe2',
} as const

/** The white card: everything but the brand stands on it. It tears where the bites are, and below is the code. */
export const CARD: Rect = { x: 36, y: 140, w: 678, h: 1104 }
export const CARD_SHAPE = { radius: 36, biteY: 986, bite: 18 } as const
const PAD = 40
/** What words and rows keep to. */
export const INNER = { x: CARD.x + PAD, w: CARD.w - 2 * PAD } as const

type TextMark = Extract<Mark, { kind: 'text' }>
export const text = (
  words: string,
  x: number,
  y: number,
  font: Font,
  colour: string,
  align: TextMark['align'] = 'left',
): TextMark => ({ kind: 'text', text: words, x, y, font, colour, align })

export const font = (size: number, weight: Font['weight'] = 400): Font => ({ size, weight })
