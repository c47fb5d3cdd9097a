import { Defect } from '@shared/kernel/refusal'
import type { RawCommand } from './sdk'

export type Scalar = string | number | boolean | null

/** A comparison in a `where`; made by the functions below. */
export class Condition {
  constructor(
    readonly op: 'lt' | 'lte' | 'gt' | 'gte' | 'neq' | 'in' | 'exists',
    readonly operand: unknown,
  ) {}
}
export const lt = (n: number | string) => new Condition('lt', n)
export const lte = (n: number) => new Condition('lte', n)
export const gt = (n: number | string) => new Condition('gt', n)
export const gte = (n: number | string) => new Condition('gte', n)
export const not = (x: Scalar) => new Condition('neq', x)
export const oneOf = (xs: readonly Scalar[]) => new Condition('in', [...xs])
export const present = () => new Condition('exists', true)
export const absent = () => new Condition('exists', false)

/** A change to a field that is not simply a new value; made by the functions below. */
export class Change {
  constructor(
    readonly op: 'inc' | 'max' | 'remove' | 'push' | 'pull',
    readonly operand: unknown,
  ) {}
}
export const inc = (by: number) => new Change('inc', by)
/** The greater of what is there (null and nothing are less than any number) and `n`: in whatever order writes come. */
export const atLeast = (n: number) => new Change('max', n)
/** Takes the field away altogether (an index then counts it as null). */
export const unset = () => new Change('remove', undefined)
/** Appends to an array. */
export const push = (...items: readonly object[]) => new Change('push', items)
/** Takes every item with one of these `id`s out of an array. */
export const pullIds = (ids: readonly string[]) => new Change('pull', { id: { $in: [...ids] } })

/** Field → scalar or `Condition`; a dotted path reaches inside. */
export type Where<T> = {
  readonly [K in keyof T & string]?: Extract<T[K], Scalar> | Condition
} & { readonly [path: `${string}.${string}`]: Scalar | Condition }

/** Field → new value (objects and arrays replace the old one whole) or `Change`; a dotted path reaches inside. */
export type Patch<T> = {
  readonly [K in Exclude<keyof T & string, '_id'>]?: Exclude<T[K], undefined> | Change
} & { readonly [path: `${string}.${string}`]: unknown }

/**
 * The SDK's form of a condition. Refuses what would silently widen it: nothing at all, `undefined` (dropped by the
 * SDK) and plain objects (`{a: {}}` is sent as `{}`, which matches the whole collection).
 */
export function encodeWhere(command: RawCommand, where: object): Record<string, unknown> {
  const entries = Object.entries(where)
  if (entries.length === 0) throw new Defect('a query without a condition')
  return Object.fromEntries(entries.map(([path, value]) => [path, encodeCondition(command, path, value)]))
}

function encodeCondition(command: RawCommand, path: string, value: unknown): unknown {
  if (value instanceof Condition) {
    if (value.operand === undefined) throw new Defect('a condition on undefined', { path })
    return command[value.op](value.operand)
  }
  if (value === undefined || (typeof value === 'object' && value !== null))
    throw new Defect('a condition must be a scalar or a comparison', { path, value: String(value) })
  return value
}

/** The SDK's form of a patch: objects are set whole, where the SDK by itself would merge them (and send `{}` for `{}`). */
export function encodePatch(command: RawCommand, patch: object): Record<string, unknown> {
  const entries = Object.entries(patch)
  if (entries.length === 0) throw new Defect('an update that changes nothing')
  return Object.fromEntries(entries.map(([path, value]) => [path, encodeChange(command, path, value)]))
}

function encodeChange(command: RawCommand, path: string, value: unknown): unknown {
  if (path === '_id') throw new Defect('an update of _id')
  if (value instanceof Change) {
    if (value.op === 'remove') return command.remove()
    return value.op === 'push' ? command.push(value.operand) : command[value.op](value.operand)
  }
  refuseUndefined(value, path)
  return typeof value === 'object' && value !== null ? command.set(value) : value
}

/** Throws a Defect if `undefined` is anywhere inside: the SDK would drop the field without a word. */
export function refuseUndefined(value: unknown, path: string): void {
  if (value === undefined) throw new Defect('undefined on its way into the database', { path })
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) refuseUndefined(inner, `${path}.${key}`)
}
