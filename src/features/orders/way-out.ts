import { yuan, type Fen } from '@shared/kernel/money'
import { goTo, TABS } from '@/platform/navigation'
import { toAddresses } from './DeliveryTo'
import { askSlot } from './slot-sheet'
import { spotOf, type Trouble } from './trouble'
import type { CheckoutWay } from './use-way'

/** What must come first, and where a tap leads to do it. */
export type WayOut = { readonly words: string; readonly go: () => void }

const toAddress = (words: string): WayOut => ({ words, go: toAddresses })
const toSlot = (words: string): WayOut => ({ words, go: () => askSlot(true) })
const toMenu = (words: string): WayOut => ({ words, go: () => goTo(TABS.menu) })

/**
 * What keeps the order from being placed and the customer can mend by going somewhere: an address, a slot, more goods.
 * null: nothing of the kind.
 */
export function wayOutOf(to: CheckoutWay, belowFen: Fen, trouble: Trouble | null): WayOut | null {
  if (to.way === 'delivery' && to.address === null) return toAddress('选收货地址')
  if (to.way === 'preorder' && to.slot === null) return toSlot('选取餐时间')
  if (belowFen > 0) return toMenu(`再加 ¥${yuan(belowFen)}`)
  const spot = trouble === null ? 'top' : spotOf(trouble)
  if (spot === 'address') return toAddress('换个地址')
  if (spot === 'slot') return toSlot('换个时间')
  return spot === 'goods' ? toMenu('再加一点') : null
}
