import { sdkErrorText } from './errors'
import { meaningOf, type PayCode } from './pay-words'
import type { CallFunction } from './sdk'

type Fields = Readonly<Record<string, unknown>>
export type FlowAnswer =
  | { readonly ok: true; readonly data: Fields }
  | { readonly ok: false; readonly code: PayCode; readonly detail: string }
type Flow = { readonly name: string; readonly id: string }

/** The function under which CloudBase runs the workflows of an environment. */
const WORKFLOWS = 'cloudbase_module'

/** Runs a payment workflow; null (and a line in the log) when there was no answer. A "no" is logged too. */
export async function askFlow(
  flow: Flow,
  data: object,
  deps: { readonly callFunction: CallFunction; readonly onTrouble: (api: string, detail: string) => void },
): Promise<FlowAnswer | null> {
  let answer: FlowAnswer
  try {
    answer = flowAnswer(await deps.callFunction(WORKFLOWS, { name: flow.id, data }))
  } catch (error) {
    const text = sdkErrorText(error)
    deps.onTrouble(flow.name, text)
    // A flow may fail as a whole when WeChat Pay says no: its error then carries the reason.
    const code = codeIn(text)
    return code === '' ? null : { ok: false, code, detail: text }
  }
  if (!answer.ok) deps.onTrouble(flow.name, answer.detail)
  return answer
}

/**
 * What a workflow answered. Its envelope is documented only for success (`{data}`, in practice with `code: 0`), and some
 * flows answer the fields bare; a "no" of WeChat Pay v3 is `{code: 'ORDER_CLOSED', message}`, in the envelope, under
 * `data` or under `error`.
 */
function flowAnswer(result: unknown): FlowAnswer {
  const top = fieldsOf(result)
  const data = fieldsOf(top['data'])
  const places = [top, data, fieldsOf(top['error']), fieldsOf(data['error'])]
  if (places.some(isNo)) {
    const detail = places.flatMap(wordsOf).join(' ')
    return { ok: false, code: codeIn(detail), detail }
  }
  return { ok: true, data: top['data'] === undefined || top['data'] === null ? top : data }
}
const WELL: ReadonlySet<unknown> = new Set([
  undefined,
  null,
  '',
  0,
  '0',
  'SUCCESS',
  'OK',
  200,
  '200',
  204,
  '204',
])
const CODES = ['code', 'errCode', 'errcode']
const WORDS = [...CODES, 'message', 'msg', 'errMsg', 'errmsg']

const isNo = (at: Fields): boolean => CODES.some((key) => !WELL.has(at[key]))
const wordsOf = (at: Fields): string[] =>
  WORDS.map((key) => at[key])
    .filter((word) => typeof word === 'string' || typeof word === 'number')
    .map(String)

/** v3 writes ORDER_CLOSED and ORDERPAID alike; what has no code of ours is told by its words. */
function codeIn(text: string): PayCode {
  if (/\bORDER_?PAID\b/.test(text)) return 'ORDERPAID'
  if (/\bORDER_?CLOSED\b/.test(text)) return 'ORDERCLOSED'
  if (/\bORDER_?NOT_?EXISTS?\b/.test(text)) return 'ORDERNOTEXIST'
  return meaningOf(text)
}

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
