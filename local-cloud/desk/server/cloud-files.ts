import type { Handler } from './http'

/**
 * WeChat's client shows `cloud://` files that everybody may read without a link of their own; so do the phones:
 * `GET /files/<path>` goes on with a link. `linkTo` makes one from the storage path.
 */
export function cloudFiles(linkTo: (path: string) => string): Handler {
  return (req, _res, url) => {
    const reads = req.method === 'GET' || req.method === 'HEAD'
    if (reads && url.pathname.startsWith('/files/') && !url.searchParams.has('sign')) {
      url.search = new URL(linkTo(decodeURI(url.pathname.slice('/files/'.length)))).search
    }
    return false
  }
}
