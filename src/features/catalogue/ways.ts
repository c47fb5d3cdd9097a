import type { Store, Way } from '@shared/catalogue/contract'
import { waysWords } from '@shared/coupons/scope-words'
import { yuan } from '@shared/kernel/money'

/** As they are offered, the most used first. */
const ORDER: readonly Way[] = ['pickup', 'delivery', 'preorder', 'dineIn']

export const wayName = (way: Way): string => waysWords([way])

/** The ways that a store really has: 外送 and 预订 need their terms as well. */
export const waysOf = ({ ways, delivery, preorder }: Pick<Store, 'ways' | 'delivery' | 'preorder'>): Way[] =>
  ORDER.filter(
    (way) =>
      ways.includes(way) &&
      (way !== 'delivery' || delivery !== null) &&
      (way !== 'preorder' || (preorder !== null && preorder.slots.length > 0)),
  )

/** 起送 ¥15 · 配送费 ¥3 起 · 满 ¥40 免配送费 · 约 30 分钟; what is not asked is not said. */
export function deliveryWords({ delivery }: Pick<Store, 'delivery'>): string {
  if (delivery === null) return ''
  const { minimumFen, bands, freeFromFen, minutes } = delivery
  const fees = bands.map(({ feeFen }) => feeFen)
  const [least, most] = [Math.min(...fees, Infinity), Math.max(...fees, 0)]
  const fee = most === 0 ? '免配送费' : `配送费 ¥${yuan(least)}${least < most ? ' 起' : ''}`
  return [
    minimumFen > 0 ? `起送 ¥${yuan(minimumFen)}` : '',
    fee,
    most > 0 && freeFromFen !== null ? `满 ¥${yuan(freeFromFen)} 免配送费` : '',
    minutes > 0 ? `约 ${minutes} 分钟` : '',
  ]
    .filter((words) => words !== '')
    .join(' · ')
}
