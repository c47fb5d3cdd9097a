/** The states of documents that commits have made. */
import { encode } from './ejson'
import type { Doc, Id } from './values'

/** One state of a document; `doc` is null where it was removed. Older states are kept while a snapshot may need them. */
export type Version = { readonly seq: number; readonly doc: Doc | null; text?: string; prev: Version | null }
/** `order` is the order of insertion: MongoDB's natural order. */
export type DocRecord = { readonly key: string; readonly id: Id; readonly order: number; head: Version }

/** The EJSON of a version, made once. */
export function textOf(version: Version): string {
  return (version.text ??= encode(version.doc))
}
