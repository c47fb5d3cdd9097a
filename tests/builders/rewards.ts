/** A test shop in which bringing a friend brings something, and friends who come, pay and are given back. */
import type { RewardDraft } from '@shared/rewards/contract'
import { termsOf } from '@shared/rewards/terms'
import type {
  CouponRow,
  RewardCampaignRow,
  RewardCountsRow,
  RewardRow,
  ShopRow,
} from '../../cloudfunctions/database/rows'
import { runCampaign } from './campaigns'
import { join, ok, pay, place, type Placed, type PlaceInput } from './customer'
import { codeOf, come } from './friends'
import { aRewardDraft } from './reward-drafts'
import type { Person, TestShop } from './shop'
import { STORE, terms } from './shop-rows'

const TITLE = '满 15 减 4'

/** The coupon `thanks`, and a running campaign `bring` as saving and starting it would leave them. */
export function bringFriends(
  shop: TestShop,
  over: Partial<RewardDraft> = {},
  coupons: number | null = 1000,
): RewardCampaignRow {
  runCampaign(shop, {
    _id: 'thanks',
    name: '邀请奖励',
    entry: { kind: 'reward' },
    terms: terms({ benefit: { kind: 'amountOff', offFen: 400, thresholdFen: 1500 }, title: TITLE }),
    budget: { count: coupons, fen: null, shards: 1 },
  })
  const draft = aRewardDraft({ startAt: shop.now(), endAt: shop.now() + 60 * 86_400_000, ...over })
  const at = { createdAt: shop.now(), updatedAt: shop.now() }
  const row: RewardCampaignRow = { ...draft, _id: 'bring', state: 'running', version: 1, ...at }
  const none = {
    joined: 0,
    ordered: 0,
    granted: 0,
    held: 0,
    revoked: 0,
    rejected: 0,
    points: 0,
    couponFen: 0,
  }
  const counts: RewardCountsRow = { _id: 'bring', pointsLeft: draft.pointsBudget ?? 0, ...none }
  shop.put('rewardCampaigns', row)
  shop.put('rewardCounts', counts)
  const bringFriend = termsOf('bring', draft, new Map([['thanks', TITLE]]), 12)
  const settings = shop.row<ShopRow>('settings', 'shop')
  shop.put('settings', { ...settings, ...(bringFriend ? { bringFriend } : {}) })
  return row
}

/** Somebody who came through this code and joined. */
export async function friendOf(shop: TestShop, code: string, openid: string): Promise<Person> {
  const person = shop.as(openid)
  await come(person, code)
  await join(person)
  return person
}

/** The same, and they bring others a minute later: a link of a chain of young accounts, which the fraud rules look at. */
export async function newcomer(
  shop: TestShop,
  code: string,
  openid: string,
): Promise<Person & { readonly code: string }> {
  const person = await friendOf(shop, code, openid)
  const own = await codeOf(person)
  await shop.advance(60_000)
  return { ...person, code: own }
}

/** A paid order of theirs: a latte to take away, ¥19. */
export async function buy(shop: TestShop, person: Person, over: Partial<PlaceInput> = {}): Promise<Placed> {
  const placed = await place(person, over)
  await pay(shop, placed)
  return placed
}

/** The shop gives the whole order back. */
export const giveBack = async (shop: TestShop, { order: { id } }: Placed) =>
  ok(await shop.as('oBoss').call('manager.refuse', { storeId: STORE, orderId: id, reason: '卖完了' }))

export const rewardRow = (
  shop: TestShop,
  friend: Person,
  event: RewardRow['event'] = 'first',
): RewardRow | null => shop.row<RewardRow>('rewards', `bring:${friend.memberId}:${event}`)

/** Coupons of the reward in somebody's wallet, with their states. */
export const thanksOf = (shop: TestShop, person: Person): CouponRow['state'][] =>
  shop
    .rows<CouponRow>('coupons')
    .filter((c) => c.campaignId === 'thanks' && c.memberId === person.memberId)
    .map(({ state }) => state)

export const countsOf = (shop: TestShop): RewardCountsRow =>
  shop.row<RewardCountsRow>('rewardCounts', 'bring')!
