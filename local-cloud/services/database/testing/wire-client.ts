/** Talks to a database as the SDK does, with relaxed EJSON: for tests of the engine alone. */
import type { CollectionDeclaration } from '../../../../cloudfunctions/database/collections'
import { decode, encode } from '../ejson'
import { type Database, openDatabase, type WireReply, type WireRequest } from '../index'
import type { Fields } from '../values'

export const declared = (
  name: string,
  ...indexes: (readonly [fields: string, unique?: boolean])[]
): CollectionDeclaration => ({
  name,
  indexes: indexes.map(([fields, unique = false]) => ({
    IndexName: fields,
    MgoKeySchema: {
      MgoIsUnique: unique,
      MgoIndexKeys: fields
        .split(',')
        .map((f) => ({ Name: f.replace('-', ''), Direction: f.startsWith('-') ? '-1' : '1' })),
    },
  })),
})

export class Refused extends Error {
  constructor(readonly reply: WireReply) {
    super(reply.message)
  }
}

export type Client = ReturnType<typeof clientOf>
type Call = (action: string, request: Omit<WireRequest, 'action'>) => Promise<Fields>

export function clientOf(database: Database) {
  const call: Call = async (action, request) => {
    const reply = await database.handle({ action: `database.${action}`, ...request })
    if (reply.code !== undefined) throw new Refused(reply)
    return { ...reply.data, transactionId: reply.transactionId }
  }
  return { call, ...documents(call), ...queries(call), ...transactions(call) }
}

const within = (transactionId: string | undefined) => (transactionId === undefined ? {} : { transactionId })
const decoded = ({ list }: Fields): Fields[] => (list as string[]).map((text) => decode(text, 0) as Fields)

const documents = (call: Call) => ({
  add: (collectionName: string, doc: object, tx?: string) =>
    call('insertDocument', { collectionName, data: [encode(doc)], ...within(tx) }),
  async get(collectionName: string, id: string, tx?: string): Promise<Fields | null> {
    const query = encode({ _id: id })
    const [doc = null] = decoded(
      await call('getDocument', { collectionName, query, queryType: 'DOC', ...within(tx) }),
    )
    return doc
  },
  async update(collectionName: string, filter: object, change: object, tx?: string): Promise<number> {
    const request = {
      collectionName,
      query: encode(filter),
      data: encode(change),
      multi: true,
      ...within(tx),
    }
    return (await call('modifyDocument', request))['updated'] as number
  },
  async remove(collectionName: string, id: string, tx?: string): Promise<number> {
    const request = { collectionName, query: encode({ _id: id }), ...within(tx) }
    return (await call('removeDocument', request))['deleted'] as number
  },
})

const queries = (call: Call) => ({
  async find(collectionName: string, filter: object, order: object = {}, limit = 1000): Promise<Fields[]> {
    const request = { collectionName, query: encode(filter), order: encode(order), limit, queryType: 'WHERE' }
    return decoded(await call('getDocument', request))
  },
  async aggregate(collectionName: string, pipeline: readonly object[]): Promise<Fields[]> {
    const entries = pipeline.flatMap((stage) => Object.entries(stage))
    const stages = entries.map(([stageKey, value]) => ({ stageKey, stageValue: encode(value) }))
    return decoded(await call('aggregateDocuments', { collectionName, stages }))
  },
})

const transactions = (call: Call) => ({
  begin: async (): Promise<string> => (await call('startTransaction', {}))['transactionId'] as string,
  commit: (transactionId: string) => call('commitTransaction', { transactionId }),
  rollback: (transactionId: string) => call('abortTransaction', { transactionId }),
})

/** An empty database in memory, with a clock that stands still. */
export function memoryDatabase(...collections: CollectionDeclaration[]): {
  database: Database
  client: Client
  clock: { at: number }
} {
  const clock = { at: 1_700_000_000_000 }
  const database = openDatabase({ file: ':memory:', now: () => clock.at })
  database.ensure(collections)
  return { database, client: clientOf(database), clock }
}
