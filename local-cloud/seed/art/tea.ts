import { PEARL_BED, flower, ices, leaf, pearls } from './garnish'
import { at, box, each, flat, oval, scene, steam, stroke } from './ink'
import { cup, glass, type Shape } from './vessels'

const MUG_GLASS: Shape = { top: 150, bottom: 388, topW: 190, bottomW: 170 }
const glassHandle =
  stroke('M326 208 C408 200 408 320 318 320', '#4a2f24', 30) +
  stroke('M326 208 C408 200 408 320 318 320', '#eef1ea', 18)
const teaTag =
  stroke('M206 152 C170 150 168 200 166 246', '#fffaf2', 5) +
  stroke('M206 152 C170 150 168 200 166 246', '#4a2f24', 2, 0.6) +
  box(142, 246, 50, 56, 6, '#fffaf2', { line: 5 }) +
  at(167, 294, leaf(), 0, 0.5)

/** Brown sugar that ran down the inside of the cup. */
const stripes = each(
  [
    [150, 0],
    [186, 36],
    [224, 8],
    [262, 44],
    [304, 4],
  ] as const,
  ([x, dy]) =>
    flat(
      `M${x - 12} 150 C${x + 8} ${196 + dy} ${x - 14} ${230 + dy} ${x + 4} ${262 + dy} C${x + 14} ${290 + dy} ${x + 2} 330 ${x + 8} 392 H${x + 22} C${x + 14} 330 ${x + 30} ${300 + dy} ${x + 20} ${262 + dy} C${x + 8} ${230 + dy} ${x + 28} ${190 + dy} ${x + 12} 150 Z`,
      '#7a4526',
      0.85,
    ),
)

const jelly = (x: number, y: number, turn: number) =>
  at(x, y, box(-17, -17, 34, 34, 6, '#33261f', { line: 4 }) + stroke('M-8 -8 h10', '#7d6a5c', 4), turn)

/** Milk tea with and without things in it, by product. */
export const teaArt: Readonly<Record<string, string>> = {
  'pearl-milk-tea': scene(
    '#f3e1cc',
    cup(
      {
        stops: [
          [0, '#dcb088'],
          [0.6, '#d2a077'],
          [1, '#b98259'],
        ],
        surface: '#e6c09b',
        inside: ices([206, 186, 12], [262, 200, -18]) + pearls(PEARL_BED),
      },
      'dome',
      '#d9694f',
    ),
  ),
  'milk-tea': scene(
    '#ecdfc8',
    steam(116) +
      glass(MUG_GLASS, {
        stops: [
          [0, '#d8a878'],
          [1, '#b9814f'],
        ],
        surface: '#e4bb8d',
        level: 178,
        behind: glassHandle,
        onTop: teaTag,
      }) +
      at(84, 392, stroke('M0 0 q14 -12 30 -4 M20 8 q16 -8 26 4 M-10 10 q14 -4 22 4', '#5b3a28', 7)),
  ),
  'brown-sugar-milk': scene(
    '#efdccb',
    cup(
      {
        stops: [
          [0, '#fffaf2'],
          [0.7, '#f4e3cd'],
          [1, '#c99468'],
        ],
        surface: '#fffdf8',
        inside: stripes + pearls(PEARL_BED, '#2e1a12'),
      },
      'flat',
      '#5a3a2a',
    ),
  ),
  'jasmine-milk-tea': scene(
    '#e4eed6',
    cup(
      {
        stops: [
          [0, '#f7f5e4'],
          [1, '#dfe7bb'],
        ],
        surface: '#fbfaee',
        behind: at(362, 396, leaf(), 30, 1.1) + at(336, 398, leaf('#8cb45e'), -10, 0.9),
        inside: ices([206, 190, 10], [264, 214, -16]),
        onTop:
          box(196, 252, 88, 76, 14, '#fffaf2', { line: 5 }) +
          at(240, 290, flower('#ffffff', '#f0c04a', 1.5, 5)),
      },
      'flat',
      '#7fa650',
    ) +
      at(374, 352, flower('#ffffff', '#f0c04a', 1.7, 5), 12) +
      at(336, 376, flower('#ffffff', '#f0c04a', 1.3, 5), 40),
  ),
  'grass-jelly-tea': scene(
    '#eadfce',
    cup(
      {
        stops: [
          [0, '#d9b186'],
          [1, '#b98a60'],
        ],
        surface: '#e2bd95',
        level: 154,
        inside: each(
          [
            [196, 370, 8],
            [232, 376, -14],
            [272, 372, 20],
            [206, 334, -20],
            [248, 340, 10],
            [286, 334, -8],
          ] as const,
          ([x, y, t]) => jelly(x, y, t),
        ),
        onTop:
          jelly(196, 124, -12) +
          jelly(282, 126, 16) +
          jelly(240, 118, 6) +
          each(
            [
              [216, 138],
              [262, 142],
              [240, 146],
            ] as const,
            ([x, y]) => oval(x, y, 15, 10, '#a5463a', { line: 4 }),
          ) +
          at(306, 140, oval(0, 0, 16, 11, '#e8c48c', { line: 4 }) + stroke('M0 -10 v20', '#b98a4c', 3), 20) +
          at(172, 142, oval(0, 0, 16, 11, '#e8c48c', { line: 4 }), -20),
      },
      'open',
    ),
  ),
}
