import { crumbs } from './garnish'
import { at, clip, each, flat, flatOval, oval, path, scene, shadow, stroke } from './ink'
import { plate } from './vessels'

/** One fold of the croissant: a plump oval, lit from the upper left. */
const fold = (x: number, y: number, rx: number, ry: number, turn: number) =>
  at(
    x,
    y,
    oval(0, 0, rx, ry, '#e5a24c') +
      flat(
        `M${rx * 0.1} ${ry - 6} C${rx * 0.9} ${ry * 0.6} ${rx} ${-ry * 0.4} ${rx * 0.5} ${-ry * 0.8} C${rx * 0.5} ${-ry * 0.1} ${rx * 0.4} ${ry * 0.5} ${rx * 0.1} ${ry - 6} Z`,
        '#c37d30',
        0.6,
      ) +
      stroke(
        `M${-rx * 0.5} ${-ry * 0.5} C${-rx * 0.66} ${-ry * 0.2} ${-rx * 0.66} ${ry * 0.2} ${-rx * 0.5} ${ry * 0.5}`,
        '#f9dc9f',
        9,
        0.9,
      ) +
      stroke(
        `M${-rx * 0.1} ${-ry * 0.82} C${-rx * 0.24} ${-ry * 0.2} ${-rx * 0.24} ${ry * 0.3} ${-rx * 0.1} ${ry * 0.8}`,
        '#b9742a',
        4,
        0.8,
      ),
    turn,
  )
const croissant =
  fold(64, 322, 28, 44, 62) +
  fold(416, 322, 28, 44, -62) +
  fold(104, 284, 42, 66, 44) +
  fold(376, 284, 42, 66, -44) +
  fold(164, 250, 54, 84, 22) +
  fold(316, 250, 54, 84, -22) +
  fold(240, 238, 62, 94, 0)

const tart = (x: number, y: number, scale = 1) =>
  at(
    x,
    y,
    path('M-96 -8 L-72 58 C-60 70 60 70 72 58 L96 -8 Z', '#d99a4c') +
      each([-60, -30, 0, 30, 60], (dx) => stroke(`M${dx * 1.25} 4 L${dx} 62`, '#a96a28', 5)) +
      oval(0, -10, 104, 44, '#e9b263') +
      oval(0, -10, 84, 33, '#f9cf55', { line: 4 }) +
      flatOval(-24, -16, 22, 9, '#8a4a22', 0.75) +
      flatOval(28, -6, 17, 7, '#8a4a22', 0.7) +
      flatOval(10, -26, 12, 5, '#a35a28', 0.6) +
      flatOval(-44, 0, 9, 4, '#a35a28', 0.6) +
      stroke('M-60 -22 q14 -12 34 -14', '#fff0b8', 6),
    0,
    scale,
  )

const bunTop = 'M86 268 C78 178 150 122 240 122 C330 122 402 178 394 268 C350 292 130 292 86 268 Z'
const bagelRing =
  'M240 150 C336 150 402 196 402 254 C402 312 336 350 240 350 C144 350 78 312 78 254 C78 196 144 150 240 150 Z'

const cookie = (x: number, y: number, turn: number) =>
  at(
    x,
    y,
    path('M-112 4 C-112 24 -60 44 0 44 C60 44 112 24 112 4 L112 -6 H-112 Z', '#b9803f') +
      oval(0, -6, 112, 42, '#dba75c') +
      each(
        [
          [-70, -12, 20],
          [-30, -28, -10],
          [20, -22, 30],
          [66, -10, -20],
          [-10, 6, 10],
          [-52, 12, -30],
          [40, 16, 12],
          [90, 0, 0],
          [-88, 2, 50],
        ] as const,
        ([dx, dy, t]) => at(dx, dy, oval(0, 0, 13, 6, '#f1d394', { ink: '#c08f48', line: 3 }), t),
      ) +
      each(
        [
          [-44, -8],
          [8, -8],
          [46, -26],
          [62, 10],
          [-14, 22],
          [-74, 8],
        ] as const,
        ([dx, dy]) => oval(dx, dy, 9, 6, '#5f3a44', { line: 3 }),
      ),
    turn,
  )

