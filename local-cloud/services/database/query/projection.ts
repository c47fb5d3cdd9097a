/** Which fields an answer has. */
import { Query } from 'mingo/query'
import { engineOptions } from '../operators/context'
import { copyOf, type Fields } from '../values'

export type Projection = (doc: Fields) => Fields

/** Top-level fields in or out are picked directly; dotted paths, `$slice` and `$elemMatch` go through mingo. */
export function projectionOf(spec: Fields, filter: Fields): Projection {
  const fields = Object.keys(spec)
  const simple = fields.every((f) => !f.includes('.') && (spec[f] === 0 || spec[f] === 1))
  if (!simple) {
    const query = new Query(filter as never, engineOptions())
    return (doc) => query.find<Fields>([copyOf(doc) as never], spec as never).all()[0] ?? {}
  }
  const named = fields.filter((f) => f !== '_id')
  const including = named.length ? spec[named[0] as string] === 1 : spec['_id'] === 1
  return including
    ? pick(new Set(named), spec['_id'] !== 0)
    : omit(new Set(fields.filter((f) => spec[f] === 0)))
}

function pick(fields: ReadonlySet<string>, withId: boolean): Projection {
  return (doc) => {
    const out: Record<string, unknown> = {}
    for (const field in doc) if (fields.has(field) || (withId && field === '_id')) out[field] = doc[field]
    return out
  }
}

function omit(fields: ReadonlySet<string>): Projection {
  return (doc) => {
    const out: Record<string, unknown> = {}
    for (const field in doc) if (!fields.has(field)) out[field] = doc[field]
    return out
  }
}
