/**
 * The operators that mingo runs with: its own, corrected and completed by ours. mingo keeps the operator that was
 * registered first, so the context is built from ours over its, instead of adding to its default one.
 */
import { Context, evalExpr, ProcessingMode } from 'mingo/core'
import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import type { Options } from 'mingo/types'
import type { Fields } from '../values'
import { dateOperators } from './dates'
import { deviationOperators } from './deviations'
import { $elemMatch } from './elem-match'
import { expressionOperators } from './expressions'
import { geoOperators } from './geo'
import { validatorOf } from './json-schema'
import { logarithmOperators } from './logarithms'
import { stringOperators } from './strings'

/** mingo's own, immutable per computation: it can be derived from without copying some 200 operators each time. */
type Computation = Options & {
  update(locals: { root?: unknown; variables?: Fields }): Computation
  readonly constructor: { init(options: Options): Computation }
}

const context = Context.init({
  accumulator: { ...accumulator, ...deviationOperators },
  expression: {
    ...expression,
    ...expressionOperators,
    ...dateOperators,
    ...logarithmOperators,
    ...stringOperators,
    /** mingo doesn't export what it makes of options; an operator is handed it. */
    $options: (_doc: unknown, _expression: unknown, options: Options) => options,
  },
  pipeline: { ...pipeline },
  projection: { ...projection },
  query: { ...query, ...geoOperators, $elemMatch } as never,
})

const options: Partial<Options> = {
  context,
  scriptEnabled: false,
  processingMode: ProcessingMode.CLONE_OFF,
  jsonSchemaValidator: validatorOf as never,
}
const base = (evalExpr({}, { $options: 1 }, options as Options) as Computation).update({ root: null })

/** Options for a query or a pipeline; `variables` are those of a `lookup`'s `let`. */
export const engineOptions = (variables?: Fields): Options =>
  variables ? base.constructor.init(base).update({ variables }) : base
