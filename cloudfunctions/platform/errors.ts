/** A unique key is taken: the natural sign that something was done before. `index` is `_id_` for the id itself. */
export class DuplicateKey extends Error {
  override readonly name = 'DuplicateKey'
  constructor(
    readonly table: string,
    readonly index: string,
    options?: ErrorOptions,
  ) {
    super(`duplicate key in ${table}: ${index}`, options)
  }
}

/** Write conflicts outlasted every retry: nothing happened, the caller may try again. Answered as BUSY. */
export class Busy extends Error {
  override readonly name = 'Busy'
}

/** Everything that an SDK error says, in one line: it may be an Error, or a bare `{code, message}` of the wire. */
export function sdkErrorText(e: unknown): string {
  if (typeof e !== 'object' || e === null) return String(e)
  const { code, errCode, errMsg, message } = e as Record<string, unknown>
  return [code, errCode, errMsg, message].filter((part) => part !== undefined).join(' ')
}

/** WeChat's numeric error code, or null when the failure is not one that WeChat answered. */
export function sdkErrorCode(e: unknown): number | null {
  const code = typeof e === 'object' && e !== null ? (e as { errCode?: unknown }).errCode : undefined
  return typeof code === 'number' && code !== -1 ? code : null
}

/**
 * Whether another transaction was faster, so that the whole of ours may simply run again. Matched by text, since the
 * SDK's wrappers drop the code (and so its own `runTransaction` never retries).
 */
export function isConflict(e: unknown): boolean {
  return /TransactionConflict|TransactionBusy|WriteConflict|TRANSACTION_CONFLICT/.test(sdkErrorText(e))
}

/** Turns the database's E11000 into `DuplicateKey`; any other error is returned as it is. */
export function asDuplicateKey(table: string, e: unknown): unknown {
  const text = sdkErrorText(e)
  if (!text.includes('E11000')) return e
  const index = /index:\s*(\S+)/.exec(text)?.[1] ?? 'unknown'
  return new DuplicateKey(table, index, { cause: e })
}
