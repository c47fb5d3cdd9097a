import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Ask, BadAsk } from './http'

export type Sessions = {
  /** A person's token; always the same, valid as long as the data folder lives. */
  tokenOf(openid: string): string
  /** The person behind `Authorization: Bearer …`; throws BadAsk 401. */
  openidOf(ask: Ask): string
}
/** An all-digit openid would become a number inside the SDK. */
const OPENID = /^(?!\d+$)[\w-]{1,64}$/

export function createSessions(secret: string): Sessions {
  const sign = (openid: string) =>
    createHmac('sha256', secret).update(`session:${openid}`).digest('base64url')
  return {
    tokenOf(openid) {
      if (!OPENID.test(openid))
        throw new BadAsk(400, 'openid: 1 to 64 letters, digits, "_" or "-", not digits alone')
      return `${openid}.${sign(openid)}`
    },
    openidOf(ask) {
      const [, token = ''] = /^Bearer (.+)$/.exec(ask.headers.authorization ?? '') ?? []
      const cut = token.lastIndexOf('.')
      const openid = token.slice(0, Math.max(cut, 0))
      const given = Buffer.from(token.slice(cut + 1))
      const right = Buffer.from(sign(openid))
      if (openid === '' || given.length !== right.length || !timingSafeEqual(given, right)) {
        throw new BadAsk(401, 'no session: POST /session {openid} gives one')
      }
      return openid
    },
  }
}
