import type { Notice } from '../common/doors'
import type { Happening } from '../common/happening'

/** One line of the log. `did` names what was achieved, '' when nothing was: the first steps tick themselves off by it. */
export type LogLine = {
  readonly at: number
  readonly text: string
  readonly did: string
  readonly bad: boolean
}

export const callLine = (call: Happening, who: string, now: number): LogLine => ({
  at: call.at || now,
  text: `${who || '没有会话'} · ${call.action} · ${call.ok ? `${call.ms} ms` : call.code}`,
  did: call.ok ? call.action : '',
  bad: !call.ok,
})

const PAY_STATES: Readonly<Record<string, string>> = {
  NOTPAY: '下了支付单',
  SUCCESS: '已支付',
  CLOSED: '支付单已关闭',
  REFUND: '已退款',
}

export const payLine = (
  event: { readonly outTradeNo: string; readonly state: string },
  now: number,
): LogLine => ({
  at: now,
  text: `微信支付 · ${PAY_STATES[event.state] ?? event.state} · ${event.outTradeNo}`,
  did: event.state === 'SUCCESS' ? 'pay' : '',
  bad: false,
})

export const noticeLine = (notice: Notice, who: string): LogLine => ({
  at: notice.at,
  text: `服务通知 → ${who} · ${notice.title}`,
  did: 'inbox',
  bad: false,
})
