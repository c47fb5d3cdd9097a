import { scallion, sprinkle } from './garnish'
import { at, clip, dot, each, flat, oval, path, scene, shadow, steam, stroke } from './ink'
import { plate, steamer } from './vessels'

type Spot = readonly [number, number]
const places = (list: readonly Spot[], fragment: string, scale = 1) =>
  each(list, ([x, y]) => at(x, y, fragment, 0, scale))

/** One fried dough stick, lying; its middle at the origin. */
const youtiaoStick =
  path(
    'M-152 -4 C-160 -30 -130 -42 -112 -30 C-92 -46 -66 -40 -56 -32 C-36 -46 -8 -42 4 -32 C24 -46 54 -42 64 -30 C86 -42 112 -38 120 -28 C142 -38 162 -20 152 0 C162 22 138 38 118 28 C100 40 78 38 64 30 C44 42 18 40 4 32 C-16 42 -44 40 -56 30 C-76 42 -100 38 -112 28 C-136 38 -158 20 -152 -4 Z',
    '#e2a04a',
  ) +
  stroke('M-140 -2 C-90 8 -30 -10 20 4 C70 12 110 -6 140 0', '#b9742a', 6) +
  stroke(
    'M-112 -20 C-96 -28 -80 -26 -70 -22 M-2 -24 C14 -32 32 -30 44 -24 M78 -20 C90 -26 102 -24 108 -20',
    '#f6cd86',
    7,
  ) +
  stroke('M-100 20 C-88 26 -78 24 -70 20 M16 22 C30 28 42 26 52 20', '#b9742a', 5)

/** A steamed bun, its foot at the origin; pleats meet at the top. */
const bun = (tip = '') =>
  path('M-84 -6 C-96 -52 -58 -96 0 -100 C58 -96 96 -52 84 -6 C60 10 -60 10 -84 -6 Z', '#fffaf0') +
  flat('M30 -92 C62 -60 60 -20 20 2 C50 4 74 0 82 -8 C92 -50 62 -84 30 -92 Z', '#eadcc4', 0.8) +
  stroke(
    'M-4 -92 C-30 -80 -44 -62 -50 -40 M-2 -90 C-14 -74 -18 -56 -18 -36 M4 -90 C18 -74 20 -58 18 -40 M8 -92 C34 -82 44 -64 50 -46',
    '#cdb189',
    5,
  ) +
  oval(2, -96, 14, 8, '#f3e6d0', { line: 5 }) +
  tip
const smallBun = bun()

/** Breakfast that is held in the hand or lies on a plate, by product. */
export const doughArt: Readonly<Record<string, string>> = {
  youtiao: scene(
    '#fbe3b8',
    at(0, -40, plate(352) + at(232, 312, youtiaoStick, 14) + at(244, 268, youtiaoStick, -16)),
  ),
  'pork-bun': scene('#f9e6d0', at(0, -14, steam(134) + plate(358) + at(240, 364, bun(), 0, 1.5))),
  'veg-bun': scene(
    '#e6eed4',
    at(
      0,
      -40,
      plate(358) +
        at(176, 350, bun(dot(2, -97, 9, '#8dbb5a', { line: 4 })), 0, 1.05) +
        at(
          316,
          362,
          path(
            'M-84 -6 C-96 -52 -58 -96 0 -100 C24 -98 44 -90 60 -74 C40 -70 20 -40 28 -14 C20 4 -60 10 -84 -6 Z',
            '#fffaf0',
          ) +
            path('M60 -74 C86 -58 94 -30 84 -6 C66 4 46 4 28 -2 C16 -30 30 -64 60 -74 Z', '#5f8a3f') +
            sprinkle(
              [
                [52, -54],
                [66, -40],
                [46, -32],
                [62, -18],
                [74, -26],
                [44, -14],
              ],
              '#a9cf78',
              6,
            ) +
            sprinkle(
              [
                [58, -30],
                [70, -52],
                [52, -6],
              ],
              '#6b4a38',
              6,
            ) +
            stroke('M-4 -92 C-30 -80 -44 -62 -50 -40 M-2 -90 C-14 -74 -18 -56 -18 -36', '#d9c4a2', 5),
          0,
          1.05,
        ),
    ),
  ),
  xiaolongbao: scene(
    '#f3e2c4',
    steam(130) +
      steamer(
        places(
          [
            [240, 250],
            [150, 274],
            [330, 274],
          ],
          smallBun,
          0.56,
        ) +
          places(
            [
              [194, 306],
              [288, 306],
            ],
            smallBun,
            0.6,
          ),
      ),
  ),
  jianbing: scene(
    '#fbe6c0',
    shadow(240, 402, 130) +
      path('M138 104 C180 78 300 78 342 104 L330 330 H150 Z', '#f3c878') +
      clip(
        'M138 104 C180 78 300 78 342 104 L330 330 H150 Z',
        flat('M262 90 H350 V340 H272 Z', '#dda750', 0.6) +
          sprinkle(
            [
              [176, 140],
              [210, 170],
              [186, 206],
              [300, 150],
              [322, 200],
              [284, 210],
            ],
            '#b9772e',
            7,
          ) +
          scallion([
            [196, 130],
            [230, 190],
            [308, 176],
            [168, 180],
          ]) +
          sprinkle(
            [
              [220, 142],
              [290, 130],
              [206, 220],
              [318, 226],
              [172, 226],
            ],
            '#3a2a20',
            4,
          ),
      ) +
      path('M138 104 C180 78 300 78 342 104') +
      path(
        'M158 108 C176 76 206 60 224 84 C240 54 280 58 290 84 C306 74 324 88 324 106 C280 128 200 128 158 108 Z',
        '#8fbc5c',
      ) +
      path('M186 106 L196 66 L262 58 L272 108 Z', '#e9b055', { line: 5 }) +
      sprinkle(
        [
          [210, 80],
          [236, 76],
          [252, 92],
          [222, 98],
        ],
        '#c98433',
        5,
      ) +
      path('M248 108 C250 82 300 78 304 104 Z', '#fff3dc', { line: 5 }) +
      dot(276, 98, 9, '#f2a93b') +
      path('M138 104 C190 132 290 132 342 104 L338 160 C290 184 200 150 140 190 Z', '#f6d08a') +
      scallion([
        [176, 146],
        [260, 150],
        [312, 138],
      ]) +
      sprinkle(
        [
          [206, 140],
          [232, 152],
          [290, 152],
        ],
        '#3a2a20',
        4,
      ) +
      path(
        'M124 196 L180 214 L240 196 L300 214 L356 196 L336 384 C334 396 326 402 314 402 H166 C154 402 146 396 144 384 Z',
        '#fffaf0',
      ) +
      flat('M300 214 L356 196 L336 384 C334 396 326 402 314 402 H276 Z', '#eadcc4', 0.8) +
      path(
        'M124 196 L180 214 L240 196 L300 214 L356 196 L336 384 C334 396 326 402 314 402 H166 C154 402 146 396 144 384 Z',
      ) +
      stroke('M164 262 H316 M168 286 H312', '#e2725b', 7) +
      dot(240, 340, 24, 'none', { ink: '#e2725b', line: 6 }) +
      stroke('M230 344 q10 10 20 0 M232 332 v2 M248 332 v2', '#e2725b', 6),
  ),
}
