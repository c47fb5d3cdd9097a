/** The only file that names wx-server-sdk. The rest of the house speaks to these few typed functions. */
import cloud from 'wx-server-sdk'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

export type RawDocument = {
  get(): Promise<{ data: unknown }>
  set(o: { data: object }): Promise<unknown>
  update(o: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<unknown>
}
export type RawQuery = {
  orderBy(path: string, direction: 'asc' | 'desc'): RawQuery
  limit(n: number): RawQuery
  get(): Promise<{ data: unknown[] }>
  count(): Promise<{ total: number }>
  update(o: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}
export type RawAggregate = {
  match(condition: object): RawAggregate
  lookup(join: object): RawAggregate
  addFields(fields: object): RawAggregate
  sort(order: Readonly<Record<string, 1 | -1>>): RawAggregate
  limit(n: number): RawAggregate
  end(): Promise<{ list: unknown[] }>
}
export type RawCollection = {
  doc(id: string): RawDocument
  add(o: { data: object }): Promise<unknown>
  where(condition: object): RawQuery
  aggregate(): RawAggregate
}
export type RawTransaction = {
  collection(name: string): RawCollection
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}
type Make = (...operands: unknown[]) => unknown
export type RawCommand = Record<
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'in'
  | 'neq'
  | 'exists'
  | 'set'
  | 'inc'
  | 'max'
  | 'remove'
  | 'push'
  | 'pull'
  | 'and',
  Make
> & {
  readonly aggregate: Record<
    'filter' | 'map' | 'and' | 'in' | 'eq' | 'gt' | 'gte' | 'lt' | 'lte' | 'slice' | 'size',
    Make
  >
}
export type RawDatabase = {
  readonly command: RawCommand
  collection(name: string): RawCollection
  startTransaction(): Promise<RawTransaction>
}

let database: RawDatabase | undefined

/** The database as the SDK gives it; a missing document reads as null. One handle for the life of the instance. */
export function rawDatabase(): RawDatabase {
  // `throwOnNotFound` is not in the SDK's typings; of its database we name what we use.
  database ??= cloud.database({ throwOnNotFound: false } as object) as unknown as RawDatabase
  return database
}

/** Who calls, as the cloud vouches for it. Valid only at the very start of an invocation: it lives in the environment. */
export function wxContext(): {
  readonly openid: string
  /** How the call came here, outermost first: `wx_client`, `wx_trigger`, `wx_paycallback`, `wx_client,scf`… */
  readonly source: string
  readonly env: string
} {
  const { OPENID, SOURCE, ENV } = cloud.getWXContext()
  // The SDK turns all-digit values into numbers.
  return { openid: String(OPENID ?? ''), source: String(SOURCE ?? ''), env: String(ENV ?? '') }
}

/** Calls one of WeChat's server APIs by its dotted name; camelCase both ways. Throws with WeChat's `errCode`. */
export type CallWechat = (name: string, args: object) => Promise<Readonly<Record<string, unknown>>>

export const openapi: CallWechat = async (name, args) => {
  return (await method(cloud.openapi, name)(args)) as Record<string, unknown>
}

/** Calls WeChat Pay through the cloud (`unifiedOrder`, `queryOrder`…); camelCase both ways. */
export const cloudPay: CallWechat = async (name, args) => {
  // `cloudPay` stands in the SDK but not in its typings.
  const { cloudPay: api } = cloud as unknown as { cloudPay: object }
  return (await method(api, name)(args)) as Record<string, unknown>
}

/** Calls a function of this environment by its name; answers what it returned, throws when it failed. */
export type CallFunction = (name: string, data: object) => Promise<unknown>

export const callFunction: CallFunction = async (name, data) => {
  const answer = await cloud.callFunction({ name, data: data as Record<string, unknown> })
  return (answer as { readonly result?: unknown } | undefined)?.result
}

/** Deletes files of cloud storage; a file that is gone already is no error. */
export async function deleteFiles(fileIds: readonly string[]): Promise<void> {
  await cloud.deleteFile({ fileList: [...fileIds] })
}

/** Writes a file of cloud storage, over what may lie at this path; answers its file id. */
export async function uploadFile(path: string, content: Buffer): Promise<string> {
  return (await cloud.uploadFile({ cloudPath: path, fileContent: content })).fileID
}

function method(api: object, dotted: string): (args: object) => Promise<unknown> {
  let at: unknown = api
  for (const part of dotted.split('.')) at = (at as Record<string, unknown>)[part]
  return at as (args: object) => Promise<unknown>
}
