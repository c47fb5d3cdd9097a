/** A promoter's own page as the cloud tells it, for component tests. */
import type { OutputOf } from '@shared/kernel/action'
import { DAY_MS } from '@shared/kernel/time'
import type { EntryLine, mine, Myself, WithdrawalView } from '@shared/promoters/contract'
import { NO_BALANCES, type Balances } from '@shared/promoters/ledger'
import { offerOf } from '@shared/promoters/programme'
import { programme } from './promoters'
import { NOW } from './shop-views'

type Mine = OutputOf<typeof mine>

export const anOffer = offerOf(programme())
/** Somebody who never applied. */
export const aMine = (over: Partial<Mine> = {}): Mine => ({
  offer: anOffer,
  promoter: null,
  account: null,
  leftTodayFen: 5000,
  rates: null,
  promised: [],
  withdrawals: [],
  entries: [],
  next: null,
  ...over,
})
export const aPromoter = (state: Myself['state'], over: Partial<Myself> = {}): Myself => ({
  state,
  name: '林子',
  termsVersion: 1,
  reason: '',
  ...over,
})
/** An accepted promoter with so much in the account. */
export const anAccount = (balances: Partial<Balances> = {}, over: Partial<Mine> = {}): Mine =>
  aMine({
    promoter: aPromoter('accepted'),
    account: { ...NO_BALANCES, ...balances },
    rates: { rateBp: 500, categories: { coffee: 850 }, products: { bun: 0 } },
    ...over,
  })
export const aPayout = (over: Partial<WithdrawalView> = {}): WithdrawalView => ({
  no: 'w1',
  fen: 1200,
  way: 'cash',
  state: 'requested',
  requestedAt: NOW - DAY_MS,
  endedAt: null,
  confirmBy: null,
  stopping: false,
  note: '',
  ...over,
})
export const anEntry = (n: number, moves: Partial<Balances>, over: Partial<EntryLine> = {}): EntryLine => ({
  n,
  at: NOW,
  kind: 'credit',
  fen: 95,
  moves: { ...NO_BALANCES, ...moves },
  ...over,
})
