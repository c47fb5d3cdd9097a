import type * as v from 'valibot'

type Schema = v.GenericSchema

/** What a client may ask of the cloud: name `<room>.<verb>`, input and output schemas, and every "no" it can answer. */
export type Action<
  Name extends string = string,
  In extends Schema = Schema,
  Out extends Schema = Schema,
  Code extends string = string,
  Details extends Partial<Record<Code, Schema>> = Partial<Record<Code, Schema>>,
> = {
  readonly name: Name
  readonly input: In
  readonly output: Out
  readonly refusals: readonly Code[]
  /** Schemas of the details that a refusal carries, where the screen needs them. */
  readonly details?: Details
}

/** Declares an action; only keeps the types exact. */
export const action = <
  const Name extends string,
  In extends Schema,
  Out extends Schema,
  const Code extends string,
  Details extends Partial<Record<NoInfer<Code>, Schema>> = Record<never, never>,
>(
  a: Action<Name, In, Out, Code, Details>,
) => a

// The details' type is matched loosely: a record of schemas keyed by code.
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- `any` is what lets each concrete action extend this bound
export type AnyAction = Action<string, any, any, any, any>

export type InputOf<A extends AnyAction> = v.InferOutput<A['input']>
export type OutputOf<A extends AnyAction> = v.InferOutput<A['output']>
export type CodeOf<A extends AnyAction> = A['refusals'][number]

type DetailsOf<A extends AnyAction, C extends string> =
  NonNullable<A['details']> extends infer D
    ? C extends keyof D
      ? D[C] extends Schema
        ? { readonly details: v.InferOutput<D[C]> }
        : unknown
      : unknown
    : unknown

/** Every refusal of an action, each with its details: `{refused: 'PRICE_ROSE', details: {quote}} | {refused: 'SHOP_CLOSED'}`. */
export type RefusalOf<A extends AnyAction> = {
  [C in CodeOf<A>]: { readonly refused: C } & DetailsOf<A, C>
}[CodeOf<A>]
