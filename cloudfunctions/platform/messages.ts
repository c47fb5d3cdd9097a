import { sdkErrorCode } from './errors'
import type { CallWechat } from './sdk'

/** A template as the settings hold it: WeChat's id, and which of the template's keys (`thing1`) carries which field of ours. */
export type MessageTemplate = { readonly id: string; readonly fields: Readonly<Record<string, string>> }
export type Message = {
  readonly openid: string
  readonly template: MessageTemplate
  /** Where a tap leads: a page path without leading slash, with its query. */
  readonly page: string
  /** Our field → text. Fields that the template does not carry are left out. */
  readonly values: Readonly<Record<string, string>>
}
/**
 * `refused` is WeChat's answer (43101: no consent left; 47003: a field does not fit) and is final. `unknown`: no answer
 * came, the message may have been sent; it is never sent again, because one consent is one message.
 */
export type Sent =
  | { readonly sent: true }
  | { readonly sent: false; readonly code: number }
  | { readonly sent: 'unknown'; readonly error: unknown }
export type Messages = { send(message: Message): Promise<Sent> }

/** Subscribe messages through the cloud; texts are trimmed to what WeChat takes. */
export function wechatMessages(openapi: CallWechat, state: () => string): Messages {
  return {
    async send({ openid, template, page, values }) {
      const data: Record<string, { value: string }> = {}
      for (const [field, key] of Object.entries(template.fields)) {
        const value = values[field]
        if (value !== undefined) data[key] = { value: fitValue(key, value) }
      }
      try {
        const args = {
          touser: openid,
          templateId: template.id,
          page,
          data,
          miniprogramState: state(),
          lang: 'zh_CN',
        }
        await openapi('subscribeMessage.send', args)
        return { sent: true }
      } catch (error) {
        const code = sdkErrorCode(error)
        return code === null ? { sent: 'unknown', error } : { sent: false, code }
      }
    },
  }
}

/** WeChat's limits by kind of key, in characters (wording of 发送订阅消息). */
const LIMITS: Readonly<Record<string, number>> = {
  thing: 20,
  number: 32,
  letter: 32,
  symbol: 5,
  character_string: 32,
  time: 32,
  date: 32,
  amount: 12,
  phone_number: 17,
  car_number: 8,
  name: 10,
  phrase: 5,
}

/**
 * A text as the template's key takes it: no line breaks, cut to the limit of its kind (`thing1` → 20), only the
 * characters that the kind allows. An empty text becomes `-`, since WeChat refuses an empty value.
 */
export function fitValue(key: string, text: string): string {
  const kind = key.replace(/\d+$/, '')
  const allowed = onlyAllowed(kind, text.replace(/\s*[\r\n]+\s*/g, ' ').trim())
  const limit = LIMITS[kind] ?? 20
  const characters = [...allowed]
  if (characters.length <= limit) return allowed === '' ? fallback(kind) : allowed
  return kind === 'thing'
    ? characters.slice(0, limit - 1).join('') + '…'
    : characters.slice(0, limit).join('')
}

function onlyAllowed(kind: string, text: string): string {
  if (kind === 'phrase') return text.replace(/[^\u4e00-\u9fff]/g, '')
  if (kind === 'character_string') return text.replace(/[^\x20-\x7e]/g, '')
  if (kind === 'number') return text.replace(/[^\d.]/g, '')
  return text
}

function fallback(kind: string): string {
  if (kind === 'number') return '0'
  return kind === 'phrase' ? '无' : '-'
}
