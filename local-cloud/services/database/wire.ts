/** The wire's `database.*` actions: texts in, texts out. */
import { randomBytes } from 'node:crypto'
import { aggregate } from './aggregate/pipeline'
import type { Stage } from './aggregate/stages'
import { decode, encode } from './ejson'
import { DatabaseError, invalidParameter, onlyDocuments, resultTooLarge } from './errors'
import { limits } from './limits'
import { find } from './query/find'
import { projectionOf } from './query/projection'
import type { Direction, SortSpec } from './sort-key'
import type { Store } from './store'
import type { Transaction } from './transactions'
import { checkUpdate } from './updates/apply'
import { type Fields, type Id, isFields } from './values'
import { insert, remove, replace, seenVersion, update, write } from './writes'
import { textOf, type Version } from './versions'

/** One `database.*` call as the SDK sends it. */
export type WireRequest = {
  readonly action: string
  readonly collectionName?: string
  readonly transactionId?: string
  readonly queryType?: string
  readonly query?: string
  readonly order?: string
  readonly projection?: string
  readonly offset?: number
  readonly limit?: number
  readonly data?: string | readonly string[]
  readonly multi?: boolean
  readonly merge?: boolean
  readonly stages?: readonly { readonly stageKey: string; readonly stageValue: string }[]
}
export type WireReply = {
  readonly requestId: string
  readonly data?: Fields
  readonly transactionId?: string
  readonly code?: string
  readonly message?: string
}
export type CallKind = 'read' | 'write' | 'transaction'
type Call = { readonly store: Store; readonly request: WireRequest; readonly transaction: Transaction | null }
type Action = { readonly kind: CallKind; readonly run: (call: Call) => Fields | Promise<Fields> }

export const actions: Readonly<Record<string, Action>> = {
  'database.addCollection': { kind: 'write', run: addCollection },
  'database.insertDocument': { kind: 'write', run: insertDocument },
  'database.getDocument': { kind: 'read', run: getDocument },
  'database.calculateDocument': { kind: 'read', run: calculateDocument },
  'database.modifyDocument': { kind: 'write', run: modifyDocument },
  'database.modifyAndReturnDoc': { kind: 'write', run: modifyAndReturn },
  'database.removeDocument': { kind: 'write', run: removeDocument },
  'database.aggregateDocuments': { kind: 'read', run: aggregateDocuments },
}

function collectionName({ request }: Call): string {
  if (!request.collectionName) throw invalidParameter('collectionName is missing')
  return request.collectionName
}

function fieldsOf({ store }: Call, text: string | undefined): Fields {
  if (!text) return {}
  const value = decode(text, store.now())
  if (!isFields(value)) throw invalidParameter('an object was expected')
  return value
}

function addCollection(call: Call): Fields {
  call.store.create(collectionName(call))
  return {}
}

async function insertDocument(call: Call): Promise<Fields> {
  const { store, request, transaction } = call
  const texts = Array.isArray(request.data) ? (request.data as readonly string[]) : []
  if (!texts.length) throw invalidParameter('data is missing')
  for (const text of texts) checkSize(text)
  const docs = texts.map((text) => decode(text, store.now()))
  const name = collectionName(call)
  return { insertedIds: await write(store, transaction, (target) => insert(target, name, docs)) }
}

function checkSize(text: string): void {
  if (text.length > limits.documentBytes)
    throw invalidParameter(`document is larger than ${limits.documentBytes} bytes`)
}

/** `where()` is sent within a transaction although only documents may be touched there. */
function documentId(call: Call, filter: Fields): Id | null {
  const id = filter['_id']
  const isId = Object.keys(filter).length === 1 && (typeof id === 'string' || typeof id === 'number')
  if (call.transaction && (!isId || call.request.queryType === 'WHERE')) throw onlyDocuments()
  return isId ? id : null
}

function getDocument(call: Call): Fields {
  const { store, request, transaction } = call
  const collection = store.collection(collectionName(call))
  const filter = fieldsOf(call, request.query)
  const id = documentId(call, filter)
  const toText = projected(call, filter)
  if (transaction) {
    const version = seenVersion({ staged: transaction, transaction }, collection, id)
    return { list: version?.doc ? [toText(version)] : [] }
  }
  if (id !== null) {
    const version = collection.record(id)?.head
    return { list: checked(version?.doc ? [toText(version)] : []) }
  }
  const limit = Math.min(request.limit ?? limits.getDefault, limits.getMost)
  const sort = orderOf(call)
  return {
    list: checked(
      find(collection, { filter, sort, skip: request.offset ?? 0, limit }, store.costs).map(toText),
    ),
  }
}

