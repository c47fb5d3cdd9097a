import { scallion, sprinkle } from './garnish'
import { at, each, flatOval, oval, path, scene, steam, stroke } from './ink'
import { bowl } from './vessels'

type Spot = readonly [number, number]
const soybeans = (list: readonly Spot[]) =>
  each(
    list,
    ([x, y]) => oval(x, y, 15, 12, '#ecc878', { line: 4 }) + stroke(`M${x - 3} ${y - 2} h6`, '#b98f3f', 3),
  )
const spoon = (x: number, y: number, turn: number) =>
  at(
    x,
    y,
    stroke('M0 0 L92 -60', '#4a2f24', 20) +
      stroke('M0 0 L92 -60', '#fffaf2', 9) +
      oval(-8, 6, 30, 19, '#fffaf2') +
      flatOval(-8, 8, 19, 10, '#e9d8c3'),
    turn,
  )

const centuryEgg =
  path('M-30 8 C-30 -22 30 -22 30 8 C16 18 -16 18 -30 8 Z', '#5f5a48', { line: 4 }) +
  flatOval(0, 4, 16, 8, '#2f3a34') +
  stroke('M-18 -4 q8 -8 18 -8', '#8f8a6a', 4)
const shred = stroke('M0 0 q10 -8 24 -2', '#4a2f24', 13) + stroke('M0 0 q10 -8 24 -2', '#d99a84', 7)
const wontonPiece =
  path(
    'M-44 8 C-52 -14 -30 -20 -20 -10 C-24 -34 24 -34 20 -10 C32 -22 54 -12 44 8 C28 26 -28 26 -44 8 Z',
    '#fff3dc',
    { line: 5 },
  ) +
  flatOval(0, 2, 18, 11, '#eeb9a0', 0.8) +
  stroke('M-20 -10 C-12 0 -10 6 -12 12 M20 -10 C14 0 12 6 13 12', '#dcc199', 4)

/** Breakfast from a bowl, by product. */
export const bowlsArt: Readonly<Record<string, string>> = {
  'soy-milk': scene(
    '#faeac8',
    steam(140) +
      bowl({
        glaze: '#6f93a8',
        shade: '#587b90',
        soup: '#fff6e0',
        inside: stroke('M150 224 a90 30 0 0 1 100 -28', '#fffdf6', 10),
        over: '',
      }) +
      soybeans([
        [78, 388],
        [104, 404],
        [58, 408],
        [402, 392],
        [428, 404],
        [412, 414],
      ]),
  ),
  'pork-congee': scene(
    '#efe6d6',
    steam(120) +
      bowl({
        glaze: '#fffaf2',
        shade: '#e9d8c3',
        soup: '#fff6e4',
        band: '#7a9a8c',
        inside:
          sprinkle(
            [
              [150, 214],
              [180, 248],
              [330, 240],
              [290, 258],
              [226, 262],
              [344, 214],
              [200, 192],
            ],
            '#efe0c4',
            6,
          ) +
          at(196, 216, centuryEgg, -8) +
          at(282, 212, centuryEgg, 10) +
          at(240, 238, centuryEgg) +
          at(150, 238, shred) +
          at(306, 240, shred, -20) +
          at(228, 194, shred, 10) +
          at(196, 254, shred, 12) +
          scallion([
            [170, 226],
            [262, 196],
            [322, 222],
            [280, 250],
            [216, 236],
            [244, 212],
          ]),
      }),
  ),
  'pumpkin-congee': scene(
    '#fde3b5',
    steam(120) +
      bowl({
        glaze: '#d9795a',
        shade: '#bd6247',
        soup: '#f7bb46',
        inside:
          sprinkle(
            [
              [150, 210],
              [172, 232],
              [198, 206],
              [224, 252],
              [258, 204],
              [286, 240],
              [312, 214],
              [338, 228],
              [206, 236],
              [250, 232],
              [180, 250],
              [300, 258],
            ],
            '#fde08e',
            6,
          ) +
          each(
            [
              [200, 222, -8],
              [262, 214, 12],
              [306, 232, -4],
              [238, 244, 6],
            ] as const,
            ([x, y, t]) =>
              at(
                x,
                y,
                path('M-26 -8 L18 -14 L28 6 L-18 14 Z', '#f08f2c', { line: 4 }) +
                  stroke('M-14 -4 L10 -8', '#fbc07a', 4),
                t,
              ),
          ),
      }) +
      at(
        400,
        372,
        path('M0 -44 C50 -58 68 20 30 40 C14 46 -14 46 -30 40 C-68 20 -50 -58 0 -44 Z', '#f29a38') +
          stroke('M-16 -42 C-36 -16 -32 20 -16 40 M16 -42 C36 -16 32 20 16 40', '#d97a20', 5) +
          path('M-6 -44 C-8 -58 -2 -66 8 -70 L16 -62 C8 -58 8 -52 8 -44 Z', '#7a8a3f', { line: 5 }),
      ),
  ),
  wonton: scene(
    '#e8ead8',
    steam(120) +
      bowl({
        glaze: '#fffaf2',
        shade: '#e9d8c3',
        soup: '#f4dca8',
        band: '#d9694f',
        inside:
          at(174, 218, wontonPiece, -8) +
          at(300, 216, wontonPiece, 8) +
          at(236, 206, wontonPiece) +
          at(206, 244, wontonPiece, 6, 0.95) +
          at(284, 248, wontonPiece, -6, 0.95) +
          path('M138 236 q14 -12 28 0 q-8 16 -28 0 Z', '#3f5a4a', { line: 3 }) +
          path('M322 238 q14 -12 26 2 q-12 14 -26 -2 Z', '#3f5a4a', { line: 3 }) +
          scallion([
            [236, 232],
            [262, 226],
            [198, 222],
            [322, 206],
            [150, 214],
            [248, 262],
          ]),
      }) +
      spoon(330, 236, -6),
  ),
}
