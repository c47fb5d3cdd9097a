import { at, box, clip, dot, each, flat, flatOval, oval, path, stroke } from './ink'

/** Small things that lie in, on and beside the food. Drawn around the origin unless they take a place. */
export const ice = (x: number, y: number, turn = 12, size = 46) =>
  at(
    x,
    y,
    box(-size / 2, -size / 2, size, size, 10, 'rgba(255,255,255,.42)', {
      ink: 'rgba(255,255,255,.9)',
      line: 4,
    }) + stroke(`M${-size / 4} ${-size / 4} h${size / 4}`, '#ffffff', 5, 0.9),
    turn,
  )
export const ices = (...list: readonly (readonly [number, number, number])[]) =>
  each(list, ([x, y, turn]) => ice(x, y, turn))

export const leaf = (colour = '#7fa650', vein = '#55783a') =>
  path('M0 0 C-26 -18 -30 -52 0 -78 C30 -52 26 -18 0 0 Z', colour, { line: 5 }) +
  stroke('M0 -4 V-54', vein, 4)

export const bean = (colour = '#6b4030') =>
  at(0, 0, oval(0, 0, 22, 15, colour, { line: 5 }) + stroke('M-18 2 C-6 -8 6 8 18 -2', '#3a221a', 4))

/** Four-petalled, as small as osmanthus or as large as jasmine. */
export const flower = (petal: string, heart: string, size = 1, petals = 4) =>
  at(
    0,
    0,
    each([...Array(petals).keys()], (i) =>
      at(0, 0, oval(0, -11, 8, 11, petal, { line: 3 }), (360 / petals) * i),
    ) + dot(0, 0, 5, heart),
    0,
    size,
  )

/** A round of citrus: rind, pith, segments. */
export const citrus = (rind: string, flesh: string, r = 46) =>
  dot(0, 0, r, rind, { line: 5 }) +
  dot(0, 0, r * 0.84, '#fff6df') +
  each([0, 60, 120, 180, 240, 300], (turn) =>
    at(
      0,
      0,
      flat(`M0 ${-r * 0.1} L${-r * 0.34} ${-r * 0.62} Q0 ${-r * 0.92} ${r * 0.34} ${-r * 0.62} Z`, flesh),
      turn,
    ),
  )

export const pearls = (places: readonly (readonly [number, number])[], colour = '#3d2721') =>
  each(
    places,
    ([x, y]) =>
      dot(x, y, 13, colour) + dot(x - 4, y - 4, 3.5, '#ffffff', { ink: 'none', line: 0, opacity: 0.5 }),
  )
/** A bed of pearls at the bottom of a takeaway cup. */
export const PEARL_BED = [
  [190, 374],
  [216, 378],
  [242, 376],
  [268, 378],
  [292, 372],
  [202, 352],
  [228, 354],
  [256, 352],
  [282, 350],
  [216, 330],
  [268, 328],
] as const

/** Cream or cheese foam that stands over the rim of a takeaway cup. */
export const foamCap = (y: number, half: number, colour = '#fffaf0', shade = '#f1e2c8') => {
  const d =
    `M${240 - half} ${y} C${240 - half} ${y - 26} ${240 - half + 20} ${y - 40} ${240 - half * 0.55} ${y - 36} ` +
    `C${240 - half * 0.4} ${y - 62} ${240 + half * 0.2} ${y - 66} ${240 + half * 0.38} ${y - 42} ` +
    `C${240 + half * 0.8} ${y - 48} ${240 + half} ${y - 22} ${240 + half} ${y} ` +
    `C${240 + half * 0.7} ${y + 14} ${240 + half * 0.62} ${y + 34} ${240 + half * 0.42} ${y + 14} ` +
    `C${240 + half * 0.2} ${y + 4} ${240 - half * 0.1} ${y + 40} ${240 - half * 0.34} ${y + 12} ` +
    `C${240 - half * 0.6} ${y + 6} ${240 - half * 0.8} ${y + 20} ${240 - half} ${y} Z`
  return (
    path(d, colour) +
    clip(
      d,
      flat(
        `M${240 + half * 0.3} ${y - 70} C${240 + half * 0.6} ${y - 20} ${240 + half * 0.3} ${y + 10} 240 ${y + 40} H${240 + half + 9} V${y - 70} Z`,
        shade,
        0.7,
      ),
    ) +
    path(d)
  )
}
/** A swirl of whipped cream, its foot at the origin. */
export const whip = (half = 76) =>
  path(
    `M${-half} 0 C${-half - 14} -30 ${-half + 14} -44 ${-half + 26} -42 C${-half + 14} -70 -20 -84 -8 -82 C-14 -104 10 -112 16 -120 C22 -104 40 -96 30 -78 C56 -74 ${half - 10} -62 ${half - 22} -42 C${half + 4} -40 ${half + 12} -20 ${half} 0 C${half - 30} 16 ${-half + 30} 16 ${-half} 0 Z`,
    '#fffaf0',
  ) +
  stroke(`M${-half + 30} -40 C-20 -26 20 -26 ${half - 30} -38`, '#e3cfb0', 5) +
  stroke('M-12 -80 C0 -70 16 -70 28 -76', '#e3cfb0', 5)

