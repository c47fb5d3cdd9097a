import type { OrderRow } from '../../cloudfunctions/database/rows'

/** How an order stands to what it took: the words of every rule about holds. */
export const isUnpaid = (o: OrderRow): boolean => o.state === 'pendingPay' || o.state === 'closing'
/** It was given back whole: before anything was made its coupon, stock, slot and points came back too. */
export const isGivenBack = (o: OrderRow): boolean => o.state === 'refunding' || o.state === 'refunded'
export const cameBackUnmade = (o: OrderRow): boolean =>
  isGivenBack(o) && (o.acceptedAt === null || o.paidAt === null)
/** It bought what it took, and has it for good as far as is known. */
export const hasBought = (o: OrderRow): boolean => !isUnpaid(o) && o.state !== 'closed' && !cameBackUnmade(o)

export const sumOf = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0)
export const yes = (wrong: boolean, words: string): string[] => (wrong ? [words] : [])
