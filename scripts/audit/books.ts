import type {
  AccountRow,
  BindingRow,
  BudgetRow,
  CampaignRow,
  ChannelCountsRow,
  CommissionRow,
  ConsentRow,
  CouponRow,
  ExperimentRow,
  ExposureRow,
  JobRow,
  LedgerRow,
  MemberRow,
  OrderRow,
  PayEventRow,
  PointEntryRow,
  RewardCampaignRow,
  RewardCountsRow,
  RewardRow,
  ShopRow,
  SlotRow,
  StockRow,
  WithdrawalRow,
} from '../../cloudfunctions/database/rows'
import type { Instant } from '@shared/kernel/time'

/** Everything that money, stock, coupons and messages are written in. */
export type Books = {
  readonly now: Instant
  readonly shop: ShopRow
  readonly orders: readonly OrderRow[]
  readonly coupons: readonly CouponRow[]
  readonly campaigns: readonly CampaignRow[]
  readonly budgets: readonly BudgetRow[]
  readonly stock: readonly StockRow[]
  readonly slots: readonly SlotRow[]
  readonly members: readonly MemberRow[]
  readonly bindings: readonly BindingRow[]
  readonly channelCounts: readonly ChannelCountsRow[]
  readonly pointEntries: readonly PointEntryRow[]
  readonly payEvents: readonly PayEventRow[]
  readonly accounts: readonly AccountRow[]
  readonly ledger: readonly LedgerRow[]
  readonly commissions: readonly CommissionRow[]
  readonly withdrawals: readonly WithdrawalRow[]
  readonly jobs: readonly JobRow[]
  readonly consents: readonly ConsentRow[]
  readonly rewards: readonly RewardRow[]
  readonly rewardCampaigns: readonly RewardCampaignRow[]
  readonly rewardCounts: readonly RewardCountsRow[]
  readonly experiments: readonly ExperimentRow[]
  readonly exposures: readonly ExposureRow[]
}
/** The collections that are read for it. */
export const BOOK_COLLECTIONS = [
  'orders',
  'coupons',
  'campaigns',
  'budgets',
  'stock',
  'slots',
  'members',
  'bindings',
  'channelCounts',
  'pointEntries',
  'payEvents',
  'accounts',
  'ledger',
  'commissions',
  'withdrawals',
  'jobs',
  'consents',
  'rewards',
  'rewardCampaigns',
  'rewardCounts',
  'experiments',
  'exposures',
] as const

/** Makes books of what `all` answers for each collection; the shop is `settings/shop`. */
export function booksOf(all: (collection: string) => readonly unknown[], now: Instant): Books {
  const [shop] = (all('settings') as ShopRow[]).filter((row) => row._id === 'shop')
  if (!shop) throw new Error('settings/shop is missing: there is no shop to audit')
  const rows = Object.fromEntries(BOOK_COLLECTIONS.map((name) => [name, all(name)]))
  return { now, shop, ...rows } as unknown as Books
}

/** A rule looks at the books and says in words what is wrong; nothing when all is well. */
export type Rule = (books: Books) => string[]
