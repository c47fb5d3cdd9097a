import { at, dot, each, flatOval, oval, path, scene, stroke } from './ink'
import { plate } from './vessels'

const teaEgg = (half: boolean) =>
  half
    ? path(
        'M-52 0 C-52 -44 -26 -70 0 -70 C26 -70 52 -44 52 0 C52 40 28 58 0 58 C-28 58 -52 40 -52 0 Z',
        '#c58a55',
      ) +
      path(
        'M-42 2 C-42 -36 -22 -58 0 -58 C22 -58 42 -36 42 2 C42 34 24 48 0 48 C-24 48 -42 34 -42 2 Z',
        '#fff3e0',
        { ink: '#e3b98a', line: 4 },
      ) +
      dot(0, 8, 25, '#f2a93b', { ink: '#b9763a', line: 5 }) +
      flatOval(-8, 0, 8, 6, '#fbd48a')
    : path(
        'M-56 0 C-56 -48 -28 -76 0 -76 C28 -76 56 -48 56 0 C56 42 30 62 0 62 C-30 62 -56 42 -56 0 Z',
        '#c07f48',
      ) +
      stroke(
        'M-40 -34 L-16 -18 L-22 8 L-48 14 M-16 -18 L10 -30 L14 -66 M10 -30 L36 -10 L52 -18 M36 -10 L28 20 L4 26 L-22 8 M4 26 L8 54 M28 20 L46 30',
        '#7d4a26',
        5,
      ) +
      stroke('M-34 -40 q8 -16 22 -22', '#f0c796', 7, 0.8)

/** A band of the sandwich's cut face, from `top` to `bottom` below its upper edge. */
const band = (top: number, bottom: number, fill: string) =>
  path(`M58 ${262 + top} L416 ${240 + top} V${240 + bottom} L58 ${262 + bottom} Z`, fill, { line: 5 })
const sandwich =
  path('M58 262 L282 132 C290 128 298 130 304 136 L416 240 Z', '#fbe3b4') +
  stroke('M58 262 L282 132 C290 128 298 130 304 136 L416 240', '#c98b45', 9) +
  stroke('M52 258 L280 126 C290 121 302 123 310 131 L422 236') +
  band(0, 28, '#fff3da') +
  band(28, 52, '#fffaf0') +
  each([110, 206, 300, 372], (x) => flatOval(x, 299 - (x - 58) * 0.061, 24, 8, '#f5b93c')) +
  band(52, 66, '#f5c84c') +
  band(66, 84, '#f0a39a') +
  path(
    'M54 344 q18 26 36 4 q18 20 36 -4 q18 22 36 0 q18 20 36 -4 q18 20 36 -2 q18 20 36 -4 q18 20 36 -2 q18 18 36 -4 q18 18 36 -4 q18 16 38 -8 L418 320 L58 342 Z',
    '#8fbc5c',
    { line: 5 },
  ) +
  band(96, 124, '#fff3da')

const grains = (list: readonly (readonly [number, number, number])[]) =>
  each(list, ([x, y, t]) => at(x, y, oval(0, 0, 11, 6, '#fffdf6', { ink: '#d9cbb2', line: 3 }), t))

/** Breakfast put together by hand, by product. */
export const bitesArt: Readonly<Record<string, string>> = {
  sandwich: scene('#f4e6cf', at(0, -16, plate(372) + sandwich)),
  'rice-ball': scene(
    '#e9e6d6',
    at(
      0,
      -40,
      plate(360) +
        at(
          180,
          300,
          path('M-86 40 C-108 -20 -80 -78 -10 -82 C60 -82 84 -40 76 14 C70 56 -60 70 -86 40 Z', '#fffdf6') +
            grains([
              [-60, 10, 20],
              [-40, -30, -30],
              [-10, -56, 10],
              [-56, -16, 60],
              [-20, 30, 0],
              [20, -50, 40],
              [-20, -6, -20],
              [-46, 38, 10],
            ]) +
            path(
              'M-92 -8 C-70 -24 -20 -30 20 -20 L16 44 C-30 58 -66 54 -88 40 C-94 24 -96 8 -92 -8 Z',
              '#3f4a3c',
            ) +
            stroke('M-78 4 q30 -14 70 -12', '#6a7763', 5),
          -6,
        ) +
        at(
          310,
          310,
          oval(0, 0, 80, 80, '#fffdf6') +
            grains([
              [-56, -16, 70],
              [-38, -48, 30],
              [0, -62, 0],
              [40, -48, -30],
              [60, -10, 80],
              [48, 36, 40],
              [12, 60, 5],
              [-30, 54, -20],
              [-58, 24, 60],
            ]) +
            dot(0, 0, 42, '#e2a04a', { line: 5 }) +
            stroke('M-24 -10 q14 -16 30 -10 q14 6 20 -6 M-26 12 q16 -8 26 0 q14 8 26 -2', '#b9742a', 5) +
            dot(-12, 30, 12, '#a5463a', { line: 4 }) +
            oval(22, 20, 15, 11, '#f2a93b', { line: 4 }),
        ),
    ),
  ),
  'tea-egg': scene(
    '#f2dfc8',
    at(
      0,
      -40,
      plate(352, '#dfe6e0', '#b9c9c1') +
        at(172, 292, teaEgg(false), -10, 1.08) +
        at(312, 298, teaEgg(true), 12, 1.12) +
        at(
          84,
          396,
          each([0, 72, 144, 216, 288], (t) => at(0, 0, oval(0, -16, 7, 14, '#8a5236', { line: 4 }), t)) +
            dot(0, 0, 6, '#5a3222'),
          10,
        ),
    ),
  ),
}
