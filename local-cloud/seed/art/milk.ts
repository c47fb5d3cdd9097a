import { foamCap, ices, leaf, sprinkle } from './garnish'
import { at, box, flat, oval, path, scene, stroke } from './ink'
import { cup } from './vessels'

const taro = at(
  0,
  0,
  path('M-58 8 C-62 -36 -24 -56 6 -52 C44 -50 62 -22 58 10 C52 44 -46 48 -58 8 Z', '#8a6a5a') +
    oval(4, -4, 42, 34, '#e6d3e6', { line: 5 }) +
    sprinkle(
      [
        [-16, -10],
        [4, -20],
        [22, -6],
        [-4, 6],
        [14, 12],
        [-20, 8],
        [2, -4],
      ],
      '#a787b5',
      3,
    ),
)

const whisk =
  box(-16, -112, 32, 46, 8, '#e5c27e', { line: 5 }) +
  stroke('M-16 -78 h32', '#b58a44', 5) +
  path('M-16 -66 C-44 -40 -44 -6 -34 6 H34 C44 -6 44 -40 16 -66 Z', '#efd498', { line: 5 }) +
  stroke('M-14 -58 C-26 -36 -26 -12 -22 4 M0 -60 V4 M14 -58 C26 -36 26 -12 22 4', '#b58a44', 4)

/** Tea with fresh milk or foam, by product. */
export const milkArt: Readonly<Record<string, string>> = {
  'taro-milk': scene(
    '#eee0ee',
    cup(
      {
        stops: [
          [0, '#fffaf5'],
          [0.42, '#f6ebf3'],
          [0.62, '#c9aed3'],
          [1, '#a886b8'],
        ],
        surface: '#fffdfa',
        behind: at(352, 352, taro, 8),
        inside:
          flat(
            'M140 290 C180 250 190 300 220 280 C250 256 262 312 300 270 L340 300 V420 H140 Z',
            '#b394c2',
            0.75,
          ) +
          sprinkle(
            [
              [196, 330],
              [240, 316],
              [280, 334],
              [220, 362],
              [262, 368],
            ],
            '#8f6ca3',
            5,
          ),
      },
      'flat',
      '#a886b8',
    ),
  ),
  'matcha-latte': scene(
    '#e3ecd0',
    cup(
      {
        stops: [
          [0, '#7a9a3f'],
          [0.3, '#8fac52'],
          [0.5, '#dfe3b8'],
          [1, '#fffaf0'],
        ],
        surface: '#8fae55',
        behind: at(364, 394, whisk, 8),
        inside: ices([204, 188, 14], [260, 178, -12], [232, 226, 30]),
      },
      'flat',
      '#6f8f3a',
    ),
  ),
  'oolong-cheese': scene(
    '#f5dfc0',
    cup(
      {
        stops: [
          [0, '#e0a050'],
          [1, '#b5672a'],
        ],
        surface: '#e8b673',
        level: 176,
        inside: ices([206, 236, 12], [266, 262, -18], [222, 300, 30]),
        behind:
          at(356, 398, leaf('#6f8a4a', '#4d6535'), 24, 1.15) +
          at(330, 398, leaf('#87a35c', '#4d6535'), -14, 0.9),
        onTop:
          at(0, 0, foamCap(146, 98)) +
          sprinkle(
            [
              [190, 118],
              [222, 104],
              [252, 96],
              [276, 112],
              [300, 124],
              [238, 124],
              [208, 134],
            ],
            '#c9822f',
            4,
          ),
      },
      'open',
    ),
  ),
}
