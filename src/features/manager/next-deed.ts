import type { BoardOrder } from '@shared/manager/contract'
import { can } from '@shared/orders/can'

/** What the counter does next with an order, each one tap and one call. */
export type Deed = 'accept' | 'ready' | 'deliver' | 'handOver'
export type NextDeed = {
  readonly deed: Deed
  /** On the button. */
  readonly words: string
  /** When it is done. */
  readonly done: string
  readonly tone: 'accent' | 'green'
}
type Order = Pick<BoardOrder, 'state' | 'way' | 'table'>

/** The next tap on an order, in the words of its way; null when there is none. */
export function nextDeed(order: Order): NextDeed | null {
  if (can.accept(order)) return { deed: 'accept', words: '接单', done: '已接单', tone: 'accent' }
  if (can.ready(order)) return { deed: 'ready', tone: 'green', ...readyWords(order) }
  if (can.deliver(order)) return { deed: 'deliver', words: '出发配送', done: '已出发', tone: 'accent' }
  if (can.handOver(order)) return { deed: 'handOver', tone: 'green', ...handOverWords(order) }
  return null
}

function readyWords({ way, table }: Order) {
  if (way === 'delivery') return { words: '做好了，待配送', done: '等骑手出发' }
  if (way === 'preorder') return { words: '做好了', done: '已做好' }
  if (way === 'dineIn' && table !== null) return { words: '做好了，上桌', done: '已做好，请送到桌上' }
  return { words: '做好了，叫号', done: '已叫号' }
}

function handOverWords({ way, table }: Order) {
  if (way === 'delivery') return { words: '已送达', done: '已送达' }
  if (way === 'dineIn' && table !== null) return { words: '已上桌', done: '已上桌' }
  return { words: '已取走', done: '已取走' }
}
