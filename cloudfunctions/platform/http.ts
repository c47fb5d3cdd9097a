import { SECOND_MS } from '@shared/kernel/time'

export type HttpRequest = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** '' for none. */
  readonly body: string
}
/** Header names in lower case. */
export type HttpAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
/** Rejects when no answer came: then nobody knows whether the request arrived. */
export type Http = (request: HttpRequest) => Promise<HttpAnswer>

/** Well below the 20 seconds that a function has. */
const PATIENCE_MS = 8 * SECOND_MS

export const fetchHttp: Http = async ({ method, url, headers, body }) => {
  const answer = await fetch(url, {
    method,
    headers: { ...headers },
    signal: AbortSignal.timeout(PATIENCE_MS),
    redirect: 'error',
    ...(body === '' ? {} : { body }),
  })
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: await answer.text(),
  }
}
