/** Aggregation pipelines. What an index can serve is served by it; stages that mingo computes get copies. */
import { Aggregator } from 'mingo/aggregator'
import type { AnyObject } from 'mingo/types'
import type { Collection } from '../collection'
import { failed, notSupported } from '../errors'
import { engineOptions } from '../operators/context'
import { find, type FindOptions, sortBy } from '../query/find'
import { predicateOf } from '../query/predicate'
import type { SortSpec } from '../sort-key'
import { copyOf, type Fields, isFields } from '../values'
import { bucketStages } from './bucket'
import { geoNear } from './geo-near'
import { lookup } from './lookup'
import { sample } from './sample'
import type { Scope, Stage } from './stages'
import { bound } from './variables'

/** Stages that CloudBase's SDK can send and that are computed by mingo. */
const computed = new Set([
  '$addFields',
  '$bucketAuto',
  '$count',
  '$group',
  '$project',
  '$replaceRoot',
  '$sortByCount',
  '$unwind',
])

/** Runs a pipeline over a collection. */
export function aggregate(collection: Collection, stages: readonly Stage[], scope: Scope): Fields[] {
  const { options, used } = leading(stages, scope)
  const docs = find(collection, options, scope.costs).map((version) => version.doc as Fields)
  return run(docs, stages.slice(used), scope)
}

/** The match, sort, skip and limit that a pipeline begins with are one query. */
function leading(stages: readonly Stage[], { variables }: Scope): { options: FindOptions; used: number } {
  const order = ['$match', '$sort', '$skip', '$limit']
  const taken: Record<string, unknown> = {}
  let used = 0
  let at = 0
  for (const { name, value } of stages) {
    const place = order.indexOf(name, at)
    if (place < 0) break
    taken[name] = value
    at = place + 1
    used++
  }
  const filter = bound(taken['$match'] ?? {}, variables) as Fields
  const sort = taken['$sort'] === undefined ? [] : sortOf(taken['$sort'])
  const skip = taken['$skip'] === undefined ? 0 : count('$skip', taken['$skip'])
  const limit = taken['$limit'] === undefined ? Infinity : count('$limit', taken['$limit'])
  return { options: { filter, sort, skip, limit }, used }
}

function run(docs: Fields[], stages: readonly Stage[], scope: Scope): Fields[] {
  let at = docs
  for (let i = 0; i < stages.length;) {
    const direct = runDirect(at, stages[i] as Stage, scope)
    if (direct) {
      at = direct
      i++
      continue
    }
    const from = i
    while (i < stages.length && computed.has((stages[i] as Stage).name)) i++
    if (i === from) throw notSupported(`the aggregation stage ${(stages[i] as Stage).name}`)
    at = compute(at, stages.slice(from, i), scope.variables)
  }
  return at
}

function runDirect(docs: Fields[], { name, value }: Stage, scope: Scope): Fields[] | null {
  switch (name) {
    case '$match':
      return docs.filter(predicateOf(bound(value, scope.variables) as Fields))
    case '$sort':
      return sortBy(docs, (doc) => doc, sortOf(value))
    case '$skip':
      return docs.slice(count(name, value))
    case '$limit':
      return docs.slice(0, count(name, value))
    case '$lookup':
      return lookup(docs, value as Fields, scope, aggregate)
    case '$bucket':
      return run(docs, bucketStages(value as Fields), scope)
    case '$bucketAuto':
      if (isFields(value) && 'granularity' in value) throw notSupported('$bucketAuto with a granularity')
      return null
    case '$sample':
      return sample(docs, value)
    case '$geoNear':
      return geoNear(docs, value as Fields)
    default:
      return null
  }
}

/** mingo writes into what it is given, so it is given copies. */
function compute(docs: Fields[], stages: readonly Stage[], variables: Fields | undefined): Fields[] {
  const pipeline = stages.map(({ name, value }) => ({ [name]: value }))
  const copies = docs.map((doc) => copyOf(doc) as AnyObject)
  return new Aggregator(pipeline, engineOptions(variables)).run<Record<string, unknown>>(copies)
}

export function sortOf(value: unknown): SortSpec {
  const spec: [string, 1 | -1][] = []
  for (const [field, direction] of Object.entries(isFields(value) ? value : {})) {
    if (isFields(direction) && '$meta' in direction) throw notSupported('sorting by $meta')
    if (direction !== 1 && direction !== -1)
      throw failed('[FailedOperation] $sort key ordering must be 1 or -1')
    spec.push([field, direction])
  }
  if (!spec.length) throw failed('[FailedOperation] $sort stage must have at least one sort key')
  return spec
}

function count(name: string, value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= (name === '$limit' ? 1 : 0))
    return value
  throw failed(
    `[FailedOperation] the ${name} stage takes a ${name === '$limit' ? 'positive' : 'non-negative'} integer`,
  )
}
