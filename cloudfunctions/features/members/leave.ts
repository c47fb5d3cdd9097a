import type { leave as contract } from '@shared/members/contract'
import { isRefused, refuse } from '@shared/kernel/refusal'
import { EMPTY_ACCOUNT } from '@shared/points/account'
import type { MemberRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import type { Db } from '../../platform/db'
import type { UseCase } from '../../platform/router'
import { removeBook } from '../addresses'
import { revokeCoupons } from '../coupons'
import { forgetTouches } from '../referral'
import { stopReaching } from '../reach'
import { countersOf, dismiss } from '../staff'
import { memberRepository } from './repository'

/** What other rooms hold of a member; given at mounting, because they know this room and not the other way round. */
export type MemberTraces = {
  /** Whether an order of this member is still on its way: unpaid, being made, or being refunded. */
  readonly hasOpenOrder: (db: Db, memberId: string) => Promise<boolean>
  /**
   * Empties what is personal in the member's ended orders; the shop's books keep the rest. Safe to repeat. Answers how
   * many orders still told anything.
   */
  readonly forgetMember: (db: Db, memberId: string) => Promise<number>
  /** Empties what a promoter told of themselves. Safe to repeat. */
  readonly forgetPromoter: (ctx: Ctx) => Promise<void>
}

/**
 * Erases a person. The tombstone is written last: whatever crashes before it leaves a member who can press the button
 * again, and each step is safe to repeat. Who is no member (any more) may have ordered, or kept addresses, and is forgotten
 * all the same;
 * NOT_A_MEMBER is for those of whom nothing is known.
 *
 * An order may be placed meanwhile, on another phone: seen in time it stops the leaving; later it is an order of somebody
 * who is no member, left alone until it has ended.
 */
export const leave =
  ({ hasOpenOrder, forgetMember, forgetPromoter }: MemberTraces): UseCase<typeof contract> =>
  async (_input, ctx) => {
    const { db, memberId } = ctx
    const member = await memberRepository(db).row(memberId)
    const live = member !== null && member.leftAt === null
    const counters = await countersOf(db, memberId)
    if (counters.some((counter) => counter.staff[memberId]?.role === 'owner')) return refuse('IS_OWNER')
    if (await hasOpenOrder(db, memberId)) return refuse('HAS_OPEN_ORDER')

    for (const counter of counters) await dismiss(db, counter._id, memberId)
    await revokeCoupons(ctx, memberId)
    await stopReaching(db, memberId)
    if (live && (await hasOpenOrder(db, memberId))) return refuse('HAS_OPEN_ORDER')
    const forgotten = await forgetMember(db, memberId)
    await forgetPromoter(ctx)
    const hadBook = await removeBook(db, memberId)
    await forgetTouches(db, memberId)
    if (!live) return forgotten > 0 || hadBook ? { left: true } : refuse('NOT_A_MEMBER')
    if (member.avatar !== '') await ctx.files.remove(member.avatar)
    const buried = await bury(ctx)
    return isRefused(buried) ? buried : { left: true }
  }

/** The id stays, and who brought them, so that a return brings no second coupon and no second binding; everything that tells who it was is emptied. */
function bury({ tx, memberId, now }: Ctx) {
  return tx(async (db) => {
    const members = memberRepository(db)
    const row = await members.row(memberId)
    if (!row || row.leftAt !== null) return refuse('NOT_A_MEMBER')
    // no rule looks at somebody who is not there
    const { birthdayDueAt: _birthday, dormantDueAt: _dormant, ...kept } = row
    const tombstone: MemberRow = {
      ...kept,
      openid: '',
      nickname: '',
      avatar: '',
      phone: null,
      worksAt: [],
      birthday: null,
      tags: [],
      account: EMPTY_ACCOUNT,
      leftAt: now,
    }
    await members.replace(tombstone)
    return { left: true as const }
  })
}
