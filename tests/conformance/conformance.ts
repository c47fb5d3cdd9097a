/**
 * What the database of the cloud does, said as cases that run through the real SDK: against the local cloud, and
 * against a real environment to see whether it is still like that.
 */
import { aggregateCases } from './aggregates.cases'
import type { Cloud } from './cloud'
import { expressionCases } from './expressions.cases'
import { queryCases } from './queries.cases'
import { ruleCases, uniqueCases } from './rules.cases'
import { benchOf, type Case } from './suite'
import { transactionCases } from './transactions.cases'
import { updateCases } from './updates.cases'

export type Abilities = {
  /** Moves the cloud's clock; null where nobody can. */
  readonly advance: ((ms: number) => Promise<void>) | null
  /** The collection of the unique index is there (the SDK can't make indexes). */
  readonly uniqueIndex: boolean
}

/** Every case, in order; they share a collection, so they run one after another. */
export function conformance(cloud: Cloud, { advance, uniqueIndex }: Abilities): Case[] {
  const bench = benchOf(cloud)
  return [
    ...queryCases(bench),
    ...updateCases(bench),
    ...aggregateCases(bench),
    ...expressionCases(bench),
    ...ruleCases(bench),
    ...(uniqueIndex ? uniqueCases(bench) : []),
    ...transactionCases(bench, advance),
  ]
}
