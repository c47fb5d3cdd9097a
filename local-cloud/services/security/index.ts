import { randomUUID } from 'node:crypto'
import { HOUR_MS, type Instant } from '@shared/kernel/time'
import { type OpenapiHandler, textParam, WechatError } from '../../wire/openapi'
import type { Clock } from '../clock/clock'

export const MAX_CONTENT_CHARACTERS = 2500
/** The person must have used the mini-program within this time. */
export const SEEN_WITHIN_MS = 2 * HOUR_MS

/** Words that the local check objects to, with WeChat's label and suggestion. The real one reads meaning; this one doesn't. */
const WORDS: readonly (readonly [word: string, label: number, suggest: 'risky' | 'review'])[] = [
  ['代开发票', 10001, 'risky'],
  ['加微信返利', 10001, 'risky'],
  ['颠覆政权', 20001, 'risky'],
  ['裸聊', 20002, 'risky'],
  ['傻逼', 20003, 'risky'],
  ['去死', 20003, 'risky'],
  ['买卖枪支', 20006, 'risky'],
  ['刷单赚钱', 20008, 'risky'],
  ['屎尿屁', 20012, 'review'],
]
const LABEL_OK = 100

export type Security = {
  /** A client's call was seen. */
  seen(openid: string): void
  readonly msgSecCheck: OpenapiHandler
}

/** `security.msgSecCheck`, version 2. */
export function createSecurity(clock: Clock): Security {
  const lastSeen = new Map<string, Instant>()
  return {
    seen: (openid) => void lastSeen.set(openid, clock.now()),
    msgSecCheck({ params }) {
      const content = textParam(params, 'content')
      const openid = textParam(params, 'openid')
      if ([...content].length > MAX_CONTENT_CHARACTERS)
        throw new WechatError(40097, 'invalid args: content too long')
      if (params['version'] !== 2) throw new WechatError(40097, 'invalid args: version must be 2')
      if (![1, 2, 3, 4].includes(Number(params['scene']))) throw new WechatError(40097, 'invalid args: scene')
      const at = lastSeen.get(openid)
      if (at === undefined || clock.now() - at > SEEN_WITHIN_MS)
        throw new WechatError(61010, 'code is expired')
      const texts = [content, params['nickname'], params['title'], params['signature']].map(String).join('\n')
      const [word, label, suggest] = WORDS.find(([one]) => texts.includes(one)) ?? [
        '',
        LABEL_OK,
        'pass' as const,
      ]
      return {
        result: { suggest, label },
        detail: [
          { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 },
          ...(word === '' ? [] : [{ strategy: 'keyword', errcode: 0, suggest, label, keyword: word }]),
        ],
        trace_id: randomUUID(),
      }
    },
  }
}
