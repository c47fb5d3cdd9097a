import { yuan, type Fen } from '@shared/kernel/money'

/** What was typed into a field for a number: the number, or why there is none. */
export type Typed = number | 'empty' | 'tooFine' | 'garbled'

const DECIMAL = /^(\d{0,9})(?:\.(\d*))?$/

/**
 * Reads a decimal exactly, as a whole number of its smallest unit: `9.9` with 2 places → 990. No float comes in between.
 * More places than that are 'tooFine', nothing is rounded away; signs, letters and words are 'garbled'.
 */
export function readDecimal(text: string, places: number): Typed {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return 'empty'
  const [, whole = '', rest = ''] = DECIMAL.exec(plain) ?? []
  if (whole + rest === '') return 'garbled'
  if (rest.length > places) return 'tooFine'
  return Number(whole + rest.padEnd(places, '0'))
}

/** Yuan with at most two decimals → fen. */
export const readYuan = (text: string): Typed => readDecimal(text, 2)
/** 折 with at most two decimals → what is paid, in basis points: 8.5 → 8500. */
export function readZhe(text: string): Typed {
  const hundredths = readDecimal(text, 2)
  return typeof hundredths === 'number' ? hundredths * 10 : hundredths
}
export const readCount = (text: string): Typed => readDecimal(text, 0)

/** As it is typed: 990 → 9.9. */
export const typedYuan = (fen: Fen): string => yuan(fen)
/** 8500 → 8.5 */
export const typedZhe = (payBp: number): string => String(payBp / 1000)

/** ¥3,000: large amounts are read in thousands. */
export function yuanGrouped(fen: Fen): string {
  const [whole = '', cents] = yuan(fen).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return cents === undefined ? grouped : `${grouped}.${cents}`
}
