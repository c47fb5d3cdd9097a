import { hoursOn, hoursText, isOpen } from '@shared/catalogue/opening'
import type { Hours, Store } from '@shared/catalogue/contract'
import { shopDay, type Instant } from '@shared/kernel/time'

export type StoreStatus = {
  readonly open: boolean
  /** On a chip: 营业中 / 休息中 / 暂停接单. */
  readonly mark: string
  /** A sentence for the banner over the menu; '' while open. */
  readonly why: string
}

/** Whether a store takes orders at this instant, and what the shop says when it does not. */
export function statusOf(store: Pick<Store, 'hours' | 'specialDays' | 'paused'>, now: Instant): StoreStatus {
  if (store.paused) {
    return { open: false, mark: '暂停接单', why: '门店正忙，暂时不接新单；可以先看看想喝什么' }
  }
  if (isOpen(store, now)) return { open: true, mark: '营业中', why: '' }
  const today = hoursOn(store, shopDay(now))
  if (today.length === 0) return { open: false, mark: '休息中', why: '门店今天不营业' }
  return { open: false, mark: '休息中', why: `现在不在营业时间，${openingText(today)} 再来` }
}

/** 全天营业, or the hours. */
export function openingText(hours: readonly Hours[]): string {
  const allDay = hours.some(({ from, to }) => from === 0 && to === 1440)
  return allDay ? '全天营业' : hoursText(hours)
}
