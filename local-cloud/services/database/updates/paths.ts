/** Changing one path of a document by making a new document that shares everything else. */
import { writeError } from '../errors'
import { type Doc, isFields, isPosition } from '../values'

/** What a change makes of a value to say that the field goes. */
export const GONE = Symbol('gone')
export type Change = (old: unknown) => unknown

/**
 * The document with the value at `path` changed; the same document if nothing did. Objects missing on the way are
 * made (`make`), unless the change only takes away.
 * @throws DatabaseError where something on the way is neither object nor array ("Cannot create field …").
 */
export function changeAt(doc: Doc, path: readonly string[], change: Change, make = true): Doc {
  return step(doc, path, 0, change, make) as Doc
}

function step(at: unknown, path: readonly string[], depth: number, change: Change, make: boolean): unknown {
  const segment = path[depth] as string
  if (at === undefined) return make ? created(path, depth, change) : at
  if (Array.isArray(at)) return stepArray(at, segment, path, depth, change, make)
  if (!isFields(at)) {
    if (!make) return at
    throw cannotCreate(segment, path[depth - 1], at)
  }
  const old = at[segment]
  const now = depth === path.length - 1 ? change(old) : step(old, path, depth + 1, change, make)
  if (now === old || (now === GONE && !(segment in at))) return at
  if (now !== GONE) return { ...at, [segment]: now }
  const { [segment]: _gone, ...rest } = at
  return rest
}

function created(path: readonly string[], depth: number, change: Change): unknown {
  const now = depth === path.length - 1 ? change(undefined) : step(undefined, path, depth + 1, change, true)
  return now === GONE ? undefined : { [path[depth] as string]: now }
}

function stepArray(
  at: readonly unknown[],
  segment: string,
  path: readonly string[],
  depth: number,
  change: Change,
  make: boolean,
): unknown {
  if (!isPosition(segment)) {
    if (!make) return at
    throw cannotCreate(segment, path[depth - 1], at)
  }
  const position = Number(segment)
  const old = at[position]
  const now = depth === path.length - 1 ? change(old) : step(old, path, depth + 1, change, make)
  if (now === old || (now === GONE && position >= at.length)) return at
  const copy = [...at]
  while (copy.length < position) copy.push(null)
  // MongoDB leaves a hole of null where an element is unset
  copy[position] = now === GONE ? null : now
  return copy
}

const cannotCreate = (segment: string, parent: string | undefined, value: unknown): Error =>
  writeError(`Cannot create field '${segment}' in element {${parent ?? ''}: ${JSON.stringify(value)}}`)

/** @throws DatabaseError when two changes of one update touch the same place, one within the other. */
export function refuseOverlaps(paths: readonly string[]): void {
  const sorted = [...paths].sort()
  for (const [i, path] of sorted.entries()) {
    const clash = sorted.find((other, j) => j !== i && (other === path || other.startsWith(path + '.')))
    if (clash !== undefined)
      throw writeError(`Updating the path '${clash}' would create a conflict at '${path}'`)
  }
}
