import { type Happening, happeningOf } from '../common/happening'
import { type Handler, readText, sendJson } from './http'

/** As much as a function takes. */
const BODY_LIMIT_BYTES = 6 * 1024 * 1024

/** Passes calls of functions on to the cloud, and tells of each what came of it. */
export function functionCalls(cloudUrl: string, tell: (happening: Happening) => void): Handler {
  return async (req, res, url) => {
    if (req.method !== 'POST' || !url.pathname.startsWith('/functions/')) return false
    const asked = await readText(req, BODY_LIMIT_BYTES)
    if (asked === null) {
      sendJson(res, { errCode: -1, errMsg: 'the body is too large' }, 413)
      return true
    }
    const from = performance.now()
    const authorization = req.headers.authorization ?? ''
    const answer = await fetch(cloudUrl + url.pathname + url.search, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      body: asked,
    }).catch(() => null)
    if (answer === null) {
      sendJson(res, { errCode: -1, errMsg: 'the local cloud does not answer' }, 502)
      return true
    }
    const answered = await answer.text()
    res.writeHead(answer.status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    })
    res.end(answered)
    const token = authorization.replace(/^Bearer /, '')
    const name = url.pathname.slice('/functions/'.length)
    tell(happeningOf({ name, token, asked, answered, ms: Math.round(performance.now() - from) }))
    return true
  }
}
