/** What a pipeline is made of and runs in. */
import type { Collection } from '../collection'
import type { QueryCosts } from '../query/find'
import type { Fields } from '../values'

export type Stage = { readonly name: string; readonly value: unknown }
export type Scope = {
  readonly collectionOf: (name: string) => Collection
  readonly costs: QueryCosts
  /** Of a `lookup`'s `let`. */
  readonly variables?: Fields
}
