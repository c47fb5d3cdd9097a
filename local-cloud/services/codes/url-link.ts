import { createHash } from 'node:crypto'
import { type OpenapiHandler, WechatError } from '../../wire/openapi'

/** Limits of `urllink.generate`. */
const MAX_QUERY = 1024
const MAX_DAYS = 30

/** `urllink.generate`, for a life in days (`expire_type` 1): an address as WeChat's look, which no browser here opens. */
export const urlLink: OpenapiHandler = ({ params }) => {
  const { path = '', query = '', expire_type: type, expire_interval: days } = params
  if (typeof path !== 'string' || path.startsWith('/') || path.includes('?'))
    throw new WechatError(40165, 'invalid weapp pagepath')
  if (typeof query !== 'string' || query.length > MAX_QUERY) throw new WechatError(40212, 'invalid query')
  if (type !== 1 || !(Number(days) >= 1 && Number(days) <= MAX_DAYS))
    throw new WechatError(85401, 'invalid expire time')
  const id = createHash('sha256').update(`${path}?${query}`).digest('base64url').slice(0, 11)
  return { url_link: `https://wxaurl.cn/${id}` }
}