/** What comes out of the oven, by product. */
export const pastryArt: Readonly<Record<string, string>> = {
  croissant: scene(
    '#f9dfc0',
    at(
      26,
      -4,
      shadow(240, 346, 190, 24) +
        croissant +
        crumbs([
          [118, 388],
          [150, 402],
          [352, 394],
          [384, 382],
          [330, 406],
        ]),
      0,
      0.89,
    ),
  ),
  'egg-tart': scene('#fdeabf', at(0, -44, plate(366) + tart(166, 288, 0.92) + tart(308, 306, 1.02))),
  'pineapple-bun': scene(
    '#fbe2c4',
    shadow(240, 372, 172, 24) +
      path('M92 300 C82 352 140 376 240 376 C340 376 398 352 388 300 Z', '#e9b263') +
      flat('M300 300 H388 C398 352 340 376 262 376 C300 360 310 330 300 300 Z', '#c98b3f', 0.5) +
      path('M70 290 C110 276 370 276 410 290 L402 316 C350 330 130 330 78 316 Z', '#fbe48c') +
      flat('M70 290 C110 276 370 276 410 290 L406 300 C350 288 130 288 74 300 Z', '#fff6c4') +
      path(bunTop, '#eea94a') +
      clip(
        bunTop,
        stroke(
          'M60 210 L240 330 M90 160 L330 320 M150 120 L400 290 M230 100 L430 240 M420 210 L240 330 M390 160 L150 320 M330 120 L80 290 M250 100 L50 240',
          '#b9742a',
          7,
        ) +
          flat('M330 120 C380 170 380 250 320 300 H420 V120 Z', '#c98433', 0.3) +
          stroke('M124 216 C140 178 170 158 206 148', '#fde0a0', 12, 0.9),
      ) +
      path(bunTop),
  ),
  bagel: scene(
    '#ece2d2',
    shadow(240, 398, 176, 24) +
      at(
        0,
        24,
        path('M84 284 C84 346 150 378 240 378 C330 378 396 346 396 284 Z', '#d99a4c') +
          path(
            'M76 276 C120 300 180 286 220 304 C250 320 300 296 404 282 C404 300 396 312 380 322 C350 320 330 342 300 328 C260 344 220 326 190 334 C150 342 120 320 92 316 C80 304 76 290 76 276 Z',
            '#fffaf0',
          ),
      ) +
      path(bagelRing, '#e5ad5c') +
      clip(
        bagelRing,
        flat('M320 140 C360 220 330 310 240 352 H420 V140 Z', '#c98b3f', 0.45) +
          stroke('M114 238 C126 202 164 180 206 172', '#fbdca0', 12, 0.9),
      ) +
      path(bagelRing) +
      oval(240, 242, 54, 28, '#b9803f') +
      flatOval(240, 250, 42, 17, '#8a5a2c') +
      each(
        [
          [140, 220, 20],
          [172, 192, -30],
          [212, 184, 10],
          [262, 180, -12],
          [306, 190, 30],
          [344, 214, -20],
          [362, 250, 40],
          [134, 262, -40],
          [160, 294, 16],
          [204, 312, -8],
          [252, 316, 20],
          [300, 306, -26],
          [340, 286, 8],
          [172, 240, 0],
          [312, 234, 60],
          [186, 276, 30],
          [296, 274, -6],
        ] as const,
        ([x, y, t]) => at(x, y, oval(0, 0, 8, 5, '#fff3d2', { ink: '#8f6a35', line: 3 }), t),
      ),
  ),
  'oat-cookie': scene(
    '#f0e0ca',
    shadow(240, 376, 150, 22) +
      cookie(236, 330, 0) +
      cookie(250, 274, 3) +
      cookie(232, 216, -4) +
      crumbs(
        [
          [96, 386],
          [124, 398],
          [376, 392],
          [398, 380],
        ],
        '#c98b45',
      ),
  ),
}
