/**
 * A code as it is stored, from what a person typed or pasted: in capitals, without spaces and dashes, and full-width
 * letters of a Chinese keyboard made plain. Null when it can't be one.
 */
export function couponCode(typed: string): string | null {
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  return /^[A-Z0-9]{4,16}$/.test(code) ? code : null
}
