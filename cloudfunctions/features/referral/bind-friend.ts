import { bindingTouch, type Promoter, type Touch } from '@shared/referral/touches'
import type { BindingRow, BoundRow, MemberRow } from '../../database/rows'
import type { CloudCtx, Ctx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import { bindingRepository, readComing } from './repository'

/** What rooms that register for `member.bound` are given, in the transaction of the signup. */
export type MemberBound = { readonly binding: BindingRow; readonly member: MemberRow }

/**
 * The binding that the caller would be locked to if they joined now; null: nobody brought them. One read, before the
 * transaction that locks it: what is noted of them, with the promoters as they are. A promoter who leaves while this very
 * signup runs may still get it; their tombstone earns nothing.
 */
export async function readBinding(ctx: Pick<Ctx, 'db' | 'memberId' | 'now'>): Promise<BindingRow | null> {
  const { db, memberId, now } = ctx
  const found = await readComing(db, memberId)
  if (!found) return null
  const promoters: Promoter[] = found.joined.promoters.rows.map(({ _id, ...row }) => ({ id: _id, ...row }))
  const { touches } = found.doc
  const touch = bindingTouch(touches, promoters, memberId, now)
  const promoter = promoters.find(({ id }) => id === touch?.promoter)
  return touch && promoter ? bindingOf(memberId, touch, promoter, touches, now) : null
}

function bindingOf(
  _id: string,
  { promoter, at, channel, code }: Touch & { readonly promoter: string },
  { joinedAt }: Promoter,
  touches: readonly Touch[],
  boundAt: number,
): BindingRow {
  return { _id, promoter, touchAt: at, boundAt, channel, code, promoterSince: joinedAt, touches }
}

/** What the member's own document, and each of their orders, says of it. */
export const boundOf = ({ promoter, boundAt: at, channel, code }: BindingRow): BoundRow => ({
  promoter,
  at,
  channel,
  code,
})

/** Locks the binding, in the transaction that first writes the member. Throws DuplicateKey if this person was ever bound. */
export async function bindFriend(
  db: TxDb,
  binding: BindingRow,
  member: MemberRow,
  ctx: Pick<CloudCtx, 'react'>,
): Promise<void> {
  await bindingRepository(db).add(binding)
  const subject: MemberBound = { binding, member }
  await ctx.react('member.bound', db, subject)
}
