import type { BudgetRow, CouponRow } from '../../cloudfunctions/database/rows'
import type { Rule } from './books'
import { sumOf, yes } from './orders'

/** Law 5: no shard below zero; left + issued = budget; what a shard has issued is what the coupons from it say. */
export const campaignBudgets: Rule = ({ campaigns, budgets, coupons }) => {
  const live = coupons.filter((c) => c.state !== 'revoked')
  const shards = new Map(budgets.map((row) => [row._id, row]))
  return [
    ...budgets.flatMap((row) => shardFaults(row, live)),
    ...campaigns.flatMap(({ _id, budget, shardsMade }) => {
      const own = Array.from({ length: shardsMade }, (_, i) => shards.get(`${_id}#${i}`))
      const known = own.filter((row) => row !== undefined)
      const count = sumOf(known, (row) => (row.countLeft ?? 0) + row.issued)
      const fen = sumOf(known, (row) => (row.fenLeft ?? 0) + row.issuedFen)
      return [
        ...yes(known.length < shardsMade, `${_id}: a shard of its budget is gone`),
        ...yes(
          budget.count !== null && count !== budget.count,
          `${_id}: ${count} of a budget of ${budget.count}`,
        ),
        ...yes(budget.fen !== null && fen !== budget.fen, `${_id}: ${fen} of a budget of ${budget.fen} fen`),
      ]
    }),
  ]
}

function shardFaults(row: BudgetRow, coupons: readonly CouponRow[]): string[] {
  const own = coupons.filter((c) => c.campaignId === row.campaignId && c.shard === row.shard)
  const reserved = sumOf(own, (c) => c.reservedFen)
  return [
    ...yes((row.countLeft ?? 0) < 0 || (row.fenLeft ?? 0) < 0, `${row._id} is below zero`),
    ...yes(row.issued !== own.length, `${row._id} issued ${row.issued} coupons, there are ${own.length}`),
    ...yes(row.issuedFen !== reserved, `${row._id} reserved ${row.issuedFen} fen, its coupons ${reserved}`),
  ]
}
