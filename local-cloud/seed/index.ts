import { Defect } from '@shared/kernel/refusal'
import type { Instant } from '@shared/kernel/time'
import { drawPictures } from './art'
import { bringFriendRows } from './bring'
import { budgetRows } from './budgets'
import { codeRows } from './campaign-codes'
import { campaignRows } from './campaigns'
import { fileIdOf } from './files'
import { pastCoupons, pastOrders } from './history'
import { memberIdOf } from '../../cloudfunctions/platform/identity'
import { menuRow } from './menu'
import { chen, memberRows, zhou } from './people'
import { pastEntries, withAccounts } from './points'
import { libraryRow, promoterRows } from './programme'
import { reachRules, recoveryRows } from './recovery'
import { counterRows, shopRow } from './shop'

/** What seeding needs of a local cloud whose collections exist and are empty. */
export type SeedTarget = {
  readonly database: {
    /** Writes the documents whole, under their `_id`. */
    put(collection: string, docs: readonly object[]): void
  }
  readonly storage: {
    /** Stores a file and answers its file id, `cloud://<env>.<bucket>/<path>`. */
    put(path: string, bytes: Uint8Array, contentType: string): Promise<string>
  }
  /** The key of members' ids: `MEMBER_KEY` in the functions' environment. */
  readonly memberKey: string
}

/**
 * Fills an empty local cloud with the demo shop. Everything has a fixed id; dates are relative to `now`. Pictures come
 * first: the shop is not written before everything that it shows is there.
 */
export async function seedShop(cloud: SeedTarget, now: Instant): Promise<void> {
  await seedPictures(cloud.storage)
  seedDocuments(cloud, now)
}

/** Draws and stores every picture; throws when the storage puts one elsewhere than the documents say. */
async function seedPictures(storage: SeedTarget['storage']): Promise<void> {
  for (const { path, bytes } of await drawPictures()) {
    const fileId = await storage.put(path, bytes, 'image/webp')
    if (fileId !== fileIdOf(path)) throw new Defect('a seeded file lies elsewhere', { path, fileId })
  }
}

/** The documents alone: for tests that look at no picture. */
export function seedDocuments(
  { database, memberKey }: Pick<SeedTarget, 'database' | 'memberKey'>,
  now: Instant,
): void {
  const staffIds = [memberIdOf(zhou.openid, memberKey), memberIdOf(chen.openid, memberKey)] as const
  database.put('catalogue', [menuRow])
  const campaigns = campaignRows(now)
  const coupons = pastCoupons(now, memberKey)
  database.put('campaigns', campaigns)
  database.put('budgets', budgetRows(campaigns, coupons))
  database.put('campaignCodes', codeRows(campaigns))
  database.put('counters', counterRows(...staffIds))
  const orders = pastOrders(now, memberKey)
  const entries = pastEntries(now, memberKey)
  database.put('members', withAccounts(memberRows(now, memberKey), orders, entries, now))
  database.put('coupons', coupons)
  database.put('orders', orders)
  database.put('pointEntries', entries)
  const { promoters, accounts } = promoterRows(now, memberKey)
  database.put('promoters', promoters)
  database.put('accounts', accounts)
  database.put('materials', [libraryRow(now)])
  const { recovery, experiments } = recoveryRows(now)
  database.put('experiments', experiments)
  const { campaign, counts, terms } = bringFriendRows(now, campaigns)
  database.put('rewardCampaigns', [campaign])
  database.put('rewardCounts', [counts])
  const bringFriend = terms ? { bringFriend: terms } : {}
  database.put('settings', [{ ...shopRow, recovery, reach: reachRules, ...bringFriend }])
}
