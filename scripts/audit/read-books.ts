import { createRequire } from 'node:module'
import { BOOK_COLLECTIONS, booksOf, type Books } from './books'

/** A page of documents is far below the megabyte that one query may answer. */
const PAGE = 100

type Query = {
  where(condition: object): Query
  orderBy(path: string, direction: 'asc' | 'desc'): Query
  limit(n: number): Query
  get(): Promise<{ data: { _id: string }[] }>
}
type Database = { collection(name: string): Query; command: { gt(id: string): unknown } }
type Sdk = { init(options: { env: string }): void; database(): Database }

/** A real environment by its keys, or a local cloud by the address of its wire (`http://127.0.0.1:7310/admin`). */
export type Source =
  | { readonly env: string; readonly secretId: string; readonly secretKey: string }
  | { readonly adminUrl: string }

const LOCAL = { env: 'local', secretId: 'local', secretKey: 'local' }

/** The SDK reads the environment when it is loaded. */
function databaseOf(source: Source): Database {
  const { env, secretId, secretKey } = 'adminUrl' in source ? LOCAL : source
  Object.assign(process.env, { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey })
  if ('adminUrl' in source) {
    Object.assign(process.env, {
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'local',
      SCF_NAMESPACE: 'local',
      TCB_ENV: env,
      TENCENTCLOUD_SESSIONTOKEN: 'local',
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: source.adminUrl }),
    })
  }
  const cloud = createRequire(__filename)('wx-server-sdk') as Sdk
  cloud.init({ env })
  return cloud.database()
}

/** Reads every document of a collection, page by page in the order of their ids. */
async function readAll(db: Database, name: string): Promise<unknown[]> {
  const rows: { _id: string }[] = []
  for (;;) {
    const after = rows.at(-1)?._id ?? ''
    const { data } = await db
      .collection(name)
      .where({ _id: db.command.gt(after) })
      .orderBy('_id', 'asc')
      .limit(PAGE)
      .get()
    rows.push(...data)
    if (data.length < PAGE) return rows
  }
}

/** Reads the whole shop's books. It writes nothing; on a real environment it costs a read for each hundred documents. */
export async function readBooks(source: Source, now: number): Promise<Books> {
  const db = databaseOf(source)
  const rows = new Map<string, unknown[]>()
  for (const name of ['settings', ...BOOK_COLLECTIONS]) rows.set(name, await readAll(db, name))
  return booksOf((name) => rows.get(name) ?? [], now)
}
