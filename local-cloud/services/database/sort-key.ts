/**
 * Values as strings that sort the way MongoDB sorts values (null, numbers, strings, objects, arrays, booleans, dates),
 * so that an index is a sorted list of strings and a compound key is a concatenation.
 */
import { type Fields } from './values'

/** First code unit of every encoded value; all lie between 1 and 0x0f, which bounds of ranges rely on. */
export const rank = {
  emptyArray: '\u0001',
  null: '\u0002',
  number: '\u0003',
  string: '\u0004',
  object: '\u0005',
  array: '\u0006',
  boolean: '\u0009',
  date: '\u000a',
  regExp: '\u000b',
} as const
/** Greater than whatever may follow an encoded value. */
export const AFTER = '\uffff'
const ZERO = '\u0000'
/**
 * Ends of a text, an object, an array. No key may be the beginning of another, or the two would sort the same way when
 * inverted: so a zero within a text is followed by AFTER, and one that ends it or an object by something less.
 */
const END_OF_TEXT = '\u0000\u0001'
const END_OF_OBJECT = '\u0000\u0000'
const END_OF_ARRAY = ZERO

const float = new Float64Array(1)
const units = new Uint16Array(float.buffer)

function numberKey(value: number): string {
  float[0] = Number.isNaN(value) ? -Infinity : value === 0 ? 0 : value
  const flip = (units[3] as number) & 0x8000 ? 0xffff : 0
  return String.fromCharCode(
    (units[3] as number) ^ (flip || 0x8000),
    (units[2] as number) ^ flip,
    (units[1] as number) ^ flip,
    (units[0] as number) ^ flip,
  )
}

const stringKey = (value: string): string =>
  (value.includes(ZERO) ? value.replaceAll(ZERO, ZERO + AFTER) : value) + END_OF_TEXT

/** The encoded value, ascending. A missing one counts as null. */
export function sortKey(value: unknown): string {
  if (value === null || value === undefined) return rank.null
  if (typeof value === 'string') return rank.string + stringKey(value)
  if (typeof value === 'number') return rank.number + numberKey(value)
  if (typeof value === 'boolean') return rank.boolean + (value ? '2' : '1')
  if (value instanceof Date) return rank.date + numberKey(value.getTime())
  if (value instanceof RegExp) return rank.regExp + stringKey(String(value))
  if (Array.isArray(value))
    return value.length ? rank.array + value.map(sortKey).join('') + END_OF_ARRAY : rank.emptyArray
  let key: string = rank.object
  for (const field in value as Fields) key += stringKey(field) + sortKey((value as Fields)[field])
  return key + END_OF_OBJECT
}

/** The same, descending: every code unit is inverted. */
export function inverted(key: string): string {
  let out = ''
  for (let i = 0; i < key.length; i++) out += String.fromCharCode(0xffff - key.charCodeAt(i))
  return out
}

export type Direction = 1 | -1
export type SortSpec = readonly (readonly [field: string, direction: Direction])[]

export const directed = (key: string, direction: Direction): string => (direction === 1 ? key : inverted(key))