/** The text of a version: kept with it, unless only some of its fields are asked for. */
function projected(call: Call, filter: Fields): (version: Version) => string {
  if (!call.request.projection) return textOf
  const project = projectionOf(fieldsOf(call, call.request.projection), filter)
  return (version) => encode(project(version.doc as Fields))
}

function orderOf(call: Call): SortSpec {
  return Object.entries(fieldsOf(call, call.request.order)).map(([field, direction]) => [
    field,
    (direction === -1 ? -1 : 1) satisfies Direction,
  ])
}

/** @throws DatabaseError when the answer is larger than a megabyte. */
function checked(list: readonly string[]): readonly string[] {
  let length = 0
  for (const text of list) length += text.length
  if (length * 3 <= limits.resultBytes) return list
  let bytes = 0
  for (const text of list) bytes += Buffer.byteLength(text)
  if (bytes > limits.resultBytes) throw resultTooLarge()
  return list
}

function calculateDocument(call: Call): Fields {
  const { store, request } = call
  const collection = store.collection(collectionName(call))
  const filter = fieldsOf(call, request.query)
  if (!Object.keys(filter).length) return { total: collection.count }
  return { total: find(collection, { filter }, store.costs).length }
}

async function modifyDocument(call: Call): Promise<Fields> {
  const { store, request, transaction } = call
  const name = collectionName(call)
  store.collection(name)
  const filter = fieldsOf(call, request.query)
  const change = changeOf(call)
  const id = documentId(call, filter)
  if (request.merge === false) {
    if (id === null) throw invalidParameter('set needs a document')
    return write(store, transaction, (target) => replace(target, name, id, change))
  }
  checkUpdate(change)
  const { updated } = await write(store, transaction, (target) =>
    update(target, name, filter, change, request.multi === true),
  )
  return { updated }
}

function changeOf(call: Call): Fields {
  const { data } = call.request
  if (typeof data !== 'string') throw invalidParameter('data is missing')
  checkSize(data)
  return fieldsOf(call, data)
}

/** The SDK underneath has `where().updateAndReturn()`; wx-server-sdk doesn't pass it on. */
async function modifyAndReturn(call: Call): Promise<Fields> {
  const { store, request, transaction } = call
  const name = collectionName(call)
  const filter = fieldsOf(call, request.query)
  const change = changeOf(call)
  checkUpdate(change)
  if (transaction) documentId({ ...call, request: { ...request, queryType: 'DOC' } }, filter)
  const { updated, doc } = await write(store, transaction, (target) =>
    update(target, name, filter, change, false),
  )
  return { updated, doc: doc ? encode(doc) : null }
}

async function removeDocument(call: Call): Promise<Fields> {
  const { store, request, transaction } = call
  const name = collectionName(call)
  const filter = fieldsOf(call, request.query)
  documentId(call, filter)
  return {
    deleted: await write(store, transaction, (target) =>
      remove(target, name, filter, request.multi === true),
    ),
  }
}

function aggregateDocuments(call: Call): Fields {
  const { store, request } = call
  const collection = store.collection(collectionName(call))
  const stages = (request.stages ?? []).map(({ stageKey, stageValue }): Stage => ({
    name: stageKey,
    value: decode(stageValue, store.now()),
  }))
  const rows = aggregate(collection, stages, {
    collectionOf: (name) => store.collection(name),
    costs: store.costs,
  })
  const limited = stages.some(({ name }) => name === '$limit') ? rows : rows.slice(0, limits.aggregateDefault)
  return { list: checked(limited.map(encode)) }
}

/** What is thrown becomes a reply: an operator that mingo doesn't know or can't use is the request's fault. */
export function refusal(requestId: string, error: unknown): WireReply {
  if (error instanceof DatabaseError) return { requestId, code: error.code, message: error.message }
  const message = error instanceof Error ? error.message : String(error)
  return { requestId, code: 'DATABASE_REQUEST_FAILED', message: `[FailedOperation] ${message}` }
}

export const newRequestId = (): string => randomBytes(8).toString('hex')
