/** How commission is promised, released and taken back, and how it is paid out, killed in the middle of it. */
import { DAY_MS, SECOND_MS } from '@shared/kernel/time'
import type { PayoutWay } from '@shared/promoters/contract'
import { runCampaign } from '../../builders/campaigns'
import { join, ok } from '../../builders/customer'
import { come, promoter } from '../../builders/friends'
import { makePromoter, openProgramme } from '../../builders/promoters'
import type { Person, TestShop } from '../../builders/shop'
import type { CrashCase } from '../crash-matrix'
import { again, at, boss, confirmed, making, may, ready } from './begin'

const lin = (shop: TestShop): Person => shop.as('oLin')

/** Lin promotes the shop, and May has come through her card. */
async function brought(shop: TestShop): Promise<void> {
  runCampaign(shop, { entry: { kind: 'grant' }, budget: { count: 10, fen: null, shards: 1 } })
  const coupons = [{ campaignId: 'autumn', title: '满 20 减 3', fen: 100 }]
  openProgramme(shop, { rateBp: 2000, approvalAboveFen: 200, transfer: true, coupons })
  const friend = await promoter(shop, 'oLin')
  makePromoter(shop, friend)
  await come(may(shop), friend.code)
}

/** May's order was handed over and its window is over: the next turn of the morning releases. */
async function due(shop: TestShop) {
  await brought(shop)
  const placed = await ready(shop)
  ok(await boss(shop).call('manager.handOver', at(placed)))
  await shop.advance(8 * DAY_MS)
  return placed
}
/** Lin can withdraw what it paid. */
async function released(shop: TestShop) {
  const placed = await due(shop)
  await shop.tick()
  return placed
}
const withdraw =
  (shop: TestShop, fen: number, way: PayoutWay, campaignId: string | null = null) =>
  () =>
    lin(shop).call('promoters.withdraw', { fen, way, campaignId, key: 'key-out-1' })

/** A transfer of Lin's waits for her. */
async function transferred(shop: TestShop) {
  await released(shop)
  const { no } = ok(await withdraw(shop, 150, 'transfer')()).withdrawal
  return shop.wechat.transfers.bill(no)!
}

const settling =
  (deed: 'approve' | 'refuse' | 'paid', way: PayoutWay, fen: number) => async (shop: TestShop) => {
    await released(shop)
    const { no } = ok(await withdraw(shop, fen, way)()).withdrawal
    return () => boss(shop).call('promoters.settlePayout', { no, deed, note: '已转账' })
  }

export const promoterCases: readonly CrashCase[] = [
  again('pay callback: an order that a promoter brought', async (shop) => {
    await brought(shop)
    const placed = await confirmed(shop)
    return () => shop.notify(shop.wechat.pay.notifyEvent(placed.order.id), 'wx_paycallback')
  }),
  again('manager.handOver: its commission gets its day', async (shop) => {
    await brought(shop)
    const placed = await ready(shop)
    return () => boss(shop).call('manager.handOver', at(placed))
  }),
  again('manager.refund: takes a pending commission back', async (shop) => {
    await brought(shop)
    const placed = await making(shop)
    const part = { units: [{ line: 1, units: 1 }], packaging: false, delivery: false, reason: '少了一个' }
    return () => boss(shop).call('manager.refund', { ...at(placed), ...part, refundsSeen: 0 })
  }),
  again('manager.refund: takes back what was paid out already', async (shop) => {
    const placed = await released(shop)
    ok(await withdraw(shop, 150, 'points')())
    const part = { units: [{ line: 0, units: 1 }], packaging: false, delivery: false, reason: '不好喝' }
    return () => boss(shop).call('manager.refund', { ...at(placed), ...part, refundsSeen: 0 })
  }),
  again('tick: releases what is due', async (shop) => {
    await due(shop)
    return () => shop.tick()
  }),
  again('promoters.apply: an invitation', async (shop) => {
    openProgramme(shop)
    await join(lin(shop))
    ok(await boss(shop).call('promoters.invite', { memberId: lin(shop).memberId }))
    return () => lin(shop).call('promoters.apply', { name: '林子', note: '', termsVersion: 1 })
  }),
  again('promoters.decide', async (shop) => {
    openProgramme(shop)
    await join(lin(shop))
    ok(await lin(shop).call('promoters.apply', { name: '林子', note: '', termsVersion: 1 }))
    const decision = { memberId: lin(shop).memberId, from: 'applied', to: 'accepted', reason: '' } as const
    return () => boss(shop).call('promoters.decide', decision)
  }),
  again('promoters.withdraw: in cash', async (shop) => {
    await released(shop)
    return withdraw(shop, 150, 'cash')
  }),
  again('promoters.withdraw: for points', async (shop) => {
    await released(shop)
    return withdraw(shop, 150, 'points')
  }),
  again('promoters.withdraw: for a coupon', async (shop) => {
    await released(shop)
    return withdraw(shop, 100, 'coupon', 'autumn')
  }),
  again('promoters.cancelWithdrawal', async (shop) => {
    await released(shop)
    const { no } = ok(await withdraw(shop, 250, 'cash')()).withdrawal
    return () => lin(shop).call('promoters.cancelWithdrawal', { no })
  }),
  again('promoters.withdraw: by transfer', async (shop) => {
    await released(shop)
    return withdraw(shop, 150, 'transfer')
  }),
  again('transfer-notify: it has arrived', async (shop) => {
    const { outBillNo, packageInfo } = await transferred(shop)
    shop.wechat.transfers.setFaults({ notify: { drop: true } })
    shop.wechat.transfers.confirm(packageInfo, 'oLin')
    await shop.advance(10 * SECOND_MS)
    return () => shop.transferNotice(shop.wechat.transfers.noticeEvent(outBillNo))
  }),
  again('promoters.checkWithdrawal: it has arrived', async (shop) => {
    const { outBillNo, packageInfo } = await transferred(shop)
    shop.wechat.transfers.setFaults({ notify: { drop: true } })
    shop.wechat.transfers.confirm(packageInfo, 'oLin')
    await shop.advance(10 * SECOND_MS)
    return () => lin(shop).call('promoters.checkWithdrawal', { no: outBillNo })
  }),
  again('promoters.cancelWithdrawal: calls a transfer back', async (shop) => {
    const { outBillNo } = await transferred(shop)
    return () => lin(shop).call('promoters.cancelWithdrawal', { no: outBillNo })
  }),
  again('promoters.settlePayout: approves a transfer', settling('approve', 'transfer', 250)),
  again('promoters.settlePayout: approves points', settling('approve', 'points', 250)),
  again('promoters.settlePayout: paid by hand', settling('paid', 'cash', 150)),
  again('promoters.settlePayout: refuses', settling('refuse', 'cash', 150)),
]
