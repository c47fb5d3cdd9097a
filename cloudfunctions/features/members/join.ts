import type { join as contract } from '@shared/members/contract'
import { EMPTY_ACCOUNT } from '@shared/points/account'
import type { CouponRow, MemberRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import { DuplicateKey } from '../../platform/errors'
import type { UseCase } from '../../platform/router'
import { readShopNow, type ShopNow } from '../catalogue'
import { couponView, welcomeMember } from '../coupons'
import { readArrival, settleArrival, type Arriving } from '../referral'
import { memberRepository, meView, readMember } from './repository'

/**
 * Makes the caller a member, binds them to who brought them, counts them for the code that they came through, and issues the welcome coupon, all in one transaction:
 * whoever writes the member writes the rest, so parallel taps bind once and issue one. A former member comes back as they
 * were bound, or unbound, and without a second coupon; who comes after the last coupon of a limited campaign joins without.
 */
export const join: UseCase<typeof contract> = async (_input, ctx) => {
  const [shopNow, arriving] = await Promise.all([readShopNow(ctx.db, ctx.now), readArrival(ctx)])
  const joined = await joinOnce(ctx, shopNow, arriving)
  if (joined !== 'already') {
    const coupons = joined.coupon ? [joined.coupon] : []
    return { me: meView(joined.member, coupons), welcomed: joined.coupon && couponView(joined.coupon) }
  }
  const known = await readMember(ctx.db, ctx.memberId, ctx.now)
  return { me: meView(known?.member ?? null, known?.coupons ?? []), welcomed: null }
}

type Joined = { readonly member: MemberRow; readonly coupon: CouponRow | null }

async function joinOnce(
  ctx: Ctx,
  { shop, welcome }: ShopNow,
  arriving: Arriving,
): Promise<Joined | 'already'> {
  try {
    return await ctx.tx(async (db): Promise<Joined | 'already'> => {
      const members = memberRepository(db)
      const before = await members.row(ctx.memberId)
      if (before && before.leftAt === null) return 'already'
      if (before) {
        const member = newMember(ctx, tracesOf(before))
        await members.replace(member)
        return { member, coupon: null }
      }
      const member = newMember(ctx, arriving.traces)
      await members.add(member)
      await settleArrival(db, arriving, { member, shop }, ctx)
      return { member, coupon: await welcomeMember(db, welcome, member, shop, ctx) }
    })
  } catch (e) {
    // Another tap of the same person committed between our snapshot and our write.
    if (e instanceof DuplicateKey) return 'already'
    throw e
  }
}

/** How a former member came the first time stays as it was. */
const tracesOf = ({ bound, cameBy, unbound }: MemberRow): Arriving['traces'] => ({
  ...(bound ? { bound } : {}),
  ...(cameBy ? { cameBy } : {}),
  ...(unbound ? { unbound } : {}),
})

function newMember({ memberId, openid, now }: Ctx, traces: Arriving['traces']): MemberRow {
  return {
    _id: memberId,
    shopId: 'shop',
    openid,
    nickname: '',
    avatar: '',
    phone: null,
    joinedAt: now,
    worksAt: [],
    birthday: null,
    tags: [],
    account: EMPTY_ACCOUNT,
    ...traces,
    leftAt: null,
  }
}
