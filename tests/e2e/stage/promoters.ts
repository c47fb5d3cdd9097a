import type { AccountRow, LedgerRow, PromoterRow, WithdrawalRow } from '../../../cloudfunctions/database/rows'
import { DAY_MS, shopDay, shopMonth, type Instant } from '@shared/kernel/time'
import { credit, fold, NO_BALANCES, post, release, withdraw, type Posting } from '@shared/promoters/ledger'
import { LOCAL_ENVIRONMENT, sdkIn } from '../../conformance/sdk'
import type { Db } from '../../conformance/suite'

const WEN = 'mstorywen0000000000000000000000abcd'
const ASKING = 'mstoryqi00000000000000000000000ef01'
/** As long as a name may be. */
export const LONG_NAME = '三号楼一单元的小齐同学（每天早八）'

const promoter = (_id: string, now: Instant, over: Partial<PromoterRow>): PromoterRow => ({
  _id,
  shopId: 'shop',
  state: 'accepted',
  name: '阿文',
  note: '',
  termsVersion: 1,
  changedAt: now - DAY_MS,
  reason: '',
  ...over,
})

const payout = (_id: string, now: Instant, over: Partial<WithdrawalRow>): WithdrawalRow => ({
  _id,
  promoter: WEN,
  fen: 2000,
  way: 'cash',
  campaignId: null,
  points: 0,
  state: 'requested',
  day: shopDay(now),
  requestedAt: now,
  endedAt: null,
  note: '',
  openOf: 'shop',
  ...over,
})

/**
 * Somebody who applied, and a promoter whose ¥120 came and who wants two payouts of it in cash: one to approve, one to pay.
 * Written from outside; the books balance.
 */
export async function promotersArrive(cloudUrl: string, now: Instant): Promise<void> {
  const context = { TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${cloudUrl}/admin` }) }
  const db = sdkIn({ ...LOCAL_ENVIRONMENT, ...context }, LOCAL_ENVIRONMENT.TCB_ENV).database() as Db
  const put = (collection: string, { _id, ...data }: { readonly _id: string }) =>
    db.collection(collection).doc(_id).set({ data })
  const asking = { name: LONG_NAME, note: '住三号楼，早上常帮一层楼的同学带咖啡', changedAt: now }
  await put('promoters', promoter(ASKING, now, { ...asking, state: 'applied' }))
  await put('promoters', promoter(WEN, now, {}))
  const payouts = [payout('wstory1', now - 1000, { fen: 6000 }), payout('wstory2', now, { state: 'sent' })]
  const entries = ledgerOf(payouts, now)
  for (const row of payouts) await put('withdrawals', row)
  for (const row of entries) await put('ledger', row)
  const account: AccountRow = {
    _id: WEN,
    ...fold(entries),
    entries: entries.length,
    earning: true,
    drawn: { day: shopDay(now), fen: 8000 },
  }
  await put('accounts', account)
}

function ledgerOf(payouts: readonly WithdrawalRow[], at: Instant): LedgerRow[] {
  const come = 12_000
  const pending = post(NO_BALANCES, credit(come))
  const first = [
    { kind: 'credit', source: 'ostory', fen: come, postings: credit(come) },
    { kind: 'release', source: 'ostory', fen: come, postings: release(pending, come) },
  ] as const
  let balances = fold(first)
  const out = payouts.map(({ _id: source, fen }) => {
    const postings: readonly Posting[] = withdraw(balances, fen) ?? []
    balances = post(balances, postings)
    return { kind: 'withdraw', source, fen, postings } as const
  })
  return [...first, ...out].map((entry, i) => ({
    _id: `${entry.kind}:${entry.source}`,
    promoter: WEN,
    n: i + 1,
    at,
    month: shopMonth(at),
    ...entry,
  }))
}
