import type { AccountRow, LedgerRow, PromoterRow, WithdrawalRow } from '../../../cloudfunctions/database/rows'
import { DAY_MS, shopDay, shopMonth, type Instant } from '@shared/kernel/time'
import { credit, fold, NO_BALANCES, post, release, withdraw, type Posting } from '@shared/promoters/ledger'
import { memberIdOf } from '../../../cloudfunctions/platform/identity'
import { DEMO_MEMBER_KEY } from '../../../local-cloud/services/functions/environment'
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
  const db = databaseOf(cloudUrl)
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

function databaseOf(cloudUrl: string): Db {
  const context = { TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${cloudUrl}/admin` }) }
  return sdkIn({ ...LOCAL_ENVIRONMENT, ...context }, LOCAL_ENVIRONMENT.TCB_ENV).database() as Db
}

/** A commission of ¥50 of a demo person's came and was released. Written from outside; their books balance as before. */
export async function hasEarned(cloudUrl: string, openid: string, at: Instant): Promise<void> {
  const db = databaseOf(cloudUrl)
  const id = memberIdOf(openid, DEMO_MEMBER_KEY)
  const doc = db.collection('accounts').doc(id)
  const { _id, ...before } = (await doc.get()).data as AccountRow
  const come = 5000
  const promised = credit(come)
  const pending = post(before, promised)
  const freed = release(pending, come)
  const entries = [
    { kind: 'credit', fen: come, postings: promised },
    { kind: 'release', fen: come, postings: freed },
  ] as const
  for (const [i, { kind, ...entry }] of entries.entries()) {
    const row = {
      ...entry,
      kind,
      source: 'ostorymay',
      promoter: _id,
      n: before.entries + 1 + i,
      at,
      month: shopMonth(at),
    }
    await db.collection('ledger').doc(`${kind}:ostorymay`).set({ data: row })
  }
  const after = { ...before, ...post(pending, freed), entries: before.entries + entries.length }
  await doc.set({ data: after })
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
