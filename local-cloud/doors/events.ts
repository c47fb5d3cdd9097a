import type http from 'node:http'
import type { Answer } from './http'

export type EventKind = 'inbox' | 'pay' | 'transfer' | 'clock' | 'log'
export type Events = {
  /** Sends to everybody who listens now; nobody is told afterwards. */
  tell(kind: EventKind, data: object): void
  subscribe(response: http.ServerResponse): Answer
  close(): void
}

/** `GET /wechat/events`: what happens in the cloud, as server-sent events. */
export function createEvents(): Events {
  const listeners = new Set<http.ServerResponse>()
  return {
    tell(kind, data) {
      if (listeners.size === 0) return
      const text = `event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`
      for (const response of listeners) response.write(text)
    },
    subscribe(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      response.write(':\n\n')
      listeners.add(response)
      response.on('close', () => listeners.delete(response))
      return { body: null }
    },
    close() {
      for (const response of listeners) response.end()
      listeners.clear()
    },
  }
}
