import type { Fen } from '../kernel/money'

/**
 * The accounts of a promoter, and the shop's other side of each. `debt` holds what a claw-back could not find: its
 * postings are below zero when it grows, so that every entry sums to zero.
 */
export type LedgerAccount = 'pending' | 'available' | 'withdrawing' | 'withdrawn' | 'debt' | 'shop'
export type Posting = { readonly account: LedgerAccount; readonly fen: Fen }

/** What a promoter has, in fen; none is ever below zero, and something available means that nothing is owed (law 8). */
export type Balances = {
  /** Promised, and not theirs yet. */
  readonly pendingFen: Fen
  readonly availableFen: Fen
  /** On its way out. */
  readonly withdrawingFen: Fen
  /** Paid out, all together. */
  readonly withdrawnFen: Fen
  /** Clawed back of what was paid out already; what comes next pays it off first. */
  readonly debtFen: Fen
}
export const NO_BALANCES: Balances = {
  pendingFen: 0,
  availableFen: 0,
  withdrawingFen: 0,
  withdrawnFen: 0,
  debtFen: 0,
}

/** A paid order promises a commission. */
export const credit = (fen: Fen): readonly Posting[] => entry(['shop', -fen], ['pending', fen])

/** A promised commission becomes available, after what is owed is paid off. */
export const release = (balances: Balances, fen: Fen): readonly Posting[] =>
  entry(['pending', -fen], ...received(balances, fen))

/**
 * Takes a commission back: what of it is still pending from there, then from what is available, and what neither covers
 * is owed. The shop gets all of it, now or later.
 */
export function clawBack({ availableFen }: Balances, fen: Fen, ownPendingFen: Fen): readonly Posting[] {
  const pending = Math.min(fen, ownPendingFen)
  const available = Math.min(fen - pending, availableFen)
  const owed = fen - pending - available
  return entry(['pending', -pending], ['available', -available], ['debt', -owed], ['shop', fen])
}

/** Sets an amount aside for a payout; null when there is not as much. */
export const withdraw = ({ availableFen }: Balances, fen: Fen): readonly Posting[] | null =>
  fen > 0 && fen <= availableFen ? entry(['available', -fen], ['withdrawing', fen]) : null

/** The payout has arrived. */
export const payOut = (fen: Fen): readonly Posting[] => entry(['withdrawing', -fen], ['withdrawn', fen])

/** The payout failed, expired or was given up: the money comes back, after what is owed is paid off. */
export const comeBack = (balances: Balances, fen: Fen): readonly Posting[] =>
  entry(['withdrawing', -fen], ...received(balances, fen))

function received({ debtFen }: Balances, fen: Fen): (readonly [LedgerAccount, Fen])[] {
  const repaid = Math.min(fen, debtFen)
  return [
    ['debt', repaid],
    ['available', fen - repaid],
  ]
}

const entry = (...moves: (readonly [LedgerAccount, Fen])[]): readonly Posting[] =>
  moves.flatMap(([account, fen]) => (fen === 0 ? [] : [{ account, fen }]))

/** Balances after an entry. Sums only, so the fold of all entries is the same in any order. */
export function post(balances: Balances, postings: readonly Posting[]): Balances {
  const moved = movesOf(postings)
  return {
    pendingFen: balances.pendingFen + moved.pendingFen,
    availableFen: balances.availableFen + moved.availableFen,
    withdrawingFen: balances.withdrawingFen + moved.withdrawingFen,
    withdrawnFen: balances.withdrawnFen + moved.withdrawnFen,
    debtFen: balances.debtFen + moved.debtFen,
  }
}

/** By how much an entry changes each balance; a debt that grows is above zero here. */
export function movesOf(postings: readonly Posting[]): Balances {
  const of = (account: LedgerAccount) =>
    postings.reduce((sum, posting) => sum + (posting.account === account ? posting.fen : 0), 0)
  return {
    pendingFen: of('pending'),
    availableFen: of('available'),
    withdrawingFen: of('withdrawing'),
    withdrawnFen: of('withdrawn'),
    // not −0, which is no number of fen that anybody writes
    debtFen: 0 - of('debt'),
  }
}

/** The account as its entries make it, in whatever order. */
export const fold = (entries: readonly { readonly postings: readonly Posting[] }[]): Balances =>
  entries.reduce((balances, { postings }) => post(balances, postings), NO_BALANCES)

/** What is wrong with balances by law 8; empty when nothing is. */
export function wrongBalances(balances: Balances): string[] {
  const below = Object.entries(balances).flatMap(([name, fen]) => (fen < 0 ? [`${name} is ${fen}`] : []))
  const owes = balances.availableFen > 0 && balances.debtFen > 0
  return [
    ...below,
    ...(owes ? [`${balances.debtFen} owed while ${balances.availableFen} are available`] : []),
  ]
}
