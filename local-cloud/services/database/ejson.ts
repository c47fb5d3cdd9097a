/**
 * The text of documents on the wire and on disk: EJSON, MongoDB's extended JSON. The SDK sends the canonical form
 * (`{"$numberInt":"1"}`); we answer and store the relaxed one (`1`), which every EJSON parser takes and which costs a
 * third of the time on both sides.
 */
import type { Fields } from './values'

type Tag = (value: unknown, now: number) => unknown

const number: Tag = (v) => Number(v)
const tags: Readonly<Record<string, Tag>> = {
  $numberInt: number,
  $numberLong: number,
  $numberDouble: number,
  $numberDecimal: number,
  $oid: (v) => String(v),
  $undefined: () => undefined,
  $date: (v) => new Date(typeof v === 'string' ? v : Number(isTagged(v) ? (v as Fields)['$numberLong'] : v)),
  $regularExpression: (v) => {
    const { pattern, options } = v as { pattern: string; options?: string }
    return new RegExp(pattern, (options ?? '').replace(/[^imsu]/g, ''))
  },
  $tcb_server_date: (v, now) => new Date(now + offsetOf(v)),
}

function isTagged(v: unknown): boolean {
  return typeof v === 'object' && v !== null && '$numberLong' in v
}

function offsetOf(v: unknown): number {
  const offset = (v as { offset?: unknown } | null)?.offset ?? 0
  return typeof offset === 'object' && offset !== null
    ? Number(Object.values(offset)[0] ?? 0)
    : Number(offset)
}

/** Reads EJSON, canonical or relaxed. `now` is what `db.serverDate()` stands for. */
export function decode(text: string, now: number): unknown {
  return untag(JSON.parse(text) as unknown, now)
}

/** In place: the tree comes fresh from `JSON.parse`. */
function untag(value: unknown, now: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = untag(value[i], now)
    return value
  }
  const fields = value as Record<string, unknown>
  const keys = Object.keys(fields)
  const only = keys.length === 1 ? keys[0] : undefined
  const tag = only !== undefined && only.charCodeAt(0) === 36 ? tags[only] : undefined
  if (tag && only !== undefined) return tag(fields[only], now)
  for (const key of keys) {
    const inner = fields[key]
    if (typeof inner === 'object' && inner !== null) fields[key] = untag(inner, now)
  }
  return fields
}

/** Writes relaxed EJSON. */
export function encode(value: unknown): string {
  return JSON.stringify(isPlain(value) ? value : tagged(value))
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  if (value instanceof Date || value instanceof RegExp) return false
  for (const key in value) if (!isPlain((value as Fields)[key])) return false
  return true
}

function tagged(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) }
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (value instanceof RegExp) {
    return { $regularExpression: { pattern: value.source, options: value.flags.replace(/[^imsu]/g, '') } }
  }
  if (Array.isArray(value)) return value.map(tagged)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tagged(inner)]))
}
