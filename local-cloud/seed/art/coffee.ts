import { bean, citrus, coconut, flower, ices, oatEar, osmanthus, sprinkle, whip } from './garnish'
import { at, each, flat, oval, path, scene, steam, stroke } from './ink'
import { glass, mug, SHORT, TUMBLER } from './vessels'

const CREAM = '#fbefdc'
const heart = (size: number) =>
  flat(
    `M0 ${size} C${-size * 1.3} ${size * 0.1} ${-size} ${-size} 0 ${-size * 0.4} C${size} ${-size} ${size * 1.3} ${size * 0.1} 0 ${size} Z`,
    CREAM,
  )
/** A heart with one ring of foam around it, as it is poured. */
const pouredHeart =
  stroke('M0 82 C-104 16 -88 -74 0 -38 C88 -74 104 16 0 82 Z', '#d3a172', 8) +
  flat('M0 64 C-86 8 -70 -58 0 -26 C70 -58 86 8 0 64 Z', CREAM)
const beans = at(96, 372, bean(), 24) + at(70, 350, bean('#7d4c38'), -30, 0.9)

export const coffeeArt: Record<string, string> = {
  latte: scene(
    '#f4e0c8',
    steam(136) +
      mug({ glaze: '#fffaf2', shade: '#eadbc6', coffee: '#b97a4a', art: pouredHeart, saucer: '#f3b98a' }),
  ),
  americano: scene(
    '#e9dccb',
    steam(136) +
      mug({
        glaze: '#58787a',
        shade: '#466264',
        coffee: '#3a221a',
        saucer: '#6f9092',
        art:
          flat('M-90 0 a90 86 0 0 1 60 -80', '#8a5a3c') + stroke('M-84 10 A84 84 0 0 1 20 -82', '#8f5f3e', 9),
      }) +
      beans,
  ),
  'coconut-latte': scene(
    '#e3ecd9',
    glass(TUMBLER, {
      stops: [
        [0, '#7a4a30'],
        [0.3, '#9c6b48'],
        [0.52, '#eadbc4'],
        [1, '#fffaf0'],
      ],
      surface: '#8f5d3d',
      behind: at(346, 338, coconut(), 8),
      inside: ices([206, 176, 14], [262, 196, -18], [224, 236, 30]),
    }),
  ),
  'osmanthus-latte': scene(
    '#f8e6b8',
    glass(TUMBLER, {
      stops: [
        [0, '#fff6e2'],
        [0.16, '#f3dcb6'],
        [0.3, '#b97a4a'],
        [0.62, '#d9a871'],
        [1, '#f0b94e'],
      ],
      surface: '#fffaf0',
      behind: at(342, 388, osmanthus(), 10, 1.1),
      onTop: each(
        [
          [206, 136, 0],
          [236, 142, 20],
          [268, 134, 40],
          [250, 130, 10],
        ] as const,
        ([x, y, t]) => at(x, y, flower('#f6c445', '#e08a2c', 0.75), t),
      ),
    }),
  ),
  'oat-latte': scene(
    '#f2e3c6',
    glass(TUMBLER, {
      stops: [
        [0, '#a9714a'],
        [0.34, '#c79a6e'],
        [0.62, '#ead3ad'],
        [1, '#f3e4c8'],
      ],
      surface: '#b98558',
      behind: at(352, 396, oatEar(), 14, 1.25) + at(330, 398, oatEar(), -2, 1.05),
      inside: ices([210, 180, -10], [266, 190, 22]),
    }),
  ),
  cappuccino: scene(
    '#f6dccb',
    mug({
      glaze: '#d9795a',
      shade: '#bd6247',
      coffee: '#b97a4a',
      saucer: '#e9a386',
      over:
        path(
          'M140 196 C136 150 186 132 214 142 C236 116 296 122 304 146 C336 142 346 172 340 198 C320 244 160 244 140 196 Z',
          '#fff6e6',
        ) +
        stroke('M168 196 C176 170 196 162 214 164', '#ecd7b8', 6) +
        stroke('M272 160 C296 158 312 174 312 190', '#ecd7b8', 6) +
        sprinkle(
          [
            [210, 178],
            [232, 166],
            [252, 182],
            [270, 168],
            [228, 194],
            [246, 202],
            [276, 196],
            [204, 200],
            [292, 182],
            [258, 156],
          ],
          '#7a4a30',
          5,
        ),
    }),
  ),
  'flat-white': scene(
    '#dfe6e6',
    steam(150, [222, 258]) +
      at(
        240,
        250,
        at(
          -240,
          -250,
          mug({
            glaze: '#8fb0b8',
            shade: '#7598a1',
            coffee: '#a9683c',
            saucer: '#fffaf2',
            art: each([0, 1, 2], (i) => at(0, -34 + i * 32, heart(40 - i * 6), 180, [1.1, 1])),
          }),
        ),
        0,
        0.92,
      ) +
      at(
        392,
        352,
        stroke('M0 0 L-44 20', '#4a2f24', 16) +
          stroke('M0 0 L-44 20', '#d9d3c8', 6) +
          oval(-56, 26, 20, 12, '#d9d3c8', { line: 5 }),
        8,
      ),
  ),
  dirty: scene(
    '#ece0d4',
    glass(SHORT, {
      stops: [
        [0, '#4a2a1c'],
        [0.2, '#6b4030'],
        [0.34, '#fffaf0'],
        [1, '#fffaf0'],
      ],
      surface: '#6b3d28',
      level: 202,
      inside:
        flat(
          'M150 250 C170 262 176 312 188 312 C202 312 196 262 212 258 C226 256 224 344 238 344 C254 344 246 262 262 258 C276 256 274 296 288 296 C302 296 300 256 330 250 V200 H150 Z',
          '#6b4030',
        ) + flat('M150 234 C180 252 196 240 224 252 C250 240 290 256 330 236 V196 H150 Z', '#4a2a1c'),
      onTop: stroke('M196 202 q20 -8 52 -6', '#a06a45', 6),
    }),
  ),
  mocha: scene(
    '#eed9cf',
    glass(
      { top: 150, bottom: 392, topW: 168, bottomW: 130 },
      {
        stops: [
          [0, '#a97450'],
          [0.5, '#7a4a34'],
          [1, '#4f2d20'],
        ],
        surface: '#8a5a3e',
        level: 172,
        onTop:
          at(240, 156, whip(82)) +
          stroke('M186 130 C210 118 236 146 262 128 C280 118 292 128 300 138', '#5a3222', 8) +
          stroke('M212 88 C232 96 248 84 268 92', '#5a3222', 7) +
          at(300, 78, path('M-9 -34 h18 v68 h-18 Z', '#6b3d28', { line: 5 }), 24),
      },
    ),
  ),
  'caramel-macchiato': scene(
    '#f9e2bd',
    glass(TUMBLER, {
      stops: [
        [0, '#fff6e6'],
        [0.14, '#fff1da'],
        [0.16, '#8a5636'],
        [0.42, '#b07a50'],
        [0.6, '#f3e3ca'],
        [1, '#fffaf0'],
      ],
      surface: '#fffaf0',
      inside:
        ices([214, 214, 16], [262, 240, -20]) +
        each(
          [
            [176, 150, 80],
            [196, 150, 46],
            [292, 150, 64],
            [274, 150, 30],
          ] as const,
          ([x, y, l]) => stroke(`M${x} ${y} v${l}`, '#d98a2b', 12),
        ),
      onTop:
        stroke('M186 132 L212 144 L236 128 L262 146 L292 132', '#d98a2b', 7) +
        stroke('M196 142 L222 130 L250 146 L280 130', '#c4761f', 5),
    }),
  ),
  'orange-americano': scene(
    '#fde0bd',
    glass(TUMBLER, {
      stops: [
        [0, '#3f241a'],
        [0.3, '#6b3a20'],
        [0.48, '#e8892b'],
        [1, '#f7a93c'],
      ],
      surface: '#55301f',
      inside:
        ices([208, 182, 12], [264, 176, -16], [236, 220, 34]) +
        at(206, 330, citrus('#f08a24', '#f9b44c', 34), 10),
      onTop: at(316, 116, citrus('#f08a24', '#f9b44c', 50), 16),
    }),
  ),
}
