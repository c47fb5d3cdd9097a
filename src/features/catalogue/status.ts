import { hoursOn, hoursText, isOpen } from '@shared/catalogue/opening'
import type { Hours, Store, Way } from '@shared/catalogue/contract'
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

/**
 * Whether a way can be ordered at this instant. What is ordered ahead is made another time: a store that is closed now
 * takes it, a paused one doesn't.
 */
export function statusFor(store: Parameters<typeof statusOf>[0], way: Way, now: Instant): StoreStatus {
  const status = statusOf(store, now)
  return way === 'preorder' && !store.paused ? { open: true, mark: '可预订', why: '' } : status
}

/** 今天 07:00–22:00 · 国庆延长营业: the hours of this very day, with what the shop says about a special one. */
export function todayWords(
  { hours, specialDays }: Pick<Store, 'hours' | 'specialDays'>,
  now: Instant,
): string {
  const today = shopDay(now)
  const open = hoursOn({ hours, specialDays }, today)
  const words = open.length === 0 ? '今天不营业' : `今天 ${openingText(open)}`
  const note = specialDays[today]?.note ?? ''
  return note === '' ? words : `${words} · ${note}`
}
