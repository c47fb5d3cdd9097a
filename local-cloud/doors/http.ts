import http from 'node:http'
import { StartFailure } from '../failure'

export type Ask = {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: http.IncomingHttpHeaders
  readonly body: Buffer
  /** What stands at `:name` in the route's pattern, decoded. */
  readonly params: Readonly<Record<string, string>>
}
/** `body` null: the handler has taken the response over (event stream). */
export type Answer = {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | null
}
export type Door = (ask: Ask, response: http.ServerResponse) => Answer | Promise<Answer>
/** Pattern → door: `GET /clock`, `POST /functions/:name`, `GET /files/*` (`*` takes the rest as param `rest`). */
export type Doors = Readonly<Record<string, Door>>

/** A wrong request of a client: 4xx with a sentence. */
export class BadAsk extends Error {
  override readonly name = 'BadAsk'
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}
export const json = (value: unknown, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
})

/** The JSON object in a body; an empty body is `{}`. Throws BadAsk. */
export function jsonBody(ask: Ask): Record<string, unknown> {
  if (ask.body.length === 0) return {}
  let value: unknown
  try {
    value = JSON.parse(ask.body.toString('utf8'))
  } catch {
    value = null
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadAsk(400, 'the body must be a JSON object')
  }
  return value as Record<string, unknown>
}

export const MAX_BODY_BYTES = 60 * 1024 * 1024
/** Longer than the SDK's agent keeps a connection, so that the server never closes one that is about to be used. */
const KEEP_ALIVE_MS = 65_000

/** A server for the doors. Bare `node:http`: the SDK's calls come by the dozen for each order. */
export function createServer(doors: Doors, log: (text: string) => void): http.Server {
  const find = finder(doors)
  const server = http.createServer({ requestTimeout: 0 }, (request, response) => {
    const url = request.url ?? '/'
    const cut = url.indexOf('?')
    const path = cut < 0 ? url : url.slice(0, cut)
    const method = request.method ?? 'GET'
    const { door, params } = isLocal(method, request.headers) ? find(method, path) : strangersDoor
    readBody(request, (body, tooLarge) => {
      const query = new URLSearchParams(cut < 0 ? '' : url.slice(cut + 1))
      const ask: Ask = { method, path, query, headers: request.headers, body, params }
      void answer(tooLarge ? bodyTooLarge : door, ask, response, log)
    })
  })
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.headersTimeout = KEEP_ALIVE_MS + 1000
  return server
}

const LOCAL = /^(127\.0\.0\.1|localhost)(:\d+)?$/

/**
 * Everything here is believed, so a web page of somewhere else, open in the same browser, may neither write (a form needs
 * no permission to post to 127.0.0.1; the browser names its `Origin`) nor read under a name bent to this machine (`Host`).
 */
function isLocal(method: string, { host = '', origin }: http.IncomingHttpHeaders): boolean {
  const reads = method === 'GET' || method === 'HEAD'
  return LOCAL.test(host) && (reads || origin === undefined || LOCAL.test(origin.replace(/^https?:\/\//, '')))
}

const strangersDoor: { door: Door; params: Record<string, string> } = {
  door: () => json({ error: 'this cloud answers pages and tools of this machine only' }, 403),
  params: {},
}
const bodyTooLarge: Door = () => json({ error: 'body too large' }, 413)
const noDoor: Door = ({ method, path }) => json({ error: `no such door: ${method} ${path}` }, 404)

/** Finds the door of a request: those without parameters at once, the others in their order. */
function finder(doors: Doors) {
  const routes = Object.entries(doors).map(([pattern, door]) => ({ ...compile(pattern), door }))
  const fixed = new Map(routes.filter((one) => one.names.length === 0).map((one) => [one.key, one.door]))
  const open = routes.filter((one) => one.names.length > 0)
  return (method: string, path: string): { door: Door; params: Record<string, string> } => {
    const door = fixed.get(`${method} ${path}`)
    if (door) return { door, params: {} }
    for (const route of open) {
      const match = route.method === method ? route.pattern.exec(path) : null
      if (!match) continue
      const params = Object.fromEntries(route.names.map((name, n) => [name, decoded(match[n + 1] ?? '')]))
      return { door: route.door, params }
    }
    return { door: noDoor, params: {} }
  }
}

function readBody(request: http.IncomingMessage, done: (body: Buffer, tooLarge: boolean) => void): void {
  const chunks: Buffer[] = []
  let size = 0
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= MAX_BODY_BYTES) chunks.push(chunk)
  })
  request.on('end', () => {
    const first = chunks[0]
    done(chunks.length === 1 && first ? first : Buffer.concat(chunks), size > MAX_BODY_BYTES)
  })
}

async function answer(
  door: Door,
  ask: Ask,
  response: http.ServerResponse,
  log: (text: string) => void,
): Promise<void> {
  try {
    const { status = 200, headers = {}, body } = await door(ask, response)
    if (body === null) return
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
    response.end(body)
  } catch (error) {
    const known = error instanceof BadAsk
    if (!known)
      log(
        `${ask.method} ${ask.path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      )
    const text = JSON.stringify({ error: known ? error.message : 'the local cloud failed; see its log' })
    response.writeHead(known ? error.status : 500, { 'content-type': 'application/json; charset=utf-8' })
    response.end(text)
  }
}

function compile(route: string): { key: string; method: string; pattern: RegExp; names: string[] } {
  const [method = '', path = ''] = route.split(' ')
  const names: string[] = []
  const source = path.replace(/:(\w+)|\*/g, (_, name: string | undefined) => {
    names.push(name ?? 'rest')
    return name ? '([^/]+)' : '(.+)'
  })
  return { key: route, method, pattern: new RegExp(`^${source}$`), names }
}
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Listens on 127.0.0.1 only; resolves with the port. Rejects with StartFailure when the port is taken. */
export function listen(server: http.Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return reject(error)
      const why =
        error.code === 'EACCES' ? "may not be used (it needs an administrator's rights)" : 'is in use'
      reject(
        new StartFailure(`Port ${port} ${why}. Choose another with --port N, or --port 0 for any free one.`),
      )
    })
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}
