import { MINUTE_MS, shopClock, type Instant } from '@shared/kernel/time'
import type { BoardOrder } from '@shared/manager/contract'
import type { Role } from '@shared/members/contract'

/** How long a customer has waited, as the counter says it. */
export function ageOf(since: Instant, now: Instant): { readonly text: string; readonly late: boolean } {
  const minutes = Math.max(0, Math.floor((now - since) / MINUTE_MS))
  if (minutes < 1) return { text: '刚刚', late: false }
  if (minutes < 60) return { text: `等了 ${minutes} 分钟`, late: minutes >= 10 }
  return { text: `${shopClock(since)} 下单`, late: true }
}

/** What became of the message to the customer; '' when there is nothing to say. */
export const NOTICE_WORDS: Readonly<Record<BoardOrder['notice'], string>> = {
  none: '',
  noConsent: '顾客没有订阅通知，请叫号',
  asked: '已发取餐通知给顾客',
  failed: '通知没有送到，请叫号',
}

/** Why an order is refused; the customer reads these words. */
export const REASONS = ['商品卖完了', '店里太忙，来不及做', '门店临时打烊', '已和你电话沟通取消'] as const
export const REASON_MAX = 30

/** Where it is taken: 自取, or 堂食 with its table. */
export const wayOf = (order: Pick<BoardOrder, 'way' | 'table'>): string =>
  order.way === 'pickup' ? '自取' : order.table === null ? '堂食' : `堂食 · ${order.table} 桌`

export const ROLE_WORDS: Readonly<Record<Role, string>> = { owner: '店主', manager: '店长', clerk: '店员' }

/** The counter's page of a store. */
export const boardPath = (storeId: string): string =>
  `/features/manager/pages/orders/index?storeId=${storeId}`
