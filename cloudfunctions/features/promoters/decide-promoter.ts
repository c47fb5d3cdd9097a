import type * as contract from '@shared/promoters/office-contract'
import { isRefused, refuse } from '@shared/kernel/refusal'
import { mayBecome, mayInvite } from '@shared/promoters/standing'
import type { PromoterRow } from '../../database/rows'
import type { UseCase } from '../../platform/router'
import { wholePage } from '../orders'
import { record, requireManager } from '../staff'
import { promoterQueries, promoterRepository } from './repository'
import { setEarning } from './set-earning'
import { promoterCard } from './views'

const PAGE = 20

export const listPromoters: UseCase<typeof contract.promoters> = async ({ state, before }, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  const lists = promoterQueries(ctx.db)
  const rows = await lists.inState(state, before, PAGE + 1)
  const page = wholePage(rows, PAGE, (row) => row.changedAt)
  const ids = page.map(({ _id }) => _id)
  const accounts = ids.length === 0 ? [] : await lists.accounts(ids, PAGE)
  return {
    promoters: page.map((row) =>
      promoterCard(
        row,
        accounts.find(({ _id }) => _id === row._id),
      ),
    ),
    more: rows.length > page.length,
    isOwner: manager.role === 'owner',
  }
}

/** An invited person earns nothing before they have said yes to the terms themselves. */
export const invitePromoter: UseCase<typeof contract.invite> = async ({ memberId }, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  return ctx.tx(async (db) => {
    const promoters = promoterRepository(db)
    if (!(await promoters.isMember(memberId))) return refuse('MEMBER_NOT_FOUND')
    const before = await promoters.promoter(memberId)
    if (before?.state === 'invited') return { promoter: promoterCard(before, null) }
    if (before && !mayInvite(before.state)) return refuse('WRONG_STATE', { state: before.state })
    const row: PromoterRow = {
      _id: memberId,
      shopId: 'shop',
      state: 'invited',
      name: before?.name ?? '',
      note: before?.note ?? '',
      termsVersion: before?.termsVersion ?? null,
      changedAt: ctx.now,
      reason: '',
    }
    await promoters.putPromoter(row)
    await record(db, ctx, {
      storeId: null,
      what: 'promoter.invited',
      subject: memberId,
      before: before && { state: before.state },
      after: { state: row.state },
    })
    return { promoter: promoterCard(row, null) }
  })
}

/** The promoter's state, whether they earn, and the line of the record, in one transaction. */
export const decidePromoter: UseCase<typeof contract.decide> = async (
  { memberId, from, to, reason },
  ctx,
) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  if (to === 'banned' && reason === '') return refuse('REASON_MISSING')
  if ((await ctx.texts.check(ctx.openid, reason, 'comment')) === 'rejected') return refuse('TEXT_REJECTED')
  return ctx.tx(async (db) => {
    const promoters = promoterRepository(db)
    const before = await promoters.promoter(memberId)
    if (!before) return refuse('PROMOTER_NOT_FOUND')
    if (before.state !== from || !mayBecome(from, to)) return refuse('WRONG_STATE', { state: before.state })
    const row: PromoterRow = { ...before, state: to, changedAt: ctx.now, reason }
    await promoters.putPromoter(row)
    const account =
      to === 'declined'
        ? await promoters.account(memberId)
        : await setEarning(db, memberId, to === 'accepted')
    await record(db, ctx, {
      storeId: null,
      what: `promoter.${to}`,
      subject: memberId,
      before: { state: from },
      after: { state: to, reason },
    })
    return { promoter: promoterCard(row, account) }
  })
}
