import type { Happening } from '../common/happening'
import type { Handler } from './http'

/** Tells the desk's page what went through the phones: `GET /desk/events`, one event stream for whoever listens. */
export function happenings(): { readonly handler: Handler; tell(happening: Happening): void } {
  const listeners = new Set<{ write(text: string): unknown }>()
  return {
    handler(_req, res, url) {
      if (url.pathname !== '/desk/events') return false
      res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      res.write(':\n\n')
      listeners.add(res)
      res.on('close', () => listeners.delete(res))
      return true
    },
    tell(happening) {
      for (const listener of listeners) listener.write(`event: call\ndata: ${JSON.stringify(happening)}\n\n`)
    },
  }
}
