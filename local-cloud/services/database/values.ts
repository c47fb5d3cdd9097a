/** Documents and the values in them, as the engine holds them: plain JavaScript, `Date` and `RegExp` included. */
export type Fields = { readonly [field: string]: unknown }
export type Id = string | number
/** A document. It is never changed: an update makes another one that shares what stayed. */
export type Doc = Fields & { readonly _id: Id }

export function isFields(value: unknown): value is Fields {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof RegExp)
  )
}

export type Scalar = string | number | boolean | null | Date

/** A value that one key of an index stands for. */
export function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value !== 'object'
    ? value !== undefined && typeof value !== 'function'
    : value instanceof Date
}

/** A key for maps: documents `1` and `'1'` are two. */
export function idKey(id: unknown): string {
  return typeof id === 'string' ? 's' + id : typeof id + JSON.stringify(id)
}

const NUMERIC = /^\d+$/
export const isPosition = (segment: string): boolean => NUMERIC.test(segment)

/** The value at a path that crosses no array; arrays are entered by position only. */
export function plainValue(value: unknown, path: readonly string[]): unknown {
  let at = value
  for (const segment of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as Fields)[segment]
  }
  return at
}

/** Every value a path reaches, through the elements of arrays too, as MongoDB's queries and indexes see it. */
export function reachedValues(value: unknown, path: readonly string[], from = 0): unknown[] {
  let at = value
  for (let i = from; i < path.length; i++) {
    const segment = path[i] as string
    if (Array.isArray(at)) {
      if (isPosition(segment)) at = at[Number(segment)]
      else {
        const next = i
        return at.flatMap((x) => (isFields(x) ? reachedValues(x, path, next) : []))
      }
    } else if (typeof at === 'object' && at !== null) at = (at as Fields)[segment]
    else return []
  }
  return at === undefined ? [] : [at]
}

/** Equal as MongoDB compares: types matter, and so does the order of fields. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return Number.isNaN(a) && Number.isNaN(b)
  if (a instanceof Date || b instanceof Date) {
    return a instanceof Date && b instanceof Date && a.getTime() === b.getTime()
  }
  if (a instanceof RegExp || b instanceof RegExp) return String(a) === String(b)
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keysA = Object.keys(a)
  const keysB = Object.keys(b)
  return (
    keysA.length === keysB.length &&
    keysA.every((key, i) => key === keysB[i] && equal((a as Fields)[key], (b as Fields)[key]))
  )
}

/** The name MongoDB gives a value's type in its messages. */
export function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (value === undefined) return 'missing'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof RegExp) return 'regex'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value !== 'number') return typeof value
  return Number.isInteger(value) ? (Math.abs(value) < 2 ** 31 ? 'int' : 'long') : 'double'
}

/** A deep copy. */
export function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf)
  if (value instanceof Date) return new Date(value)
  if (!isFields(value)) return value
  const copy: Record<string, unknown> = {}
  for (const field in value) copy[field] = copyOf(value[field])
  return copy
}
