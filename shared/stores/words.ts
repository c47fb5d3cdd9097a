import type { Slot } from '../catalogue/contract'
import { daysWords } from '../coupons/scope-words'
import { yuan, type Fen } from '../kernel/money'
import { EMPTY_ACCOUNT } from '../points/account'
import type { Loyalty, Tier } from '../points/contract'
import { earnsOf } from '../points/earn'
import { clockOf } from './clock'

const AHEAD = ['当天', '明天', '后天']

/** A space where Chinese and figures meet. */
const spaced = (text: string): string =>
  text
    .replace(/([\u4e00-\u9fff])([0-9A-Za-z¥])/g, '$1 $2')
    .replace(/([0-9A-Za-z])([\u4e00-\u9fff])/g, '$1 $2')

/** What a slot promises, as a customer would read it: "22:00 前可订明天 07:20 在 3 号宿舍楼下取，最多 40 份". */
export function slotSentence(slot: Omit<Slot, 'id' | 'pointId'>, pointName: string): string {
  const { atMinute, cutoffDays, cutoffMinute, capacity, days } = slot
  const day = AHEAD[cutoffDays] ?? `${cutoffDays}天后`
  const only = days.length === 0 || days.length === 7 ? '' : `（仅${daysWords(days)}）`
  const where = pointName.trim() === '' ? '（还没选取餐点）' : pointName.trim()
  return spaced(
    `${clockOf(cutoffMinute)}前可订${day}${clockOf(atMinute)}${only}在${where}取，最多${capacity}份`,
  )
}

/** What a member of this tier gets for so much: "消费 ¥35 得 42 积分，可抵 ¥0.42". null: one of no tier. */
export function pointsSentence(loyalty: Loyalty, tier: Tier | null, paidFen: Fen): string {
  const tiers = tier === null ? [] : [{ ...tier, fromFen: 0 }]
  const { earns } = earnsOf({ goodsPaidFen: paidFen }, EMPTY_ACCOUNT, { ...loyalty, tiers }, 0)
  if (earns === 0) return `消费 ¥${yuan(paidFen)} 不得积分`
  const worth = loyalty.pointFen === 0 ? '只能换券' : `可抵 ¥${yuan(earns * loyalty.pointFen)}`
  return `消费 ¥${yuan(paidFen)} 得 ${earns} 积分，${worth}`
}

/** 9800 → 9.8 折; 10000 → 原价. */
export const priceWords = (priceBp: number): string => (priceBp >= 10_000 ? '原价' : `${priceBp / 1000} 折`)
