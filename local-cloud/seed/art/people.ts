import { at, dot, each, flat, flatOval, oval, path, scene, stroke } from './ink'

const SKIN = '#f6cfa9'

/** Shoulders in a jumper or apron, neck, head, and a friendly face; `behind` and `front` are hair and hats. */
function portrait(
  tint: string,
  o: { clothes: string; behind?: string; front: string; over?: string; skin?: string },
): string {
  const skin = o.skin ?? SKIN
  return scene(
    tint,
    (o.behind ?? '') +
      path('M92 490 C92 400 150 360 240 360 C330 360 388 400 388 490 Z', o.clothes) +
      path('M206 318 V366 C206 392 274 392 274 366 V318 Z', skin) +
      oval(136, 246, 18, 24, skin) +
      oval(344, 246, 18, 24, skin) +
      path(
        'M138 220 C138 150 180 112 240 112 C300 112 342 150 342 220 C342 300 296 342 240 342 C184 342 138 300 138 220 Z',
        skin,
      ) +
      dot(200, 240, 9, '#3a2a20') +
      dot(280, 240, 9, '#3a2a20') +
      flatOval(176, 272, 20, 12, '#ee9a80', 0.55) +
      flatOval(304, 272, 20, 12, '#ee9a80', 0.55) +
      stroke('M234 258 q6 8 12 0', '#c98a66', 5) +
      path('M214 286 C226 306 254 306 266 286 Z', '#fffaf2', { line: 5 }) +
      o.front +
      (o.over ?? ''),
  )
}

const apron = (colour: string) =>
  stroke('M176 372 L192 440 M304 372 L288 440', '#4a2f24', 22) +
  stroke('M176 372 L192 440 M304 372 L288 440', colour, 11) +
  path('M170 430 H310 L320 490 H160 Z', colour)

const xiaolin = portrait('#dfe9d2', {
  clothes: '#7f9f6a',
  front:
    path(
      'M132 226 C116 130 170 84 244 88 C322 84 364 138 348 226 C338 206 334 190 330 176 C300 186 264 178 246 158 C226 182 176 190 154 180 C146 194 140 210 132 226 Z',
      '#4f382e',
    ) + stroke('M190 116 C214 104 240 104 258 110', '#7d5e4e', 8),
  over: stroke('M206 372 q34 34 68 0', '#4a2f24', 6) + stroke('M214 388 V424 M266 388 V424', '#fffaf2', 6),
})
const may = portrait('#fbe3b5', {
  clothes: '#e2725b',
  behind: path(
    'M112 240 C100 120 160 74 240 74 C320 74 380 120 368 240 C372 310 364 350 340 372 H140 C116 350 108 310 112 240 Z',
    '#6b3d2c',
  ),
  front:
    path(
      'M136 226 C134 140 180 96 240 96 C300 96 346 140 344 226 C336 206 330 190 322 182 C296 196 266 198 244 176 C222 198 184 198 158 184 C148 194 140 210 136 226 Z',
      '#6b3d2c',
    ) +
    stroke('M180 128 C200 112 230 108 252 112', '#9a6450', 8) +
    at(
      320,
      138,
      each([0, 72, 144, 216, 288], (t) => at(0, 0, oval(0, -12, 9, 12, '#fff3da', { line: 4 }), t)) +
        dot(0, 0, 7, '#f0b840'),
      10,
    ),
})
const zhou = portrait('#f1dccb', {
  clothes: '#fffaf2',
  skin: '#eebf95',
  front:
    path(
      'M134 214 C126 150 150 116 178 110 C206 96 276 96 302 110 C332 118 354 150 346 214 C336 200 332 180 322 162 C280 150 200 150 158 162 C148 180 144 200 134 214 Z',
      '#8f867e',
    ) +
    path('M132 148 C140 70 340 70 348 148 C300 132 180 132 132 148 Z', '#8a4a32') +
    path(
      'M128 146 C180 124 300 124 352 146 C362 152 360 166 348 166 C300 148 180 148 132 166 C120 166 118 152 128 146 Z',
      '#a65c40',
    ) +
    oval(200, 240, 36, 32, 'rgba(255,255,255,.35)', { line: 6 }) +
    oval(280, 240, 36, 32, 'rgba(255,255,255,.35)', { line: 6 }) +
    stroke('M236 238 h8') +
    path(
      'M196 286 C208 268 234 270 240 278 C246 270 272 268 284 286 C268 294 250 292 240 288 C230 292 212 294 196 286 Z',
      '#8f867e',
      { line: 5 },
    ),
  over: apron('#8a4a32'),
})
const chen = portrait('#d8e6e4', {
  clothes: '#f5c46a',
  behind: path('M330 130 C410 120 430 200 396 282 C380 250 372 220 340 200 Z', '#3a2a26'),
  front:
    path(
      'M134 222 C130 150 170 100 240 100 C310 100 350 150 346 222 C338 196 330 184 318 176 C270 182 196 182 162 176 C150 186 142 202 134 222 Z',
      '#3a2a26',
    ) +
    path('M140 160 C150 92 330 92 340 160 C290 146 190 146 140 160 Z', '#4f8a86') +
    path('M122 172 C160 140 320 140 358 172 C300 160 180 160 122 172 Z', '#3d706d') +
    dot(240, 124, 13, '#fffaf2', { line: 4 }),
  over: apron('#4f8a86'),
})

/** The shop's own face: a smiling cup whose steam is a heart. */
const smilingCup = (glaze: string, shade: string, heart: string) =>
  path(
    'M240 158 C206 136 184 112 198 90 C210 72 232 78 240 96 C248 78 270 72 282 90 C296 112 274 136 240 158 Z',
    heart,
  ) +
  stroke('M336 250 C412 240 410 340 326 336', '#4a2f24', 36) +
  stroke('M336 250 C412 240 410 340 326 336', glaze, 24) +
  path('M120 196 H352 C356 300 342 400 282 400 H190 C130 400 116 300 120 196 Z', glaze) +
  flat('M300 200 H348 C352 300 338 396 282 396 H236 C290 380 310 300 300 200 Z', shade, 0.7) +
  path('M120 196 H352 C356 300 342 400 282 400 H190 C130 400 116 300 120 196 Z') +
  oval(236, 196, 116, 26, '#8a5636') +
  dot(196, 284, 11, '#3a2a20') +
  dot(272, 284, 11, '#3a2a20') +
  stroke('M212 312 q22 26 44 0', '#3a2a20', 8) +
  flatOval(168, 312, 20, 12, '#ee9a80', 0.6) +
  flatOval(300, 312, 20, 12, '#ee9a80', 0.6)

const logo = scene('#d9694f', dot(240, 256, 186, '#e88a6a') + smilingCup('#fffaf2', '#eadbc6', '#ffd9a8'))
const nobody = scene('#e9dccb', smilingCup('#f7ead6', '#e3d0b4', '#e2725b'))

/** People by their key, and the picture of whoever has none. Names as `pictureOf` takes them. */
export const peopleArt: Readonly<Record<string, string>> = {
  'avatar-xiaolin': xiaolin,
  'avatar-may': may,
  'avatar-zhou': zhou,
  'avatar-chen': chen,
  'avatar-default': nobody,
  logo,
}
