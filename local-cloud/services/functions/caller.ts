/**
 * Who a function runs for. Travels to the instance as its API token and comes back with each call it makes, so that a
 * nested function keeps the person, and an openapi call is checked against the calling function's permissions.
 */
export type Caller = {
  readonly openid?: string
  /** The function that holds this token. */
  readonly functionName: string
  readonly requestId: string
}

export const tokenOf = (caller: Caller): string => Buffer.from(JSON.stringify(caller)).toString('base64url')

/** Null when the text is no token of ours. */
export function callerOf(token: string | undefined): Caller | null {
  if (!token) return null
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as Caller
  } catch {
    return null
  }
}
