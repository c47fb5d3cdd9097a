/** Every use case, killed at every database operation: before it is applied and after. */
import { live, type CrashPoint } from '../builders/crash'
import type { BudgetRow, ChannelCountsRow, StockRow } from '../../cloudfunctions/database/rows'
import { summed } from '../../cloudfunctions/features/referral/channel-counts'
import type { TestShop } from '../builders/shop'
import { afterCrash, faultsIn, openWorld, settle } from './world'

export type CrashCase = {
  readonly name: string
  /** Brings the shop to where the use case begins; answers the invocation. */
  readonly begin: (shop: TestShop) => Promise<() => Promise<unknown>>
  /** What follows a silence: the same call again, as a phone or WeChat does; or nobody calls and the sweep finds it. */
  readonly after: 'again' | 'nobody'
  /** The code with which it is refused when nobody dies; absent: it is done. */
  readonly refused?: string
}
export type Played = {
  /** What the invocation answered, while it lived. */
  readonly answer: unknown
  readonly operations: number
  readonly faults: readonly string[]
  readonly books: string
}

/** Plays a use case, dying at `point`, to the end of everything that follows. */
export async function play({ begin, after }: CrashCase, point: CrashPoint | null): Promise<Played> {
  const shop = openWorld()
  try {
    const invoke = await begin(shop)
    const lived = await live(point, invoke)
    if (lived.crashed) {
      await afterCrash(shop)
      if (after === 'again') await invoke()
    }
    await settle(shop)
    return {
      answer: lived.crashed ? null : lived.value,
      operations: lived.operations,
      faults: faultsIn(shop),
      books: booksText(shop),
    }
  } finally {
    shop.close()
  }
}

/** Instants, chance and who happened to be first: what may differ between two runs that come to the same. */
const PASSING =
  /At$|^at$|Before$|^dueAt$|^pickup|^transactionId$|^no$|^code$|^version$|^shard$|Lately$|^busyUntil$|^confirmBy$|^packageInfo$/
const COLLECTIONS = [
  'orders',
  'coupons',
  'stock',
  'slots',
  'members',
  'channels',
  'touches',
  'bindings',
  'rewards',
  'rewardCounts',
  'rewardTallies',
  'rewardCampaigns',
  'pointEntries',
  'promoters',
  'accounts',
  'ledger',
  'commissions',
  'withdrawals',
  'campaigns',
  'counters',
  'experiments',
  'exposures',
  'settings',
]

/** A day's stock of which nothing was taken says the same as no document. */
const isTouched = ({ held, sold, available, supply }: StockRow) =>
  held > 0 || sold > 0 || available !== supply

/** The books without what time and chance decide: equal texts mean that the crash changed nothing. */
export function booksText(shop: TestShop): string {
  const lines = COLLECTIONS.flatMap((name) =>
    shop
      .rows<{ _id: string }>(name)
      .filter((row) => name !== 'stock' || isTouched(row as unknown as StockRow))
      .map((row) => `${name} ${JSON.stringify(row, withoutPassing)}`),
  )
  return [...lines, ...budgetLines(shop), ...channelLines(shop)].sort().join('\n')
}

/** A campaign's shards together: from which of them a coupon came is chance. */
function budgetLines(shop: TestShop): string[] {
  const budgets = shop.rows<BudgetRow>('budgets')
  return [...new Set(budgets.map((row) => row.campaignId))].map((id) => {
    const own = budgets.filter((row) => row.campaignId === id)
    const sum = (of: (row: BudgetRow) => number | null) => own.reduce((all, row) => all + (of(row) ?? 0), 0)
    const sums = [
      sum((r) => r.countLeft),
      sum((r) => r.fenLeft),
      sum((r) => r.issued),
      sum((r) => r.issuedFen),
    ]
    return `budget of ${id}: ${sums.join(' ')}`
  })
}

/** A code's shards together, likewise. */
function channelLines(shop: TestShop): string[] {
  const rows = shop.rows<ChannelCountsRow>('channelCounts')
  return [...new Set(rows.map(({ code }) => code))].map((code) => {
    const counts = summed(rows.filter((row) => row.code === code))
    return `counts of ${code}: ${JSON.stringify(counts)}`
  })
}

const withoutPassing = (key: string, value: unknown) => (PASSING.test(key) ? undefined : value)
