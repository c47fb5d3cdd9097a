/** What an update makes of a document. */
import { failed, notSupported, writeError } from '../errors'
import { type Doc, equal, type Fields, isFields, plainValue } from '../values'
import { arrayOperators } from './array-operators'
import { fieldOperators, type Operator } from './field-operators'
import { changeAt, GONE, refuseOverlaps } from './paths'
import { pathsOf } from './positional'

const operators: Readonly<Record<string, Operator>> = { ...fieldOperators, ...arrayOperators }
/** These only take away: they make no objects on the way to a field that isn't there. */
const takesAway = new Set(['$unset', '$pop', '$pull', '$pullAll'])

/** @throws DatabaseError for an update that says nothing or names no operator. Called before documents are looked for. */
export function checkUpdate(update: unknown): asserts update is Fields {
  if (!isFields(update) || !Object.keys(update).length) {
    throw failed('[FailedOperation] update document is empty (the SDK drops {} values: use _.set({})).')
  }
  for (const name in update) {
    if (!(name in operators) && name !== '$rename') throw notSupported(`the update operator ${name}`)
    if (!isFields(update[name]))
      throw writeError(`Modifiers operate on fields but we found ${name} without any`)
  }
}

/**
 * The updated document; the same one if nothing changes. `filter` is what found it, for the positional `$`.
 * @throws DatabaseError as MongoDB refuses: a wrong type, a path through a scalar, two changes of one place.
 */
export function applyUpdate(doc: Doc, update: Fields, filter: Fields): Doc {
  let now = doc
  const touched: string[] = []
  for (const name in update) {
    const fields = update[name] as Fields
    for (const field in fields) {
      const argument = fields[field]
      if (name === '$rename') {
        now = rename(now, field, argument)
        touched.push(field, String(argument))
        continue
      }
      for (const path of pathsOf(field, doc, filter)) {
        touched.push(path)
        const change = (operators[name] as Operator)(argument, path, doc)
        now = changeAt(now, path.split('.'), change, !takesAway.has(name))
      }
    }
  }
  if (touched.length > 1) refuseOverlaps(touched)
  if (now._id !== doc._id) throw immutableId()
  return now
}

export const immutableId = (): Error =>
  writeError("Performing an update on the path '_id' would modify the immutable field '_id'")

function rename(doc: Doc, from: string, to: unknown): Doc {
  if (typeof to !== 'string' || !to) throw writeError(`The 'to' field for $rename must be a string: ${from}`)
  const value = plainValue(doc, from.split('.'))
  if (value === undefined) return doc
  const moved = changeAt(doc, from.split('.'), () => GONE, false)
  return changeAt(moved, to.split('.'), (old) => (equal(old, value) ? old : value))
}
