import { isOwnAvatar } from '@shared/members/avatar'
import type { updateProfile as contract } from '@shared/members/contract'
import { refuse } from '@shared/kernel/refusal'
import type { UseCase } from '../../platform/router'
import { changeMember, meView, readMember } from './repository'

/** Nickname and picture. WeChat looks at a nickname that is new; the picture it replaces is deleted. */
export const updateProfile: UseCase<typeof contract> = async ({ nickname, avatar }, ctx) => {
  const known = await readMember(ctx.db, ctx.memberId, ctx.now)
  if (!known) return refuse('NOT_A_MEMBER')
  if (!isOwnAvatar(avatar, ctx.memberId)) return refuse('AVATAR_REJECTED')
  const { member, coupons } = known
  if (nickname !== member.nickname && (await ctx.texts.check(ctx.openid, nickname, 'profile')) === 'rejected')
    return refuse('TEXT_REJECTED')
  if (!(await changeMember(ctx.db, ctx.memberId, { nickname, avatar }))) {
    // Nothing changed because it was so already, or because the member left this very moment.
    if (nickname !== member.nickname || avatar !== member.avatar) return refuse('NOT_A_MEMBER')
  }
  if (member.avatar !== '' && member.avatar !== avatar) await ctx.files.remove(member.avatar)
  return { me: meView({ ...member, nickname, avatar }, coupons) }
}
