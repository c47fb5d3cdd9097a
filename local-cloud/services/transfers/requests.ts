import { randomBytes, randomInt } from 'node:crypto'
import type { Instant } from '@shared/kernel/time'
import { APP_ID } from '../functions/environment'
import type { Bill } from './bill'

/** A "no" of WeChat Pay: HTTP status, code, and words for people. */
export class TransferRefusal extends Error {
  override readonly name = 'TransferRefusal'
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}
export const refusals = {
  signature: () => new TransferRefusal(401, 'SIGN_ERROR', '签名错误'),
  param: (what: string) => new TransferRefusal(400, 'PARAM_ERROR', `参数错误: ${what}`),
  otherWords: () => new TransferRefusal(400, 'INVALID_REQUEST', '单号已存在但信息不一致，请查单后比较确认'),
  ended: () => new TransferRefusal(400, 'INVALID_REQUEST', '单据状态不正确'),
  balance: () => new TransferRefusal(403, 'NOT_ENOUGH', '资金不足'),
  notFound: () => new TransferRefusal(404, 'NOT_FOUND', '记录不存在'),
}

type Fields = Readonly<Record<string, unknown>>
const SCENE = '1005'
/** The report fields that the scene wants, in whatever order. */
const SCENE_FIELDS = ['岗位类型', '报酬说明']
const LEAST_FEN = 10
const MOST_FEN = 20_000

/** The bill that a request asks for, as it would be new. Throws TransferRefusal. */
export function newBill(body: string, now: Instant): Bill {
  const asked = fieldsIn(body)
  const text = (name: string, pattern: RegExp): string => {
    const value = asked[name]
    if (typeof value !== 'string' || !pattern.test(value)) throw refusals.param(name)
    return value
  }
  const { transfer_amount: fen } = asked
  if (asked['appid'] !== APP_ID)
    throw new TransferRefusal(400, 'APPID_MCHID_NOT_MATCH', '商户号与AppID不匹配')
  if (!Number.isSafeInteger(fen)) throw refusals.param('transfer_amount')
  if ((fen as number) < LEAST_FEN || (fen as number) > MOST_FEN)
    throw new TransferRefusal(400, 'INVALID_REQUEST', '超过单笔转账上下限，核实产品设置是否准确')
  if (text('transfer_scene_id', /^\d+$/) !== SCENE) throw refusals.param('transfer_scene_id')
  checkReport(asked['transfer_scene_report_infos'])
  text('user_recv_perception', /^[^]{1,32}$/)
  const notifyUrl = asked['notify_url'] === undefined ? '' : text('notify_url', /^https:\/\/[^?]+$/)
  return {
    outBillNo: text('out_bill_no', /^[0-9A-Za-z]{1,32}$/),
    transferBillNo: `13300001${String(randomInt(1e12)).padStart(32, '0')}`,
    openid: text('openid', /^o[\w-]{1,63}$/),
    fen: fen as number,
    remark: text('transfer_remark', /^[^]{1,32}$/),
    notifyUrl,
    asked: JSON.stringify(Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1))),
    packageInfo: randomBytes(24).toString('base64'),
    createdAt: now,
    updatedAt: now,
    state: 'WAIT_USER_CONFIRM',
    failReason: '',
  }
}

function checkReport(infos: unknown): void {
  const types = Array.isArray(infos)
    ? infos.map((info: Fields) => (typeof info['info_content'] === 'string' ? info['info_type'] : null))
    : []
  if (JSON.stringify([...types].sort()) !== JSON.stringify([...SCENE_FIELDS].sort()))
    throw refusals.param('transfer_scene_report_infos')
}

function fieldsIn(body: string): Fields {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value === 'object' && value !== null) return value as Fields
  } catch {
    // no JSON: the same as no parameters
  }
  throw refusals.param('body')
}
