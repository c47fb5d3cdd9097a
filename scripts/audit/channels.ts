import type { ChannelCounts } from '@shared/referral/shop-codes-contract'
import type { Books, Rule } from './books'
import { yes } from './orders'

const WORDS = { joins: 'signups', firstOrders: 'first orders', orders: 'orders', gmvFen: 'fen' } as const

/** A code's counts are what members and orders say of it. Visits are told by nothing else. */
export const channelCounts: Rule = (books) =>
  [...new Set(books.channelCounts.map(({ code }) => code))].flatMap((code) => {
    const rows = books.channelCounts.filter((row) => row.code === code)
    const counted = (key: keyof ChannelCounts) => rows.reduce((sum, row) => sum + row[key], 0)
    const is = derived(code, books)
    const keys = Object.keys(WORDS) as (keyof typeof WORDS)[]
    return [
      ...keys.flatMap((key) =>
        yes(counted(key) !== is[key], `${code} counts ${counted(key)} ${WORDS[key]}, there are ${is[key]}`),
      ),
      ...yes(counted('visits') < 0, `${code}: visits below zero`),
    ]
  })

function derived(code: string, { members, orders }: Books) {
  const paid = orders.filter(({ cameBy, paidAt }) => cameBy?.code === code && paidAt !== null)
  return {
    joins: members.filter(({ cameBy }) => cameBy?.code === code).length,
    firstOrders: paid.filter(({ cameBy }) => cameBy?.first).length,
    orders: paid.length,
    gmvFen: paid.reduce((sum, { payFen }) => sum + payFen, 0),
  }
}
