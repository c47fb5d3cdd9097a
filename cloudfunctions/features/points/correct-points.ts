import { isRefused, refuse } from '@shared/kernel/refusal'
import { balanceOf, lotOf } from '@shared/points/account'
import type { correct } from '@shared/points/contract'
import { lotsToTake, negated, plus } from '@shared/points/move'
import { derivedId } from '../../platform/identity'
import type { UseCase } from '../../platform/router'
import { readShop } from '../catalogue'
import { record, requireManager } from '../staff'
import { enterPoints } from './move-points'
import { accountRepository, entryRepository, movePoints } from './repository'

/**
 * Given points go into the lot of points earned now; what is taken goes from those that end first. Movement, line and
 * record are one transaction, and the line's id is a function of member and key, so a correction happens once.
 */
export const correctPoints: UseCase<typeof correct> = async ({ memberId, points, reason, key }, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  const { loyalty } = await readShop(ctx.db)
  const { now } = ctx
  const id = derivedId('p', memberId, key)
  return ctx.tx(async (db) => {
    const member = await accountRepository(db).member(memberId)
    if (!member) return refuse('MEMBER_NOT_FOUND')
    const balance = balanceOf(member.account, now)
    if (await entryRepository(db).entry(id)) return { balance }
    const taken = lotsToTake(member.account, Math.max(0, -points), now)
    if (!taken) return refuse('POINTS_SHORT')
    const lots = points > 0 ? { [lotOf(now, loyalty)]: points } : negated(taken)
    const after = balanceOf({ lots: plus(member.account.lots, lots) }, now)
    await movePoints(db, member, lots, now)
    await enterPoints(db, { id, memberId, at: now, why: 'corrected', what: '', lots })
    const deed = { storeId: null, what: 'points.corrected', subject: memberId }
    await record(db, ctx, { ...deed, before: { balance }, after: { balance: after, points, reason } })
    return { balance: after }
  })
}
