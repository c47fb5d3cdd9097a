import { randomBytes } from 'node:crypto'
import type { Instant } from '@shared/kernel/time'
import { createApiv3, type Apiv3Answer } from './apiv3'
import { merchantKeys } from './apiv3-keys'
import type { Http } from './http'
import type { TransferAnswer, TransferBill, Transfers, TransferStatus } from './transfers'

type Fields = Readonly<Record<string, unknown>>
type Env = Readonly<Record<string, string | undefined>>
const BILLS = '/v3/fund-app/mch-transfer/transfer-bills'
const HOST = 'https://api.mch.weixin.qq.com'

/** 佣金报酬: what a promoter is paid. Its two report fields must be these, or WeChat refuses. */
const SCENE = '1005'
const REPORT = [
  { info_type: '岗位类型', info_content: '推客' },
  { info_type: '报酬说明', info_content: '推荐朋友下单的佣金' },
]
/** At most 32 characters; the recipient reads it. */
const REMARK = '推客佣金提现'
const PERCEPTION = '劳务报酬'

/** The merchant transfer of the merchant whose keys the environment has; null when it has none. */
export function wechatTransfers(deps: {
  readonly env: Env
  readonly http: Http
  readonly clock: () => Instant
}): Transfers | null {
  const { env, http, clock } = deps
  const keys = merchantKeys(env)
  if (!keys) return null
  const { mchId, appId } = keys
  const nonce = () => randomBytes(16).toString('hex').toUpperCase()
  const api = createApiv3({ keys, http, clock, nonce, host: env['WXPAY_HOST'] ?? HOST })
  const notify = env['WXPAY_TRANSFER_NOTIFY_URL']?.trim() ?? ''
  const named = (no: string) => `${BILLS}/out-bill-no/${encodeURIComponent(no)}`
  return {
    mchId,
    appId,
    send: async (bill) => answerOf(bill.no, await api.ask('POST', BILLS, billOf(bill, appId, notify))),
    query: async (no) => answerOf(no, await api.ask('GET', named(no))),
    cancel: async (no) => answerOf(no, await api.ask('POST', `${named(no)}/cancel`)),
    readNotice(headers, body) {
      const data = api.open(headers, body)
      const no = data?.['out_bill_no']
      if (!data || typeof no !== 'string' || data['mch_id'] !== mchId) return null
      const status = statusOf(data)
      return status && { no, status }
    },
  }
}

/** A pure function of the bill and of what is deployed: sent again it is the same request to the letter. */
const billOf = ({ no, openid, fen }: TransferBill, appId: string, notify: string): object => ({
  appid: appId,
  out_bill_no: no,
  transfer_scene_id: SCENE,
  openid,
  transfer_amount: fen,
  transfer_remark: REMARK,
  ...(notify === '' ? {} : { notify_url: notify }),
  user_recv_perception: PERCEPTION,
  transfer_scene_report_infos: REPORT,
})

function answerOf(no: string, answer: Apiv3Answer): TransferAnswer {
  if (answer.kind === 'unknown') return { became: 'unknown', detail: answer.detail }
  if (answer.kind === 'no') {
    const detail = `${answer.code} ${answer.message}`.trim()
    // money comes back because of it, so it must be WeChat's own word
    if (answer.code === 'NOT_FOUND') return answer.signed ? { became: 'none' } : { became: 'unknown', detail }
    return { became: 'no', why: WHY[answer.code] ?? 'refused', detail }
  }
  const status = answer.data['out_bill_no'] === no ? statusOf(answer.data) : null
  return status ? { became: 'known', status } : { became: 'unknown', detail: 'an answer about another bill' }
}
/** Everything else (INVALID_REQUEST: a quota, or this number with other words) `query` has to settle. */
const WHY: Readonly<Record<string, 'balance' | 'limit' | 'setup'>> = {
  NOT_ENOUGH: 'balance',
  FREQUENCY_LIMITED: 'limit',
  RATELIMIT_EXCEEDED: 'limit',
  PARAM_ERROR: 'setup',
  SIGN_ERROR: 'setup',
  NO_AUTH: 'setup',
  APPID_MCHID_NOT_MATCH: 'setup',
  ACCOUNT_ERROR: 'setup',
}

function statusOf(data: Fields): TransferStatus | null {
  const { state, transfer_amount: fen, create_time: created, fail_reason: why, package_info: pkg } = data
  const known = STATES[String(state)]
  if (!known) return null
  const reason = typeof why === 'string' ? why : ''
  const createdAt = typeof created === 'string' ? Date.parse(created) : NaN
  return {
    state: known === 'failed' ? (ENDINGS[reason] ?? 'failed') : known,
    fen: typeof fen === 'number' ? fen : null,
    createdAt: Number.isNaN(createdAt) ? null : createdAt,
    packageInfo: typeof pkg === 'string' ? pkg : '',
    reason,
  }
}
const STATES: Readonly<Record<string, TransferStatus['state']>> = {
  ACCEPTED: 'accepted',
  // its money is not set aside yet; where the merchant's balance is short it stays so until it is sent again
  PROCESSING: 'accepted',
  WAIT_USER_CONFIRM: 'waiting',
  TRANSFERING: 'moving',
  SUCCESS: 'paid',
  FAIL: 'failed',
  CANCELING: 'moving',
  CANCELLED: 'cancelled',
}
/** Failures that say who ended it. */
const ENDINGS: Readonly<Record<string, 'expired' | 'cancelled'>> = {
  OVERDUE_CLOSE: 'expired',
  MCH_CANCEL: 'cancelled',
}
