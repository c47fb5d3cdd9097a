import type { Font, Measure } from './marks'

const ELLIPSIS = '…'
/** A line never begins with these, nor ends with those. */
const NOT_FIRST = /^[，。、；：！？）」』》”’…·%]/
const NOT_LAST = /[（「『《“‘¥]$/

/** Words of Latin letters and digits stay together; every other character may end a line. */
const pieces = (text: string): string[] => text.match(/[\w.'-]+|\s+|./gsu) ?? []

/** The text, or as much of its beginning as fits with an ellipsis. `width` in rpx. */
export function fitted(text: string, font: Font, width: number, measure: Measure): string {
  if (measure(text, font) <= width) return text
  const signs = [...text]
  let [fits, tooMany] = [0, signs.length]
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1
    const shorter = signs.slice(0, middle).join('').trimEnd() + ELLIPSIS
    if (measure(shorter, font) <= width) fits = middle
    else tooMany = middle
  }
  return signs.slice(0, fits).join('').trimEnd() + ELLIPSIS
}

/**
 * Breaks a text into at most `most` lines of at most `width` rpx; the last one ends with an ellipsis when there was more.
 * Every line fits, whatever the text; an empty text has no lines.
 */
export function wrapped(text: string, font: Font, width: number, most: number, measure: Measure): string[] {
  const lines: string[] = []
  let rest = text.trim()
  while (rest !== '' && lines.length < most) {
    if (lines.length === most - 1) return [...lines, fitted(rest, font, width, measure)]
    const line = firstLine(rest, font, width, measure)
    lines.push(line.trimEnd())
    rest = rest.slice(line.length).trimStart()
  }
  return lines
}

/** At least one character, so that wrapping ends. */
function firstLine(text: string, font: Font, width: number, measure: Measure): string {
  const all = pieces(text)
  let taken = 0
  let line = ''
  while (taken < all.length && measure(line + all[taken], font) <= width) line += all[taken++]
  if (taken === all.length) return line
  while (taken > 1 && (NOT_FIRST.test(all[taken] ?? '') || NOT_LAST.test(all[taken - 1] ?? ''))) taken--
  return all.slice(0, taken).join('') || broken(text, font, width, measure)
}

/** A word wider than the line is broken where it must be. */
function broken(text: string, font: Font, width: number, measure: Measure): string {
  const signs = [...text]
  let n = 1
  while (n < signs.length && measure(signs.slice(0, n + 1).join(''), font) <= width) n++
  return signs.slice(0, n).join('')
}