export const sprinkle = (places: readonly (readonly [number, number])[], colour: string, r = 4) =>
  each(places, ([x, y]) => dot(x, y, r, colour))

export const strawberry = () =>
  path('M0 34 C-34 16 -38 -20 -20 -26 C-8 -30 8 -30 20 -26 C38 -20 34 16 0 34 Z', '#e4574d', { line: 5 }) +
  sprinkle(
    [
      [-12, -6],
      [8, -10],
      [-2, 8],
      [14, 6],
      [-10, 16],
    ],
    '#ffe2a8',
    2.6,
  ) +
  path('M0 -22 L-18 -34 L-6 -34 L0 -46 L6 -34 L18 -34 Z', '#7fa650', { line: 4 })

export const grape = (colour = '#8e6aa8') =>
  dot(0, 0, 19, colour, { line: 5 }) + flatOval(-6, -7, 5, 4, '#ffffff', 0.6)

/** Half a passion fruit, cut side to us. */
export const passionfruit = () =>
  dot(0, 0, 46, '#7d3f5c', { line: 6 }) +
  dot(0, 0, 36, '#fbe9d2') +
  dot(0, 0, 30, '#f2a93b') +
  sprinkle(
    [
      [-12, -10],
      [6, -16],
      [14, 0],
      [-4, 4],
      [-14, 10],
      [6, 16],
    ],
    '#3a2a20',
    5,
  )

export const watermelon = () =>
  path('M-58 0 A58 58 0 0 0 58 0 Z', '#5f9a54', { line: 5 }) +
  flat('M-49 0 A49 49 0 0 0 49 0 Z', '#eaf3d0') +
  flat('M-43 0 A43 43 0 0 0 43 0 Z', '#ea5f57') +
  sprinkle(
    [
      [-20, 12],
      [0, 24],
      [20, 12],
      [0, 8],
    ],
    '#3a2a20',
    4,
  )

/** Half a coconut lying with its opening to us. */
export const coconut = () =>
  dot(0, 0, 62, '#8a5a3c', { line: 6 }) +
  dot(0, 0, 50, '#fffaf0', { line: 4 }) +
  flatOval(2, 4, 34, 32, '#eadfcb') +
  stroke('M-52 -20 l-8 -4 M-30 -50 l-4 -8 M10 -58 l2 -8', '#5f3b27', 4)

export const oatEar = () =>
  stroke('M0 0 C-4 -50 0 -100 8 -140', '#b98a3d', 5) +
  each([0, 1, 2, 3, 4], (i) =>
    at(
      -2 + i,
      -40 - i * 22,
      path('M0 0 C-24 -4 -26 -26 -20 -34 C-4 -30 0 -14 0 0 Z', '#e5b75c', { line: 4 }) +
        path('M4 -4 C28 -8 30 -30 24 -38 C8 -34 4 -18 4 -4 Z', '#e5b75c', { line: 4 }),
    ),
  ) +
  at(6, -146, path('M0 0 C-14 -14 -10 -34 2 -40 C14 -32 14 -12 0 0 Z', '#e5b75c', { line: 4 }))

/** A sprig of small yellow flowers. */
export const osmanthus = () =>
  stroke('M0 0 C10 -40 4 -80 20 -120', '#7a5a3a', 5) +
  at(6, -40, leaf(), -64, 0.9) +
  at(8, -62, leaf(), 58, 0.9) +
  at(18, -112, leaf(), 10, 0.7) +
  each(
    [
      [-10, -74],
      [22, -48],
      [-2, -100],
      [30, -92],
      [8, -76],
    ] as const,
    ([x, y]) => at(x, y, flower('#f6c445', '#e08a2c', 0.85)),
  )

export const scallion = (places: readonly (readonly [number, number])[]) =>
  each(places, ([x, y]) => oval(x, y, 8, 5, '#8dbb5a', { ink: '#5b8a36', line: 3 }))
export const crumbs = (places: readonly (readonly [number, number])[], colour = '#c98b45') =>
  sprinkle(places, colour, 5)

export const mint = () =>
  at(-4, 0, leaf('#79b26a', '#4c8547'), -46, 0.6) +
  at(4, 0, leaf('#79b26a', '#4c8547'), 40, 0.6) +
  at(0, -2, leaf('#8cc47a', '#4c8547'), -4, 0.6)
