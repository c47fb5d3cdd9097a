import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Handler } from './http'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/**
 * Serves the files of `dir` below `prefix` ('/app/'); the prefix itself is `index.html`. Nothing is cached: a rebuild
 * shows on the next reload. Paths can't leave `dir`.
 */
export function staticFiles(prefix: string, dir: string): Handler {
  return async (req, res, url) => {
    if ((req.method !== 'GET' && req.method !== 'HEAD') || !url.pathname.startsWith(prefix)) return false
    const file = inside(dir, url.pathname.slice(prefix.length) || 'index.html')
    const found = file === null ? null : await stat(file).catch(() => null)
    if (file === null || !found?.isFile()) return false
    res.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-length': found.size,
      'cache-control': 'no-store',
    })
    if (req.method === 'HEAD') res.end()
    else await pipeline(createReadStream(file), res).catch(() => res.destroy())
    return true
  }
}

/** The file below `dir`, or null when the path is malformed or climbs out. */
function inside(dir: string, encodedPath: string): string | null {
  try {
    const file = normalize(join(dir, decodeURIComponent(encodedPath)))
    return file.startsWith(normalize(dir) + sep) ? file : null
  } catch {
    return null
  }
}
