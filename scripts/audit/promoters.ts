import { commissionLeft } from '@shared/promoters/commission'
import { fold, wrongBalances } from '@shared/promoters/ledger'
import type { AccountRow, CommissionRow, LedgerRow, WithdrawalRow } from '../../cloudfunctions/database/rows'
import type { Books, Rule } from './books'
import { sumOf, yes } from './orders'

/**
 * Laws 8, 9 and 15: every entry sums to zero, an account is the fold of its entries and says what its commissions and
 * payouts say, a transfer under way comes to its end, no more went out than ever became available, and what was clawed back is what the order's refunds make.
 */
export const promoterLedger: Rule = (books) => {
  const ids = new Set([...books.accounts.map(({ _id }) => _id), ...books.ledger.map((e) => e.promoter)])
  return [
    ...books.ledger.flatMap(entryFaults),
    ...[...ids].flatMap((id) => accountFaults(id, books)),
    ...books.withdrawals.flatMap(transferFaults),
    ...books.commissions.flatMap((commission) => commissionFaults(commission, books)),
  ]
}

function entryFaults({ _id, kind, source, postings, fen }: LedgerRow): string[] {
  const sum = sumOf(postings, (posting) => posting.fen)
  return [
    ...yes(sum !== 0, `${_id}: its postings sum to ${sum}`),
    ...yes(fen <= 0 || postings.length < 2, `${_id}: an entry of nothing`),
    ...yes(_id !== `${kind}:${source}`, `${_id}: its id is not what it is`),
  ]
}

function accountFaults(id: string, books: Books): string[] {
  const account = books.accounts.find(({ _id }) => _id === id)
  if (!account) return [`${id} has entries and no account`]
  const entries = books.ledger.filter(({ promoter }) => promoter === id)
  const should = fold(entries)
  const { pendingFen, availableFen, withdrawingFen, withdrawnFen, debtFen } = account
  const is = { pendingFen, availableFen, withdrawingFen, withdrawnFen, debtFen }
  const places = new Set(entries.map(({ n }) => n))
  const gaps = Array.from({ length: account.entries }, (_, i) => i + 1).filter((n) => !places.has(n))
  return [
    ...yes(
      JSON.stringify(is) !== JSON.stringify(should),
      `${id}: the account says ${JSON.stringify(is)}, its entries make ${JSON.stringify(should)}`,
    ),
    ...wrongBalances(is).map((wrong) => `${id}: ${wrong}`),
    ...yes(gaps.length > 0 || entries.length !== account.entries, `${id}: an entry is gone, or one too many`),
    ...everAvailable(account, entries),
    ...partsOf(account, books),
  ]
}

/** Law 15. */
function everAvailable({ _id, withdrawnFen, withdrawingFen }: AccountRow, entries: readonly LedgerRow[]) {
  const released = entries.filter(({ kind }) => kind === 'release').flatMap(({ postings }) => postings)
  const ever = sumOf(released, ({ account, fen }) => (account === 'available' ? fen : 0))
  const out = withdrawnFen + withdrawingFen
  return yes(out > ever, `${_id}: ${out} went out, ${ever} ever became available`)
}

/** A balance is what the documents say that it is about. */
function partsOf({ _id, pendingFen, withdrawingFen, withdrawnFen }: AccountRow, books: Books): string[] {
  const promised = books.commissions.filter((c) => c.promoter === _id && c.state === 'pending')
  const own = books.withdrawals.filter(({ promoter }) => promoter === _id)
  const pending = sumOf(promised, (c) => c.amountFen - c.clawedFen)
  const open = sumOf(own.filter(isOpen), ({ fen }) => fen)
  const paid = sumOf(
    own.filter(({ state }) => state === 'paid'),
    ({ fen }) => fen,
  )
  return [
    ...yes(pending !== pendingFen, `${_id}: ${pendingFen} pending, its commissions make ${pending}`),
    ...yes(open !== withdrawingFen, `${_id}: ${withdrawingFen} on its way, its payouts make ${open}`),
    ...yes(paid !== withdrawnFen, `${_id}: ${withdrawnFen} paid out, its payouts make ${paid}`),
    ...own.flatMap((payout) =>
      yes(
        isOpen(payout) !== (payout.openOf !== undefined),
        `${payout._id} is ${payout.state}, and its mark says other`,
      ),
    ),
  ]
}

/** A transfer that is under way is looked at again, can be confirmed while it waits, and forgets its recipient at its end. */
function transferFaults({ _id, way, state, endedAt, dueAt, transfer }: WithdrawalRow): string[] {
  const isTransfer = way === 'transfer'
  const isUnderWay = state === 'sent' || state === 'waiting'
  const told = transfer?.packageInfo !== undefined && transfer.confirmBy !== null
  return [
    ...yes(isTransfer !== (transfer !== undefined), `${_id} is paid by ${way}, and its marks say other`),
    ...yes(!isTransfer && (state === 'waiting' || state === 'expired'), `${_id} is ${state} by ${way}`),
    ...yes(isTransfer && isUnderWay && dueAt === undefined, `${_id} is ${state} and nobody will look at it`),
    ...yes(isTransfer && isUnderWay && transfer?.sentAt === null, `${_id} is ${state} and was never sent`),
    ...yes(state === 'waiting' && !told, `${_id} waits, and nobody can confirm it`),
    ...yes(endedAt === null && isTransfer && !transfer?.openid, `${_id} is open and goes to nobody`),
    ...yes(
      endedAt !== null && (transfer?.openid ?? transfer?.packageInfo) !== undefined,
      `${_id} has ended and still knows its recipient`,
    ),
  ]
}

const isOpen = ({ endedAt }: WithdrawalRow): boolean => endedAt === null

function commissionFaults(c: CommissionRow, { orders, ledger }: Books): string[] {
  const order = orders.find(({ _id }) => _id === c._id)
  if (!order) return [`${c._id} pays a commission and is gone`]
  const amount = commissionLeft(order.lines, c.rateBps)
  const left = commissionLeft(order.lines, c.rateBps, order.refunds)
  const released = ledger.some(({ _id }) => _id === `release:${c._id}`)
  const leftOf = c.amountFen - c.clawedFen
  return [
    ...yes(order.promoter !== c.promoter, `${c._id} pays ${c.promoter}, ${order.promoter} brought it`),
    ...yes(order.paidAt === null, `${c._id} pays a commission and was never paid`),
    ...yes(amount !== c.amountFen, `${c._id}: a commission of ${c.amountFen}, its rates make ${amount}`),
    ...yes(left !== leftOf, `${c._id}: ${leftOf} are left of its commission, its refunds leave ${left}`),
    ...yes((c.state === 'released') !== released, `${c._id}: its commission is ${c.state}`),
    ...yes(
      c.state === 'pending' && c.dueAt === undefined,
      `${c._id}: its commission is pending and nobody will look at it`,
    ),
  ]
}
