/**
 * What was typed, in the small unit: '3.5' at scale 100 → 350. Nothing typed, or no figure: NaN. More decimals than the
 * unit has give a broken number, which whoever checks it refuses; no float takes part where it fits.
 */
export function asFigure(typed: string, scale: number): number {
  const [, whole, decimals = ''] = /^(\d+)\.?(\d*)$/.exec(typed.trim()) ?? []
  if (whole === undefined) return NaN
  const places = String(scale).length - 1
  if (decimals.length > places) return Number(`${whole}.${decimals}`) * scale
  return Number(`${whole}${decimals.padEnd(places, '0')}`)
}

/** The same as a person writes it: 350 → '3.5'; NaN → ''. */
export function figureText(value: number, scale: number): string {
  return Number.isFinite(value) ? String(value / scale) : ''
}
