import { citrus, ices, mint, sprinkle, strawberry } from './garnish'
import { at, dot, each, flat, flatOval, path, scene, stroke } from './ink'
import { HIGHBALL, bowl, glass } from './vessels'

const lime = (r: number) => citrus('#7fb043', '#cfe38a', r)
const bubbles = (places: readonly (readonly [number, number, number])[]) =>
  each(places, ([x, y, r]) =>
    dot(x, y, r, 'rgba(255,255,255,.35)', { ink: '#ffffff', line: 3, opacity: 0.9 }),
  )
const cubes = (places: readonly (readonly [number, number, number])[], fill: string) =>
  each(places, ([x, y, turn]) =>
    at(
      x,
      y,
      path('M-20 -12 L0 -22 L20 -12 V10 L0 22 L-20 10 Z', fill, { line: 4 }) +
        stroke('M-20 -12 L0 -2 L20 -12 M0 -2 V20', '#d97f14', 3),
      turn,
    ),
  )
const cherry = at(
  0,
  0,
  dot(0, 0, 26, '#a03a52', { line: 5 }) +
    flatOval(-8, -8, 7, 5, '#ffffff', 0.5) +
    stroke('M0 -24 q8 -18 22 -22', '#5b7a36', 5),
)

/** Cold drinks in a glass or a bowl, by product. */
export const chilledArt: Readonly<Record<string, string>> = {
  'mango-sago': scene(
    '#fde6b4',
    bowl({
      glaze: '#fffaf2',
      shade: '#ecdcc4',
      soup: '#f9bd4a',
      band: '#f3a33a',
      inside:
        flat('M106 222 C150 190 200 240 240 214 C290 190 330 240 374 210 V290 H106 Z', '#fdd98a', 0.7) +
        sprinkle(
          [
            [140, 232],
            [160, 248],
            [190, 258],
            [216, 246],
            [250, 262],
            [290, 254],
            [320, 240],
            [346, 226],
            [150, 206],
            [330, 204],
            [226, 262],
            [270, 240],
          ],
          '#fffdf6',
          7,
        ),
      over:
        cubes(
          [
            [196, 204, 0],
            [236, 190, 10],
            [278, 206, -6],
            [222, 222, 4],
            [258, 226, -12],
          ],
          '#fba92c',
        ) +
        at(310, 196, path('M-20 6 C-14 -18 14 -20 22 -4 C10 12 -8 16 -20 6 Z', '#e8636a', { line: 4 }), 10) +
        at(170, 216, path('M-20 6 C-14 -18 14 -20 22 -4 C10 12 -8 16 -20 6 Z', '#ef8087', { line: 4 }), -30) +
        at(240, 178, mint()),
    }),
  ),
  'strawberry-yogurt': scene(
    '#fbdfdc',
    glass(
      { top: 120, bottom: 392, topW: 180, bottomW: 120 },
      {
        stops: [
          [0, '#fff6f2'],
          [0.3, '#f9c9c4'],
          [1, '#e98882'],
        ],
        surface: '#fffaf7',
        level: 148,
        inside:
          flat(
            'M140 190 C190 160 200 240 250 204 C290 180 300 240 340 210 V260 C300 290 290 240 250 268 C210 300 190 240 140 262 Z',
            '#fff6f2',
            0.85,
          ) +
          each(
            [
              [198, 316],
              [272, 330],
            ] as const,
            ([x, y]) => at(x, y, strawberry(), 0, 0.8),
          ),
        behind: at(354, 366, strawberry(), 14, 1.15),
        onTop:
          at(
            240,
            126,
            flat('M-70 8 C-60 -40 -10 -30 0 -54 C10 -30 60 -40 70 8 Z', '#fff6f2') +
              path('M-74 12 C-70 -34 -16 -26 0 -56 C16 -26 70 -34 74 12 C40 26 -40 26 -74 12 Z', '#fffaf7'),
          ) + at(250, 78, strawberry(), 12, 1.05),
      },
    ),
  ),
  'plum-soda': scene(
    '#dcebe0',
    glass(HIGHBALL, {
      stops: [
        [0, '#f1f7ec'],
        [0.5, '#e3f0dc'],
        [1, '#f0cfc6'],
      ],
      surface: '#fbfff8',
      level: 124,
      inside:
        ices([218, 160, 12], [264, 188, -20], [216, 226, 30]) +
        at(258, 258, lime(34), 10) +
        at(216, 344, cherry) +
        at(262, 352, cherry, 20) +
        bubbles([
          [206, 290, 6],
          [280, 306, 5],
          [236, 300, 7],
          [196, 250, 4],
          [286, 240, 6],
          [240, 226, 5],
        ]),
      behind: stroke('M276 40 L252 120', '#4a2f24', 18) + stroke('M276 40 L252 120', '#7fb043', 8),
      onTop: at(186, 96, lime(38), -12) + at(230, 110, mint(), 0, 1.1),
    }),
  ),
}
