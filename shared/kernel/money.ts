/** Money: a whole number of fen (1 yuan = 100 fen). Never a float, never yuan. */
export type Fen = number

/** Returns `n` if it is a whole, safe number of fen; throws RangeError otherwise (a bug, not a business "no"). */
export function fen(n: number): Fen {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole fen: ${n}`)
  return n
}

/** Fen as a shop writes yuan: 1800 → "18", 1850 → "18.5", 1805 → "18.05". No currency sign. */
export function yuan(amountFen: Fen): string {
  const sign = amountFen < 0 ? '-' : ''
  const whole = Math.floor(Math.abs(amountFen) / 100)
  const cents = Math.abs(amountFen) % 100
  if (cents === 0) return `${sign}${whole}`
  return `${sign}${whole}.${String(cents).padStart(2, '0').replace(/0$/, '')}`
}
