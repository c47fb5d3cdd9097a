import type { LogLine } from './log-line'

export type Step = { readonly id: string; readonly text: string }

/** The journey of a newcomer, in its order; `id` is the action that proves it. */
export const STEPS: readonly Step[] = [
  { id: 'members.join', text: '左手机：一键入会，收下新人券' },
  { id: 'orders.place', text: '点一杯拿铁：大杯、少冰、半糖，提交订单' },
  { id: 'pay', text: '在微信支付上付款，看到取餐码' },
  { id: 'manager.accept', text: '右手机（店主）：工作台 → 订单，接单' },
  { id: 'manager.ready', text: '做好了，叫号' },
  { id: 'inbox', text: '左手机：可取，并收到一条服务通知' },
]

/** Steps done before, and those that these lines prove. */
export function stepsDone(before: ReadonlySet<string>, log: readonly LogLine[]): Set<string> {
  const done = new Set(before)
  for (const line of log) if (STEPS.some((s) => s.id === line.did)) done.add(line.did)
  return done
}
