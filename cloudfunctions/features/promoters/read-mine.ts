import type * as contract from '@shared/promoters/contract'
import { refuse } from '@shared/kernel/refusal'
import { leftToday } from '@shared/promoters/payout'
import { offerOf, programmeOf } from '@shared/promoters/programme'
import type { LedgerRow, PromoterRow } from '../../database/rows'
import type { UseCase } from '../../platform/router'
import { readShop } from '../catalogue'
import { promoterQueries, readPromoter } from './repository'
import { balancesOf, entryLine, myself, promisedView, withdrawalView } from './views'
import { withdrawalQueries } from './withdrawal-repository'

const ENTRIES = 20
const PROMISES = 20
const WITHDRAWALS = 10

/** Four reads by index at the same time, each of a bounded size; whoever is no promoter yet costs one more, the shop. */
export const readMine: UseCase<typeof contract.mine> = async (_input, { db, memberId, now, transfers }) => {
  const lists = promoterQueries(db)
  const [known, promised, entries, withdrawals] = await Promise.all([
    readPromoter(db, memberId),
    lists.promised(memberId, PROMISES),
    lists.entries(memberId, null, ENTRIES + 1),
    withdrawalQueries(db).ofPromoter(memberId, WITHDRAWALS),
  ])
  const shop = known?.shop ?? (await readShop(db))
  const programme = programmeOf(shop)
  const account = known?.account ?? null
  return {
    offer: { ...offerOf(programme), transfer: programme.transfer && transfers !== null },
    promoter: known && myself(known.promoter),
    account: account && balancesOf(account),
    leftTodayFen: account ? leftToday(account.drawn, programme.dailyFen, now) : programme.dailyFen,
    rates: known && isAccepted(known.promoter) ? ratesOf(programme) : null,
    promised: promised.map(promisedView),
    withdrawals: withdrawals.map(withdrawalView),
    ...pageOf(entries),
  }
}

export const readEntries: UseCase<typeof contract.entries> = async ({ before }, { db, memberId }) =>
  pageOf(await promoterQueries(db).entries(memberId, before, ENTRIES + 1))

/** What goods pay is told to those whom the owner accepted, and to nobody else. */
export const readRates: UseCase<typeof contract.rates> = async (_input, { db, memberId }) => {
  const known = await readPromoter(db, memberId)
  const programme = known?.shop?.programme
  if (!known || !isAccepted(known.promoter) || !programme?.open) return refuse('NOT_A_PROMOTER')
  return { rates: ratesOf(programme), returnDays: programme.returnDays }
}

const isAccepted = ({ state }: PromoterRow): boolean => state === 'accepted'

const ratesOf = ({ rateBp, categories, products }: contract.Programme) => ({ rateBp, categories, products })

function pageOf(rows: readonly LedgerRow[]) {
  const page = rows.slice(0, ENTRIES)
  return { entries: page.map(entryLine), next: rows.length > ENTRIES ? (page.at(-1)?.n ?? null) : null }
}
