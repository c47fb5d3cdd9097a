/** `$lookup`, each document's partners found as a query of their own: by an index where there is one. */
import { evalExpr } from 'mingo/core'
import type { Collection } from '../collection'
import { failed } from '../errors'
import { engineOptions } from '../operators/context'
import { find } from '../query/find'
import { type Fields, isFields, isScalar, reachedValues } from '../values'
import type { Scope, Stage } from './stages'

/** Runs the pipeline of a lookup over its collection. */
type Run = (collection: Collection, stages: readonly Stage[], scope: Scope) => Fields[]

/** @throws DatabaseError for a stage that names neither a pair of fields nor a pipeline, or both. */
export function lookup(docs: readonly Fields[], stage: Fields, scope: Scope, aggregate: Run): Fields[] {
  const { from, as, localField, foreignField, pipeline } = stage
  if (typeof from !== 'string' || typeof as !== 'string') {
    throw failed("[FailedOperation] $lookup must have 'from' and 'as' strings")
  }
  const byFields = typeof localField === 'string' && typeof foreignField === 'string'
  if (byFields === Array.isArray(pipeline) || (localField === undefined) !== (foreignField === undefined)) {
    throw failed("[FailedOperation] $lookup takes either 'localField' and 'foreignField' or 'pipeline'")
  }
  const partnersOf = byFields
    ? equalPartners(from, localField, foreignField, scope)
    : pipelinePartners(from, pipeline as unknown[], stage['let'], scope, aggregate)
  return docs.map((doc) => ({ ...doc, [as]: partnersOf(doc) }))
}

function equalPartners(
  from: string,
  local: string,
  foreign: string,
  scope: Scope,
): (doc: Fields) => Fields[] {
  const collection = scope.collectionOf(from)
  const path = local.split('.')
  return (doc) => {
    const values = reachedValues(doc, path).flatMap((v) => (Array.isArray(v) ? (v as unknown[]) : [v]))
    const [only = null] = values
    const filter =
      values.length > 1
        ? { [foreign]: { $in: values } }
        : { [foreign]: isScalar(only) ? only : { $eq: only } }
    return find(collection, { filter }, scope.costs).map((version) => version.doc as Fields)
  }
}

function pipelinePartners(
  from: string,
  pipeline: unknown[],
  bindings: unknown,
  scope: Scope,
  aggregate: Run,
): (doc: Fields) => Fields[] {
  const collection = scope.collectionOf(from)
  const stages = pipeline.map(stageOf)
  return (doc) => {
    const inner: Record<string, unknown> = { ...scope.variables }
    for (const [name, expression] of Object.entries(isFields(bindings) ? bindings : {})) {
      inner[name] = evalExpr(doc, expression, engineOptions(scope.variables))
    }
    return aggregate(collection, stages, { ...scope, variables: inner })
  }
}

function stageOf(stage: unknown): Stage {
  const [[name, value] = ['', null], ...more] = isFields(stage) ? Object.entries(stage) : []
  if (!name || more.length) throw failed('[FailedOperation] A pipeline stage must contain exactly one field.')
  return { name, value }
}
