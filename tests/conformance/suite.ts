/** What a conformance case is, and what it works with. Plain functions: they also run deployed in a real environment. */
import type { Cloud } from './cloud'

export type Case = { readonly name: string; readonly run: () => Promise<void> }
export type Row = Readonly<Record<string, unknown>>
type Made = (...args: unknown[]) => unknown
/** The SDK's commands by name; its typings lack some of those it has. */
export type Commands = Readonly<Record<string, Made>>

export type Bench = {
  readonly cloud: Cloud
  readonly db: Db
  readonly _: Commands
  readonly $: Commands
  /** The collection under test, emptied before each case. */
  readonly things: Things
  /** Fills the collection. */
  given(...rows: Row[]): Promise<void>
  /** Ids that a filter finds, sorted. */
  ids(filter: Row): Promise<unknown[]>
  /** Updates the document `x` and answers it. */
  updated(start: Row, change: Row): Promise<Row>
  /** Runs stages over the collection. */
  rows(build: (pipeline: Pipeline) => Pipeline): Promise<Row[]>
}

export type Doc = {
  get(): Promise<{ data: Row | null }>
  set(o: { data: Row }): Promise<{ stats: { updated: number; created: number } }>
  update(o: { data: Row }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
  field(fields: Row): Doc
}
export type Query = {
  where(filter: Row): Query
  orderBy(field: string, direction: 'asc' | 'desc'): Query
  skip(n: number): Query
  limit(n: number): Query
  field(fields: Row): Query
  get(): Promise<{ data: Row[] }>
  count(): Promise<{ total: number }>
  update(o: { data: Row; multi?: boolean }): Promise<{ stats: { updated: number } }>
  remove(o?: { multi?: boolean }): Promise<{ stats: { removed: number } }>
}
export type Pipeline = { readonly end: () => Promise<{ list: Row[] }> } & {
  readonly [stage: string]: (argument?: unknown) => Pipeline
}
export type Things = Query & {
  doc(id: string | number): Doc
  add(o: { data: Row | Row[] }): Promise<{ _id: string; _ids?: string[] }>
  aggregate(): Pipeline
}
export type Transaction = {
  collection(name: string): Things
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}
export type Db = {
  readonly command: Commands & { readonly aggregate: Commands }
  readonly Geo: Readonly<Record<string, new (...args: never[]) => unknown>>
  collection(name: string): Things
  createCollection(name: string): Promise<unknown>
  startTransaction(): Promise<Transaction>
  serverDate(o?: { offset: number }): unknown
  RegExp(o: { regexp: string; options: string }): unknown
}

export const COLLECTION = 'conformance'
/** Has a unique index on `code`; where it can't be made by the SDK, its cases are left out. */
export const UNIQUE_COLLECTION = 'conformance_unique'

export function benchOf(cloud: Cloud): Bench {
  const db = cloud.database({ throwOnNotFound: false }) as unknown as Db
  const things = db.collection(COLLECTION)
  return {
    cloud,
    db,
    _: db.command,
    $: db.command.aggregate,
    things,
    async given(...rows) {
      if (rows.length) await things.add({ data: rows })
    },
    ids: async (filter) => (await things.where(filter).get()).data.map((row) => row['_id']).sort(),
    async updated(start, change) {
      await things.add({ data: { _id: 'x', ...start } })
      await things.doc('x').update({ data: change })
      const { _id, ...rest } = (await things.doc('x').get()).data ?? {}
      return rest
    },
    rows: async (build) => (await build(things.aggregate()).end()).list,
  }
}

/** A case; the collection is emptied first. */
export function caseOf(bench: Bench, name: string, run: (bench: Bench) => Promise<void>): Case {
  return {
    name,
    async run() {
      await bench.things.where({ _id: bench._['exists']?.(true) }).remove()
      await run(bench)
    },
  }
}

export type Failure = { readonly errCode: number; readonly errMsg: string }

/** What a call is refused with. @throws when it isn't refused. */
export async function refusalOf(call: Promise<unknown>): Promise<Failure> {
  try {
    await call
  } catch (error) {
    return error as Failure
  }
  throw new Error('the call was not refused')
}
