import type { CallWechat } from './sdk'

/** WeChat's ways into the mini-program from paper and from outside. */
export type Codes = {
  /** A mini-program code as PNG (`wxacode.getUnlimited`); null when WeChat drew none, which is logged. */
  draw(to: { readonly scene: string; readonly page: string }): Promise<Buffer | null>
  /**
   * A URL Link that works for `days` (at most 30); null when WeChat gives none, which is logged: an individual's
   * mini-program, or one that is not released yet, gets none.
   */
  link(to: { readonly page: string; readonly query: string }, days: number): Promise<string | null>
}

/** Wide enough for print: a poster shows it at 200 rpx, a table card larger. */
const WIDTH = 430

export function wechatCodes(openapi: CallWechat, onTrouble: (api: string, error: unknown) => void): Codes {
  const ask = async (api: string, args: object) => {
    try {
      return await openapi(api, args)
    } catch (error) {
      onTrouble(api, error)
      return {}
    }
  }
  return {
    async draw({ scene, page }) {
      const { buffer } = await ask('wxacode.getUnlimited', { scene, page, width: WIDTH })
      return Buffer.isBuffer(buffer) ? buffer : null
    },
    async link({ page, query }, days) {
      const until = { expireType: 1, expireInterval: days }
      const { urlLink } = await ask('urllink.generate', { path: page, query, ...until })
      return typeof urlLink === 'string' && urlLink !== '' ? urlLink : null
    },
  }
}
