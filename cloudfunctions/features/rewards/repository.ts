import type { Instant } from '@shared/kernel/time'
import type { RewardTerms } from '@shared/rewards/terms'
import type {
  BindingRow,
  MemberRow,
  RewardCampaignRow,
  RewardCountsRow,
  RewardRow,
  RewardTallyRow,
  ShopRow,
} from '../../database/rows'
import type { Db, TxDb } from '../../platform/db'
import { gt, gte, inc, lt, lte, oneOf, unset, type Patch } from '../../platform/query'

/** What of a campaign's counts moves, by how much. */
export type CountMoves = Partial<Record<keyof Omit<RewardCountsRow, '_id'>, number>>

/** Rewards and what they are decided by, by id: all that a transaction needs. */
export function rewardRepository(db: TxDb) {
  const rewards = db.table<RewardRow>('rewards')
  const tallies = db.table<RewardTallyRow>('rewardTallies')
  const counts = db.table<RewardCountsRow>('rewardCounts')
  const campaigns = db.table<RewardCampaignRow>('rewardCampaigns')
  const settings = db.table<ShopRow>('settings')
  return {
    reward: (id: string) => rewards.get(id),
    addReward: (row: RewardRow) => rewards.add(row),
    changeReward: (id: string, patch: Patch<RewardRow>) => rewards.update(id, patch),
    tally: (promoter: string) => tallies.get(promoter),
    putTally: (row: RewardTallyRow) => tallies.set(row),
    counts: (campaignId: string) => counts.get(campaignId),
    addCounts: (row: RewardCountsRow) => counts.add(row),
    /** Sums, so that it reads nothing; counts that are gone stay gone. No write where nothing moves. */
    async count(campaignId: string, moves: CountMoves): Promise<void> {
      const moved = Object.entries(moves).filter(([, by]) => by !== 0)
      if (moved.length > 0)
        await counts.update(campaignId, Object.fromEntries(moved.map(([key, by]) => [key, inc(by)])))
    },
    setPointsLeft: (campaignId: string, pointsLeft: number) => counts.update(campaignId, { pointsLeft }),
    campaign: (id: string) => campaigns.get(id),
    putCampaign: (row: RewardCampaignRow) => campaigns.set(row),
    /** A member as they are, who has left too. */
    member: (id: string) => db.table<MemberRow>('members').get(id),
    running: async (): Promise<RewardTerms | undefined> => (await settings.get('shop'))?.bringFriend,
    /** Tells the shop what runs; null: nothing does. */
    setRunning: (terms: RewardTerms | null) => settings.update('shop', { bringFriend: terms ?? unset() }),
  }
}

const LISTED = 20
export const PAGE = 20
const WAITING_COUNTED = 100
export const DUE_PAGE = 50
/** A friend has three deeds; more are of campaigns that came after whole refunds. */
const REWARDS_OF_A_FRIEND = 12

/** The newest campaigns with their counts: two reads. */
export async function listCampaigns(db: Db) {
  const rows = await db.table<RewardCampaignRow>('rewardCampaigns').find({
    where: { createdAt: gte(0) },
    orderBy: [['createdAt', 'desc']],
    limit: LISTED,
  })
  if (rows.length === 0) return []
  const ids = rows.map(({ _id }) => _id)
  const counts = await db
    .table<RewardCountsRow>('rewardCounts')
    .find({ where: { _id: oneOf(ids) }, limit: LISTED })
  return rows.map((row) => ({ row, counts: counts.find(({ _id }) => _id === row._id) ?? null }))
}

/** Rewards that wait for the owner, the oldest first, after an instant. One read. */
export const heldAfter = (db: Db, after: Instant | null, limit: number): Promise<RewardRow[]> =>
  db.table<RewardRow>('rewards').find({
    where: { heldOf: 'shop', at: gt(after ?? -1) },
    orderBy: [['at', 'asc']],
    limit,
  })

/** How many wait, at most 100. One read. */
export const countHeld = async (db: Db): Promise<number> =>
  (await heldAfter(db, null, WAITING_COUNTED)).length

/** Rewards with which the daily turn goes on, the longest due first. One read. */
export const dueRewards = (db: Db, now: Instant): Promise<RewardRow[]> =>
  db
    .table<RewardRow>('rewards')
    .find({ where: { dueAt: lte(now) }, orderBy: [['dueAt', 'asc']], limit: DUE_PAGE })

/** Several members by id. One read; none for nobody. */
export async function membersById(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, MemberRow>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .table<MemberRow>('members')
    .find({ where: { _id: oneOf(wanted) }, limit: wanted.length })
  return new Map(rows.map((row) => [row._id, row]))
}

type Own = Pick<RewardRow, '_id' | 'event' | 'at' | 'parts'>
type Brought = { member: Pick<MemberRow, '_id' | 'nickname' | 'account'>; rewards: Own }

/** A promoter's friends before an instant (null: all), the newest first, with who each is and what they brought: one read. */
export const friendsOf = (db: Db, promoter: string, before: Instant | null, limit: number) =>
  db.table<BindingRow>('bindings').findWith<Brought>(
    {
      where: { promoter, ...(before === null ? {} : { boundAt: lt(before) }) },
      orderBy: [['boundAt', 'desc']],
      limit,
    },
    {
      member: {
        from: 'members',
        foreignField: '_id',
        fields: ['_id', 'nickname', 'account'],
        limit: 1,
      },
      rewards: {
        from: 'rewards',
        foreignField: 'friend',
        fields: ['_id', 'event', 'at', 'parts'],
        limit: REWARDS_OF_A_FRIEND,
      },
    },
  )
export type FriendFound = Awaited<ReturnType<typeof friendsOf>>[number]

/** A member, and the promise that runs: one read. Null for who is no member. */
export async function readBringer(db: Db, memberId: string): Promise<{ running?: RewardTerms } | null> {
  const found = await db
    .table<MemberRow>('members')
    .lookup<{ shop: Pick<ShopRow, '_id' | 'bringFriend'> }>(memberId, {
      shop: {
        from: 'settings',
        localField: 'shopId',
        foreignField: '_id',
        fields: ['_id', 'bringFriend'],
        limit: 1,
      },
    })
  if (!found || found.doc.leftAt !== null) return null
  const running = found.joined.shop.rows[0]?.bringFriend
  return running ? { running } : {}
}
