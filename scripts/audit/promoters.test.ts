import type {
  AccountRow,
  CommissionRow,
  LedgerRow,
  OrderRow,
  TransferRow,
  WithdrawalRow,
} from '../../cloudfunctions/database/rows'
import { DAY_MS } from '@shared/kernel/time'
import { join, ok, place, pay } from '../../tests/builders/customer'
import { come, promoter } from '../../tests/builders/friends'
import { makePromoter, openProgramme } from '../../tests/builders/promoters'
import { openShop, type TestShop } from '../../tests/builders/shop'
import { STORE } from '../../tests/builders/shop-rows'
import { audit } from './audit'
import { booksOf } from './books'

let shop: TestShop
const faults = () => audit(booksOf((name) => shop.rows(name), shop.now()))
/** Changes the first document of a collection that fits behind the shop's back. */
function tamper<T extends { readonly _id: string }>(
  collection: string,
  change: (row: T) => Partial<T>,
  fits: (row: T) => boolean = () => true,
): void {
  const row = shop.rows<T>(collection).find(fits)
  if (!row) throw new Error(`nothing in ${collection}`)
  shop.put(collection, { ...row, ...change(row) })
}

/** One commission was released and half withdrawn, one is pending, a payout is open, and a transfer waits. */
beforeEach(async () => {
  shop = openShop({ staff: { oBoss: 'owner' }, transfers: true })
  openProgramme(shop, { rateBp: 5000, minimumFen: 10, transfer: true })
  const lin = await promoter(shop, 'oLin')
  makePromoter(shop, lin)
  const may = shop.as('oMay')
  await come(may, lin.code)
  await join(may)
  const first = await place(may)
  await pay(shop, first)
  for (const action of ['accept', 'ready', 'handOver'] as const)
    ok(await shop.as('oBoss').call(`manager.${action}`, { storeId: STORE, orderId: first.order.id }))
  await shop.advance(8 * DAY_MS)
  await shop.tick()
  await pay(shop, await place(may, { key: 'key-second' }))
  const out = { fen: 300, campaignId: null } as const
  ok(await lin.call('promoters.withdraw', { ...out, way: 'points', key: 'key-out-1' }))
  ok(await lin.call('promoters.withdraw', { ...out, way: 'cash', key: 'key-out-2' }))
  ok(await lin.call('promoters.withdraw', { ...out, fen: 100, way: 'transfer', key: 'key-out-3' }))
  expect(faults()).toEqual([])
})
afterEach(() => shop.close())

const account = (change: (row: AccountRow) => Partial<AccountRow>) => () => tamper('accounts', change)
const entry = (kind: string, change: (row: LedgerRow) => Partial<LedgerRow>) => () =>
  tamper<LedgerRow>('ledger', change, (row) => row.kind === kind)

const transferred = (change: () => Partial<TransferRow>) => () =>
  tamper<WithdrawalRow>(
    'withdrawals',
    ({ transfer }) => ({ transfer: { ...transfer!, ...change() } }),
    ({ way }) => way === 'transfer',
  )

it.each<[what: string, tampering: () => void, words: RegExp]>([
  ['money from nowhere', account((a) => ({ availableFen: a.availableFen + 1 })), /its entries make/],
  ['a balance below zero', account(() => ({ pendingFen: -1 })), /pendingFen is -1/],
  ['a debt beside money', account(() => ({ debtFen: 5 })), /5 owed while/],
  ['an entry that is gone', account((a) => ({ entries: a.entries + 1 })), /an entry is gone/],
  [
    'an entry that does not balance',
    entry('credit', ({ postings }) => ({ postings: postings.slice(1) })),
    /its postings sum to/,
  ],
  [
    'an entry under another name',
    entry('release', () => ({ source: 'o-other' })),
    /its id is not what it is/,
  ],
  [
    'more going out than ever came in',
    () => {
      const [of] = shop.rows<LedgerRow>('ledger').filter(({ kind }) => kind === 'release')
      if (of) shop.put('ledger', { ...of, kind: 'credit' })
    },
    /0 ever became available/,
  ],
  [
    'a commission that forgot a refund',
    () => tamper<CommissionRow>('commissions', () => ({ clawedFen: 7 })),
    /are left of its commission/,
  ],
  [
    'a commission of another amount',
    () => tamper<CommissionRow>('commissions', (c) => ({ amountFen: c.amountFen + 1 })),
    /its rates make/,
  ],
  [
    'a commission for somebody else',
    () => tamper<OrderRow>('orders', () => ({ promoter: 'm-other' })),
    /m-other brought it/,
  ],
  [
    'a pending commission that nobody will look at',
    () => {
      const row = shop.rows<CommissionRow>('commissions').find(({ state }) => state === 'pending')!
      const { dueAt: _dueAt, ...rest } = row
      shop.cloud.database.put('commissions', [rest])
    },
    /nobody will look at it/,
  ],
  [
    'a payout that the account does not know',
    () => tamper<WithdrawalRow>('withdrawals', (w) => ({ fen: w.fen + 1 })),
    /its payouts make/,
  ],
  ['a transfer that nobody can confirm', transferred(() => ({ confirmBy: null })), /nobody can confirm it/],
  ['a transfer to nobody', transferred(() => ({ openid: '' })), /goes to nobody/],
  ['a transfer that was never sent', transferred(() => ({ sentAt: null })), /was never sent/],
  [
    'a transfer that nobody will look at',
    () => {
      const row = shop.rows<WithdrawalRow>('withdrawals').find(({ way }) => way === 'transfer')!
      const { dueAt: _dueAt, ...rest } = row
      shop.cloud.database.put('withdrawals', [rest])
    },
    /waiting and nobody will look at it/,
  ],
  [
    'an ended transfer that knows its recipient',
    () =>
      tamper<WithdrawalRow>(
        'withdrawals',
        () => ({ endedAt: 1 }),
        ({ way }) => way === 'transfer',
      ),
    /still knows its recipient/,
  ],
  [
    'points that wait to be confirmed',
    () =>
      tamper<WithdrawalRow>(
        'withdrawals',
        () => ({ state: 'waiting' }),
        ({ way }) => way === 'points',
      ),
    /is waiting by points/,
  ],
  [
    'an open payout that fell off the owner’s list',
    () => {
      const row = shop.rows<WithdrawalRow>('withdrawals').find(({ openOf }) => openOf !== undefined)!
      const { openOf: _openOf, ...rest } = row
      shop.cloud.database.put('withdrawals', [rest])
    },
    /its mark says other/,
  ],
])('finds %s', (_what, tampering, words) => {
  tampering()
  expect(faults().join('\n')).toMatch(words)
})
