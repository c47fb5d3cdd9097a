/** `items.$.count` (the element that the query found) and `items.$[].count` (every element) as plain paths. */
import { notSupported, writeError } from '../errors'
import { predicateOf } from '../query/predicate'
import { type Doc, type Fields, isFields, plainValue } from '../values'

/** The paths one path of an update means for a document. */
export function pathsOf(path: string, doc: Doc, filter: Fields): string[] {
  if (!path.includes('$')) return [path]
  const segments = path.split('.')
  const at = segments.findIndex((segment) => segment.startsWith('$'))
  if (at < 0) return [path]
  const array = plainValue(doc, segments.slice(0, at))
  if (segments[at] === '$[]') {
    if (!Array.isArray(array)) throw writeError(`The path '${path}' must exist and be an array to apply $[]`)
    return array.flatMap((_, i) => pathsOf(segments.with(at, String(i)).join('.'), doc, filter))
  }
  if (segments[at] !== '$') throw notSupported(`the path ${path}`)
  const position = Array.isArray(array) ? foundPosition(segments.slice(0, at).join('.'), array, filter) : -1
  if (position < 0) {
    throw writeError('The positional operator did not find the match needed from the query.')
  }
  return pathsOf(segments.with(at, String(position)).join('.'), doc, filter)
}

/** The first element that satisfies what the query says of the array. */
function foundPosition(field: string, array: readonly unknown[], filter: Fields): number {
  const conditions = Object.entries(flat(filter)).filter(
    ([key]) => key === field || key.startsWith(field + '.'),
  )
  if (!conditions.length) return -1
  const tests = conditions.map(([key, condition]) => {
    const inner = key.slice(field.length + 1)
    const wanted =
      isFields(condition) && '$elemMatch' in condition ? { $elemMatch: condition['$elemMatch'] } : condition
    return predicateOf({ [inner ? `element.${inner}` : 'element']: wanted })
  })
  return array.findIndex((x) => tests.every((test) => test({ element: x }) || test({ element: [x] })))
}

function flat(filter: Fields): Fields {
  const and = filter['$and']
  return Array.isArray(and)
    ? and.reduce<Fields>((all, part) => ({ ...all, ...flat(part as Fields) }), filter)
    : filter
}
