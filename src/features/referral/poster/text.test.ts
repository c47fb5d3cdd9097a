import * as fc from 'fast-check'
import type { Measure } from './marks'
import { fitted, wrapped } from './text'

const FONT = { size: 10, weight: 400 } as const
const measure: Measure = (text, { size }) => [...text].length * size

it.each([
  ['短', '短'],
  ['十个字刚刚好放得下的', '十个字刚刚好放得下的'],
  ['十一个字就放不下这一行', '十一个字就放不下这…'],
])('%s', (text, shown) => {
  expect(fitted(text, FONT, 100, measure)).toBe(shown)
})

it('breaks between characters, keeps words and numbers together, and begins no line with a comma', () => {
  expect(wrapped('冰美式加一份浓缩咖啡，少冰', FONT, 100, 3, measure)).toEqual([
    '冰美式加一份浓缩咖',
    '啡，少冰',
  ])
  expect(wrapped('满满的燕麦奶 Flat white', FONT, 100, 3, measure)).toEqual(['满满的燕麦奶', 'Flat white'])
})

it('loses nothing but spaces while there are lines, and never writes over the edge', () => {
  const text = fc.array(fc.constantFrom('拿', '铁', ' ', ',', '，', 'oat', '12.5', '（', '）', '😀'), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(text, fc.integer({ min: 30, max: 200 }), (signs, width) => {
      const whole = signs.join('')
      const lines = wrapped(whole, FONT, width, 99, measure)
      expect(lines.join('').replace(/\s/g, '')).toBe(whole.replace(/\s/g, ''))
      for (const line of lines) expect(measure(line, FONT)).toBeLessThanOrEqual(width)
      const two = wrapped(whole, FONT, width, 2, measure)
      expect(two.length).toBeLessThanOrEqual(2)
      for (const line of two) expect(measure(line, FONT)).toBeLessThanOrEqual(width)
    }),
  )
})
