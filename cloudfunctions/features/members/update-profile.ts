import { birthdayDueAt } from '@shared/coupons/rule-dates'
import { isCalendarDay } from '@shared/kernel/time'
import { isOwnAvatar } from '@shared/members/avatar'
import type { updateProfile as contract } from '@shared/members/contract'
import { isRefused, refuse } from '@shared/kernel/refusal'
import type { MemberRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import type { UseCase } from '../../platform/router'
import { changeMember, meView, memberRepository, readMember } from './repository'

type Changed = Pick<MemberRow, 'nickname' | 'avatar' | 'birthday'>

/** Nickname, picture, and once the birthday. WeChat looks at a nickname that is new; the picture it replaces is deleted. */
export const updateProfile: UseCase<typeof contract> = async ({ nickname, avatar, birthday: told }, ctx) => {
  const known = await readMember(ctx.db, ctx.memberId, ctx.now)
  if (!known) return refuse('NOT_A_MEMBER')
  const { member, coupons } = known
  if (told !== null && !isCalendarDay(told)) return refuse('BIRTHDAY_INVALID')
  if (told !== null && member.birthday !== null && told !== member.birthday) return refuse('BIRTHDAY_TOLD')
  if (avatar !== member.avatar && !isOwnAvatar(avatar, ctx.memberId)) return refuse('AVATAR_REJECTED')
  if (nickname !== member.nickname && (await ctx.texts.check(ctx.openid, nickname, 'profile')) === 'rejected')
    return refuse('TEXT_REJECTED')
  const changed = { nickname, avatar, birthday: told ?? member.birthday }
  const saved = await save(member, changed, ctx)
  if (isRefused(saved)) return saved
  if (member.avatar !== '' && member.avatar !== avatar) await ctx.files.remove(member.avatar)
  return { me: meView({ ...member, ...changed }, coupons) }
}

/**
 * A birthday is written only over none: of two phones that tell different ones, the second is refused. From then on the
 * member is due for birthday coupons.
 */
async function save(member: MemberRow, { birthday, ...profile }: Changed, ctx: Ctx) {
  const tells = birthday !== member.birthday
  const [guard, patch] = tells
    ? [{ birthday: null }, { ...profile, ...toldNow(birthday, ctx) }]
    : [{}, profile]
  if (await changeMember(ctx.db, member._id, patch, guard)) return SAVED
  // Nothing changed because it was so already, or because of another phone this very moment.
  const now = await memberRepository(ctx.db).row(member._id)
  if (!now || now.leftAt !== null) return refuse('NOT_A_MEMBER')
  if (tells && now.birthday !== birthday) return refuse('BIRTHDAY_TOLD')
  if (tells) await changeMember(ctx.db, member._id, profile)
  return SAVED
}
const SAVED = { saved: true } as const

const toldNow = (birthday: string | null, { memberId, now }: Ctx) =>
  birthday === null ? { birthday } : { birthday, birthdayDueAt: birthdayDueAt(birthday, memberId, now) }
