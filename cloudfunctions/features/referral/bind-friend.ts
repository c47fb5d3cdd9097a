import { arrivalOf, type Promoter, type Touch } from '@shared/referral/touches'
import type { BindingRow, BoundRow, CameByRow, MemberRow, ShopRow, UnboundRow } from '../../database/rows'
import type { CloudCtx, Ctx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import { countFor } from './channel-counts'
import { bindingRepository, readComing } from './repository'

/** What rooms that register for `member.bound` are given, in the transaction of the signup: the shop as it was just before. */
export type MemberBound = { readonly binding: BindingRow; readonly member: MemberRow; readonly shop: ShopRow }

/** How the caller came, if they joined now. */
export type Arriving = {
  /** To whom they would be locked; null: to nobody. */
  readonly binding: BindingRow | null
  /** What their own document would say of it. */
  readonly traces: Pick<MemberRow, 'bound' | 'cameBy' | 'unbound'>
}

/**
 * One read, before the transaction that locks it: what is noted of them, with the promoters as they are. A promoter who
 * leaves while this very signup runs may still get it; their tombstone earns nothing.
 */
export async function readArrival(ctx: Pick<Ctx, 'db' | 'memberId' | 'now'>): Promise<Arriving> {
  const { db, memberId, now } = ctx
  const found = await readComing(db, memberId)
  if (!found) return { binding: null, traces: {} }
  const promoters: Promoter[] = found.joined.promoters.rows.map(({ _id, ...row }) => ({ id: _id, ...row }))
  const { touches } = found.doc
  const arrival = arrivalOf(touches, promoters, memberId, now)
  const promoter = promoters.find(({ id }) => id === arrival.binding?.promoter)
  const binding =
    arrival.binding && promoter ? bindingOf(memberId, arrival.binding, promoter, touches, now) : null
  return {
    binding,
    traces: {
      ...(binding ? { bound: boundOf(binding) } : {}),
      ...(arrival.shop ? { cameBy: cameByOf(arrival.shop) } : {}),
      ...(arrival.unbound ? { unbound: unboundOf(arrival.unbound) } : {}),
    },
  }
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
const boundOf = ({ promoter, boundAt: at, channel, code }: BindingRow): BoundRow => ({
  promoter,
  at,
  channel,
  code,
})
const cameByOf = ({ code, channel, at }: Touch): CameByRow => ({ code, channel, at })
const unboundOf = ({ touch, why }: { touch: Touch & { promoter: string }; why: UnboundRow['why'] }) => {
  const { promoter, channel, code, at } = touch
  return { promoter, channel, code, at, why }
}

/**
 * Locks the binding, and counts the signup for the shop's code that brought it, in the transaction that first writes the
 * member. Throws DuplicateKey if this person was ever bound. One write for each.
 */
export async function settleArrival(
  db: TxDb,
  { binding, traces }: Arriving,
  { member, shop }: Pick<MemberBound, 'member' | 'shop'>,
  ctx: Pick<CloudCtx, 'react' | 'random'>,
): Promise<void> {
  if (traces.cameBy) await countFor(db, traces.cameBy.code, { joins: 1 }, ctx)
  if (!binding) return
  await bindingRepository(db).add(binding)
  const subject: MemberBound = { binding, member, shop }
  await ctx.react('member.bound', db, subject)
}
