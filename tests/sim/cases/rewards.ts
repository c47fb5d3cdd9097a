/** What bringing a friend brings, killed in the middle of it. */
import { prepayOf, ok, place } from '../../builders/customer'
import { promoter } from '../../builders/friends'
import { bringFriends, buy, friendOf, newcomer, rewardRow } from '../../builders/rewards'
import type { TestShop } from '../../builders/shop'
import { STORE } from '../../builders/shop-rows'
import type { CrashCase } from '../crash-matrix'
import { again, at, boss } from './begin'

const POINTS = { kind: 'points', points: 20 } as const
const GIFTS = { friend: POINTS, pointsBudget: 100 }

/** Zoe, whom Ann has brought. */
async function brought(shop: TestShop) {
  bringFriends(shop, GIFTS)
  return friendOf(shop, (await promoter(shop, 'oAnn')).code, 'oZoe')
}
/** What Zoe's order brings is held: Cid, who brought her, is new and was brought himself. */
async function held(shop: TestShop): Promise<string> {
  bringFriends(shop, { ...GIFTS, holdEnds: 'release' })
  const cid = await newcomer(shop, (await promoter(shop, 'oAnn')).code, 'oCid')
  const zoe = await friendOf(shop, cid.code, 'oZoe')
  // handed over, so that no sweep gives it back meanwhile
  const placed = await buy(shop, zoe)
  for (const action of ['accept', 'ready', 'handOver'] as const)
    ok(await boss(shop).call(`manager.${action}`, at(placed)))
  return rewardRow(shop, zoe)!._id
}

export const rewardCases: readonly CrashCase[] = [
  again('pay callback: a friend’s first order', async (shop) => {
    const placed = await place(await brought(shop))
    shop.wechat.pay.setFaults({ drop: 100 })
    shop.wechat.pay.confirm(prepayOf(placed))
    return () => shop.notify(shop.wechat.pay.notifyEvent(placed.order.id), 'wx_paycallback')
  }),
  again('manager.refuse: what a friend’s order brought goes back', async (shop) => {
    const { order } = await buy(shop, await brought(shop))
    const input = { storeId: STORE, orderId: order.id, reason: '卖完了' }
    return () => boss(shop).call('manager.refuse', input)
  }),
  again('rewards.decide: released', async (shop) => {
    const rewardId = await held(shop)
    return () => boss(shop).call('rewards.decide', { rewardId, release: true, reason: '核对过了' })
  }),
  again('tick: a hold ends by itself', async (shop) => {
    await held(shop)
    shop.cloud.clock.advance(31 * 86_400_000)
    return () => shop.tick({ task: 'rewards.end-holds' }, 'wx_unknown')
  }),
  again('rewards.setState: running', async (shop) => {
    bringFriends(shop, GIFTS)
    ok(await boss(shop).call('rewards.setState', { id: 'bring', version: 1, state: 'paused' }))
    return () => boss(shop).call('rewards.setState', { id: 'bring', version: 2, state: 'running' })
  }),
]
