import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { StartFailure } from '../../failure'
import { type Handler, sendText } from './http'

export type Listening = { readonly port: number; readonly url: string; close(): Promise<void> }

/** Names under which a browser on this machine reaches us; any other Host is a rebinding trick. */
const isLocalHost = (host: string | undefined) => /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host ?? '')

/**
 * Serves the handlers, first match wins, on 127.0.0.1 only. Port 0 takes a free one. Throws StartFailure when the port
 * is taken; `whose` says whom it was for.
 */
export async function listen(port: number, whose: string, handlers: readonly Handler[]): Promise<Listening> {
  const sockets = new Set<Socket>()
  const server = createServer((req, res) => {
    answer(handlers, req, res).catch((error: unknown) => {
      if (!res.headersSent) sendText(res, 500, 'desk: ' + String(error))
      else res.destroy()
    })
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  const taken = await open(server, port, whose)
  return { port: taken, url: `http://127.0.0.1:${taken}`, close: () => shut(server, sockets) }
}

async function answer(
  handlers: readonly Handler[],
  req: Parameters<Handler>[0],
  res: Parameters<Handler>[1],
): Promise<void> {
  if (!isLocalHost(req.headers.host)) return sendText(res, 421, 'this server answers on 127.0.0.1 only')
  const url = new URL(req.url ?? '/', 'http://127.0.0.1')
  for (const handler of handlers) if (await handler(req, res, url)) return
  sendText(res, 404, `nothing at ${url.pathname}`)
}

function open(server: Server, port: number, whose: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES'
      reject(taken ? new StartFailure(portSentence(port, whose)) : error)
    })
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

/** What happened and what to do. */
const portSentence = (port: number, whose: string) =>
  `Port ${port} (${whose}) is in use. Stop what holds it, or move all ports: npm start -- --port N (0 takes free ones).`

/** Throws StartFailure unless the port could be taken now. */
export async function checkPort(port: number, whose: string): Promise<void> {
  if (port !== 0) await (await listen(port, whose, [])).close()
}

/** Event streams stay open for ever, so closing ends every connection. */
function shut(server: Server, sockets: Set<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    for (const socket of sockets) socket.destroy()
  })
}
