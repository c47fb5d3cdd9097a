import type { IncomingMessage, ServerResponse } from 'node:http'

/** Answers a request, or says that it is not its own (`false`). */
export type Handler = (req: IncomingMessage, res: ServerResponse, url: URL) => boolean | Promise<boolean>

const BODY_LIMIT_BYTES = 64 * 1024

export function sendJson(res: ServerResponse, body: unknown, status = 200): void {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  res.end(JSON.stringify(body))
}

export function sendText(res: ServerResponse, status: number, text: string): void {
  res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
  res.end(text)
}

/** The body as text; null when it is longer than `limitBytes`. */
export async function readText(req: IncomingMessage, limitBytes: number): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limitBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** The body as JSON; `undefined` when it is none, or longer than 64 KB. */
export async function readJson(req: IncomingMessage): Promise<unknown> {
  const text = await readText(req, BODY_LIMIT_BYTES)
  try {
    return text === null ? undefined : (JSON.parse(text) as unknown)
  } catch {
    return undefined
  }
}
