import { shopDateTime, shopDay, type Instant } from '@shared/kernel/time'
import type { LeftOrder } from '@shared/recovery/contract'
import { REMINDER_WORDS, WHY_SENTENCES } from '@shared/recovery/sentences'

/** 1月24日 */
export function dayWords(at: Instant): string {
  const day = shopDay(at)
  return `${Number(day.slice(4, 6))}月${Number(day.slice(6, 8))}日`
}

/** 11-22 09:30 */
export const whenWords = (at: Instant): string => shopDateTime(at).slice(5)

/** What was done about it: the reminder, then the coupon. */
export const doneWords = ({ reminder, given }: LeftOrder): readonly [reminder: string, coupon: string] => [
  reminder === null ? '没安排提醒' : REMINDER_WORDS[reminder],
  given ? '发了券' : '没发券',
]

const HELD = '没允许消息、在夜里，或这周提醒过，就不发提醒'

/** Why there was no reminder or no coupon; for who should have got one, that there was none to give. */
export function whyWords({ given, why, arm, reminder }: LeftOrder): readonly string[] {
  const held = reminder === 'held' ? [HELD] : []
  if (given) return held
  if (why.length === 0) return [...held, '券发完了，或活动已经结束']
  // the draw says something only of who is compared
  const told = why.filter((one) => one !== 'chance' || arm === 'control')
  return [...held, ...told.map((one) => WHY_SENTENCES[one])]
}

/** What came of it, of who is compared; '' for others. */
export function outcomeWords({ arm, bought }: LeftOrder): string {
  if (arm === null) return ''
  if (bought === null) return '一周后看有没有再下单'
  return bought ? '一周内又下单了' : '一周内没有再下单'
}
