import { createHash, createHmac, randomBytes } from 'node:crypto'

const BASE32HEX = '0123456789abcdefghijklmnopqrstuv'

/** Lower-case base32hex (RFC 4648 §7) without padding: sorts like the bytes, and safe in ids and URLs. */
export function base32hex(bytes: Uint8Array): string {
  let out = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      out += BASE32HEX[(value >>> bits) & 31]
    }
  }
  return bits > 0 ? out + BASE32HEX[(value << (5 - bits)) & 31] : out
}

/**
 * The member that an openid is: `'m'` and 160 bits of a keyed HMAC, 33 characters. Without the key nobody can tell
 * whether an id belongs to an openid; with it no look-up is needed. The key must never change.
 */
export function memberIdOf(openid: string, key: string): string {
  return 'm' + base32hex(createHmac('sha256', key).update(openid).digest().subarray(0, 20))
}

/** An id that the same parts always give: `prefix` and 125 bits, 25 characters and the prefix. */
export function derivedId(prefix: string, ...parts: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest()
  return prefix + base32hex(hash).slice(0, 25)
}

/** A code that the same parts always give, and that nobody makes without the key: 60 bits, 12 characters. */
export const shortCode = (key: string, ...parts: readonly string[]): string =>
  base32hex(createHmac('sha256', key).update(JSON.stringify(parts)).digest()).slice(0, 12)

/** A new id nobody can guess: 130 bits, 26 characters. */
export const randomId = (): string => base32hex(randomBytes(17)).slice(0, 26)
