/** Transfers of the test shop: a promoter with money, WeChat's page on which they confirm, and how the bill stands. */
import { HOUR_MS } from '@shared/kernel/time'
import type { LedgerRow, WithdrawalRow } from '../../cloudfunctions/database/rows'
import { join } from './customer'
import { makePromoter, openProgramme } from './promoters'
import type { Person, TestShop } from './shop'

/** Lin, who has ¥40 that were released, in a shop that transfers. */
export async function linWithMoney(shop: TestShop, availableFen = 4000): Promise<Person> {
  const lin = shop.as('oLin')
  await join(lin)
  openProgramme(shop, { transfer: true, transferMaxFen: 20_000 })
  makePromoter(shop, lin, { availableFen, entries: 1 })
  shop.put('ledger', {
    _id: 'release:o-before',
    promoter: lin.memberId,
    n: 1,
    at: shop.now(),
    month: '202611',
    kind: 'release',
    source: 'o-before',
    fen: availableFen,
    postings: [
      { account: 'shop', fen: -availableFen },
      { account: 'available', fen: availableFen },
    ],
  } satisfies LedgerRow)
  return lin
}

export const transfer = (lin: Person, fen = 1000, key = 'key-out-1') =>
  lin.call('promoters.withdraw', { fen, way: 'transfer', campaignId: null, key })

export const payoutRow = (shop: TestShop, no: string): WithdrawalRow => {
  const row = shop.row<WithdrawalRow>('withdrawals', no)
  if (!row) throw new Error(`no payout ${no}`)
  return row
}
/** The recipient confirms on WeChat's page, and the money arrives; the callback comes with it. */
export async function confirmTransfer(shop: TestShop, no: string): Promise<void> {
  const bill = shop.wechat.transfers.bill(no)
  if (!bill) throw new Error(`no bill ${no}`)
  const done = shop.wechat.transfers.confirm(bill.packageInfo, bill.openid)
  if (!done.ok) throw new Error(done.errMsg)
  await shop.advance(10_000)
}
/** A day goes by without anybody confirming, and WeChat has closed the bill. */
export const letExpire = (shop: TestShop): Promise<void> => shop.advance(25 * HOUR_MS)
