import type { bindPhone as contract } from '@shared/members/contract'
import { refuse } from '@shared/kernel/refusal'
import type { UseCase } from '../../platform/router'
import { changeMember, meView, readMember } from './repository'

/** The code is single use and costs money: the member is looked up before it is spent. */
export const bindPhone: UseCase<typeof contract> = async ({ code }, ctx) => {
  const known = await readMember(ctx.db, ctx.memberId, ctx.now)
  if (!known) return refuse('NOT_A_MEMBER')
  const phone = await ctx.phones.numberOf(code, ctx.openid)
  if (phone === null) return refuse('PHONE_CODE_INVALID')
  if (phone !== known.member.phone && !(await changeMember(ctx.db, ctx.memberId, { phone })))
    return refuse('NOT_A_MEMBER')
  return { me: meView({ ...known.member, phone }, known.coupons) }
}
