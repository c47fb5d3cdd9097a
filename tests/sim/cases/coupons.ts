/** How coupons come to members and are taken back, killed in the middle of it. */
import { DAY_MS, HOUR_MS } from '@shared/kernel/time'
import type { Entry } from '@shared/coupons/campaign-contract'
import type { MemberRow } from '../../../cloudfunctions/database/rows'
import { runCampaign } from '../../builders/campaigns'
import { join, ok, pay, place } from '../../builders/customer'
import type { TestShop } from '../../builders/shop'
import type { CrashCase } from '../crash-matrix'
import { again, boss, may, nobody } from './begin'

const TEN = { count: 10, fen: 5_000, shards: 2 }
const KEY = 'key-claim-1'

/** May has joined, and a campaign runs into which this way leads. */
async function running(shop: TestShop, entry: Entry) {
  await join(may(shop))
  runCampaign(shop, { budget: TEN, entry })
}
const claim = (shop: TestShop) => () => may(shop).call('coupons.claim', { campaignId: 'autumn', key: KEY })

async function enrich(shop: TestShop, points: number): Promise<void> {
  const row = shop.row<MemberRow>('members', may(shop).memberId)!
  const lot = '202711'
  shop.put('members', { ...row, account: { ...row.account, lots: { [lot]: points } } })
  shop.put('pointEntries', {
    _id: `gift:${row._id}`,
    memberId: row._id,
    at: shop.now(),
    points,
    lots: { [lot]: points },
    why: 'granted',
    what: '开业礼',
  })
}

export const couponCases: readonly CrashCase[] = [
  again('coupons.claim', async (shop) => {
    await running(shop, { kind: 'claim' })
    return claim(shop)
  }),
  again('coupons.claim: for points', async (shop) => {
    await running(shop, { kind: 'points', points: 30 })
    await enrich(shop, 100)
    return claim(shop)
  }),
  again('campaigns.grant', async (shop) => {
    await running(shop, { kind: 'grant' })
    const input = { campaignId: 'autumn', memberId: may(shop).memberId, reason: '上次等久了', key: KEY }
    return () => boss(shop).call('campaigns.grant', input)
  }),
  again('campaigns.revoke', async (shop) => {
    await running(shop, { kind: 'claim' })
    const { coupon } = ok(await claim(shop)())
    return () => boss(shop).call('campaigns.revoke', { couponId: coupon.id, reason: '发错了' })
  }),
  again('campaigns.setState: ended', async (shop) => {
    await running(shop, { kind: 'claim' })
    return () => boss(shop).call('campaigns.setState', { id: 'autumn', version: 1, state: 'ended' })
  }),
  again('pay callback: the nth order', async (shop) => {
    await running(shop, { kind: 'nthOrder', nth: 1 })
    shop.put('settings', { ...shop.row<object>('settings', 'shop'), nthOrderCampaigns: { autumn: 1 } })
    const placed = await place(may(shop))
    shop.wechat.pay.setFaults({ drop: 100 })
    shop.wechat.pay.confirm(placed.payment!.package.replace('prepay_id=', ''))
    return () => shop.notify(shop.wechat.pay.notifyEvent(placed.order.id), 'wx_paycallback')
  }),
  nobody('tick: the turn of the rules, for who was long away', async (shop) => {
    await running(shop, { kind: 'dormant', days: 7 })
    await pay(shop, await place(may(shop)))
    shop.cloud.clock.advance(8 * DAY_MS + 23 * HOUR_MS)
    return () => shop.tick({ task: 'coupons.rules' }, 'wx_unknown')
  }),
]
