import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Handler, sendText } from './http'

/**
 * The app's `index.html` with the phone's own history in front of every script: two phones share one browser tab, and
 * a tab has one history for all its frames.
 */
export function appPage(h5Dir: string): Handler {
  return async (req, res, url) => {
    if (req.method !== 'GET' || !['/app', '/app/', '/app/index.html'].includes(url.pathname)) return false
    if (url.pathname === '/app') {
      res.writeHead(308, { location: '/app/' }).end()
      return true
    }
    const html = await readFile(join(h5Dir, 'index.html'), 'utf8').catch(() => null)
    if (html === null) {
      sendText(res, 404, 'The H5 build is missing: npm run build:h5')
      return true
    }
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    res.end(html.replace(/<head([^>]*)>/i, '<head$1><script src="/shell/history.js"></script>'))
    return true
  }
}
