import { isCalendarDay } from '@shared/kernel/time'
import { isOwnAvatar } from '@shared/members/avatar'
import type { updateProfile as contract } from '@shared/members/contract'
import { refuse } from '@shared/kernel/refusal'
import type { UseCase } from '../../platform/router'
import { changeMember, meView, readMember } from './repository'

/** Nickname and picture. WeChat looks at a nickname that is new; the picture it replaces is deleted. */
export const updateProfile: UseCase<typeof contract> = async ({ nickname, avatar, birthday: told }, ctx) => {
  const known = await readMember(ctx.db, ctx.memberId, ctx.now)
  if (!known) return refuse('NOT_A_MEMBER')
  const birthday = told ?? known.member.birthday
  if (told !== null && known.member.birthday !== null && told !== known.member.birthday)
    return refuse('BIRTHDAY_TOLD')
  if (told !== null && !isCalendarDay(told)) return refuse('BIRTHDAY_INVALID')
  if (!isOwnAvatar(avatar, ctx.memberId)) return refuse('AVATAR_REJECTED')
  const { member, coupons } = known
  if (nickname !== member.nickname && (await ctx.texts.check(ctx.openid, nickname, 'profile')) === 'rejected')
    return refuse('TEXT_REJECTED')
  if (!(await changeMember(ctx.db, ctx.memberId, { nickname, avatar, birthday }))) {
    // Nothing changed because it was so already, or because the member left this very moment.
    if (nickname !== member.nickname || avatar !== member.avatar) return refuse('NOT_A_MEMBER')
  }
  if (member.avatar !== '' && member.avatar !== avatar) await ctx.files.remove(member.avatar)
  return { me: meView({ ...member, nickname, avatar, birthday }, coupons) }
}
