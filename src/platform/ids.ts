const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/**
 * A key that no other tap ever had: 20 letters (about 119 bits) behind the time. For idempotency, not for secrets,
 * so `Math.random` will do where a phone has no better source.
 */
export function newKey(): string {
  const tail = Array.from({ length: 20 }, () => LETTERS[Math.floor(Math.random() * LETTERS.length)]).join('')
  return `${Date.now().toString(36)}-${tail}`
}
