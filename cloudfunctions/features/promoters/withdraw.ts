import type * as contract from '@shared/promoters/contract'
import type { InputOf } from '@shared/kernel/action'
import { Defect, isRefused, refuse } from '@shared/kernel/refusal'
import { shopDay } from '@shared/kernel/time'
import { withdraw as setAside } from '@shared/promoters/ledger'
import { canPayout, drawnAfter, leftToday, payoutPlan, type PayoutPlan } from '@shared/promoters/payout'
import { programmeOf } from '@shared/promoters/programme'
import type { WithdrawalRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import { derivedId } from '../../platform/identity'
import type { UseCase } from '../../platform/router'
import { book } from './book'
import { confirmationOf } from './confirm-transfer'
import { carryPayout, endPayout } from './end-payout'
import { promoterRepository, readPromoter } from './repository'
import { newTransfer, stopped } from './transfer-row'
import { isStopping, paidOut, standingOf } from './views'
import { withdrawalRepository } from './withdrawal-repository'

type Input = InputOf<typeof contract.withdraw>

/**
 * Sets the money aside and writes the payout, in one transaction that looks at balance, standing and the day's cap; then
 * carries it as far as it goes by itself. The number is a function of member and key, so the same tap again is the same
 * payout, carried on from wherever it was left.
 */
export const withdraw: UseCase<typeof contract.withdraw> = async (input, ctx) => {
  const { db, memberId, now } = ctx
  const no = derivedId('w', memberId, input.key)
  const known = await readPromoter(db, memberId)
  if (known?.promoter.state !== 'accepted') return refuse('NOT_A_PROMOTER')
  const programme = programmeOf(known.shop ?? {})
  const before = await withdrawalRepository(db).withdrawal(no)
  const requested = before ? { row: before, fresh: false } : await request(no, input, programme, ctx)
  if (isRefused(requested)) return requested
  const row = await carryPayout(requested.row, ctx, requested)
  const account = await promoterRepository(db).account(memberId)
  if (!account) throw new Defect('a payout without an account', { no })
  return { ...paidOut(row, account, programme, now), confirmation: confirmationOf(row, ctx) }
}

async function request(no: string, input: Input, programme: contract.Programme, ctx: Ctx) {
  const plan = payoutPlan(programme, input)
  if (isRefused(plan)) return plan
  if (input.way === 'transfer' && !ctx.transfers) return refuse('WAY_GONE')
  const { memberId, now } = ctx
  const { fen } = input
  return ctx.tx(async (db) => {
    const before = await withdrawalRepository(db).withdrawal(no)
    if (before) return { row: before, fresh: false }
    const account = await promoterRepository(db).account(memberId)
    if (!account?.earning) return refuse('NOT_A_PROMOTER')
    const leftTodayFen = leftToday(account.drawn, programme.dailyFen, now)
    if (fen > leftTodayFen) return refuse('OVER_DAILY', { leftTodayFen })
    const postings = setAside(account, fen)
    if (!postings) return refuse('NOT_ENOUGH', { availableFen: account.availableFen })
    const drawn = drawnAfter(account.drawn, fen, shopDay(now))
    await book(db, account, { kind: 'withdraw', source: no, fen, postings, at: now }, { drawn })
    const row = withdrawalRow(no, input, plan, ctx)
    await withdrawalRepository(db).add(row)
    return { row, fresh: true }
  })
}

function withdrawalRow(
  no: string,
  { fen, way }: Input,
  { approval, campaignId, points, note }: PayoutPlan,
  { memberId, openid, now }: Ctx,
): WithdrawalRow {
  return {
    _id: no,
    promoter: memberId,
    fen,
    way,
    campaignId,
    points,
    state: approval ? 'requested' : 'sent',
    day: shopDay(now),
    requestedAt: now,
    endedAt: null,
    note,
    openOf: 'shop',
    ...(approval || way === 'cash' ? {} : { dueAt: now }),
    ...(way === 'transfer' && { transfer: newTransfer(openid, approval ? null : now) }),
  }
}

/** Twice is the same as once. A transfer that was sent is called back, and comes back once WeChat says so. */
export const cancelWithdrawal: UseCase<typeof contract.cancelWithdrawal> = async ({ no }, ctx) => {
  const { db, memberId, now } = ctx
  const known = await readPromoter(db, memberId)
  const programme = programmeOf(known?.shop ?? {})
  const given = await ctx.tx(async (tx) => {
    const row = await withdrawalRepository(tx).withdrawal(no)
    const account = await promoterRepository(tx).account(memberId)
    if (row?.promoter !== memberId || !account) return refuse('WITHDRAWAL_NOT_FOUND')
    if (row.state === 'cancelled' || isStopping(row)) return { row, account }
    if (!canPayout.cancel(standingOf(row))) return refuse('TOO_LATE')
    if (row.state === 'requested') return endPayout(tx, row, 'cancelled', '', ctx)
    const after = stopped(row, 'cancelled', '', now)
    await withdrawalRepository(tx).put(after)
    return { row: after, account }
  })
  if (isRefused(given)) return given
  if (!isStopping(given.row)) return paidOut(given.row, given.account, programme, now)
  const row = await carryPayout(given.row, ctx)
  return paidOut(row, (await promoterRepository(db).account(memberId)) ?? given.account, programme, now)
}
