import { request } from 'node:http'
import { type Handler, sendJson } from './http'

/** Doors of the local cloud that a phone reaches through its own port, so that the app sees one origin. */
const DOORS = ['/functions', '/session', '/files', '/wechat', '/clock', '/healthz']

const isDoor = (path: string) => DOORS.some((door) => path === door || path.startsWith(`${door}/`))

/** Passes requests for the cloud's doors on, bodies and event streams alike; 502 when the cloud does not answer. */
export function passOn(cloudUrl: string): Handler {
  const cloud = new URL(cloudUrl)
  return (req, res, url) => {
    if (!isDoor(url.pathname)) return false
    const upstream = request(
      {
        host: cloud.hostname,
        port: cloud.port,
        method: req.method,
        path: url.pathname + url.search,
        headers: { ...req.headers, host: cloud.host },
      },
      (answer) => {
        res.writeHead(answer.statusCode ?? 502, answer.headers)
        res.flushHeaders()
        answer.pipe(res)
        answer.on('error', () => res.destroy())
      },
    )
    upstream.on('error', () => {
      if (res.headersSent) res.destroy()
      else sendJson(res, { errCode: -1, errMsg: 'the local cloud does not answer' }, 502)
    })
    res.on('close', () => upstream.destroy())
    req.pipe(upstream)
    return true
  }
}
