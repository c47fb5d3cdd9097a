import { citrus, foamCap, grape, ices, passionfruit, sprinkle, watermelon } from './garnish'
import { at, each, flat, scene, stroke } from './ink'
import { cup } from './vessels'

const lemon = (r: number) => citrus('#f2c230', '#fbe16b', r)
const lime = (r: number) => citrus('#7fb043', '#cfe38a', r)

/** Fruit tea in takeaway cups, by product. */
export const fruitArt: Readonly<Record<string, string>> = {
  'lemon-tea': scene(
    '#fbeeb8',
    cup(
      {
        stops: [
          [0, '#f3c866'],
          [1, '#d98f33'],
        ],
        surface: '#f8d987',
        behind: at(352, 348, lemon(52), 12) + at(318, 380, lime(30), -20),
        inside:
          at(200, 218, lemon(42), 8) +
          at(272, 290, lemon(44), 30) +
          at(206, 340, lime(32), 12) +
          ices([262, 194, 14], [216, 282, -20]),
      },
      'flat',
      '#7fa650',
    ),
  ),
  'grape-cheese': scene(
    '#e9dff0',
    cup(
      {
        stops: [
          [0, '#c3a3d6'],
          [0.5, '#9b74b8'],
          [1, '#6f4c91'],
        ],
        surface: '#c9addb',
        level: 176,
        inside:
          each(
            [
              [194, 368],
              [232, 376],
              [272, 370],
              [212, 336],
              [252, 342],
              [288, 336],
            ] as const,
            ([x, y]) => at(x, y, grape('#7a5599')),
          ) + ices([214, 240, 14], [264, 262, -16]),
        behind:
          at(356, 376, grape()) +
          at(330, 384, grape('#7a5599')) +
          at(344, 350, grape('#a07cba')) +
          stroke('M346 332 q4 -18 18 -22', '#5b7a36', 6),
        onTop: foamCap(146, 98, '#fffaf5', '#eadff0'),
      },
      'open',
    ),
  ),
  'watermelon-coconut': scene(
    '#fbe0d3',
    cup(
      {
        stops: [
          [0, '#fffdf8'],
          [0.26, '#fff5ee'],
          [0.4, '#f6a59b'],
          [0.62, '#ea6a60'],
          [1, '#e2554d'],
        ],
        surface: '#fffdf8',
        inside:
          ices([206, 232, 14], [266, 258, -18]) +
          sprinkle(
            [
              [200, 320],
              [232, 346],
              [270, 318],
              [284, 356],
              [216, 372],
            ],
            '#3a2a20',
            5,
          ),
        behind: at(356, 356, watermelon(), -16, 1.15),
      },
      'flat',
      '#5f9a54',
    ),
  ),
  'passion-tea': scene(
    '#fde7bd',
    cup(
      {
        stops: [
          [0, '#f9c95a'],
          [0.6, '#f0a535'],
          [1, '#e58a24'],
        ],
        surface: '#fbd77e',
        behind: at(354, 348, passionfruit(), 10),
        inside:
          ices([208, 190, 10], [264, 204, -20]) +
          flat('M160 372 C190 330 220 360 250 336 C280 320 300 350 330 330 V410 H160 Z', '#f7c43c', 0.8) +
          sprinkle(
            [
              [194, 360],
              [214, 376],
              [232, 352],
              [254, 372],
              [276, 356],
              [292, 374],
              [208, 338],
              [262, 336],
              [236, 384],
              [240, 310],
              [206, 296],
              [274, 300],
            ],
            '#3a2a20',
            6,
          ),
      },
      'flat',
      '#8a3f5c',
    ),
  ),
}
