import type { CodeOf } from '../kernel/action'
import type { bindPhone, join, leave, tag, updateProfile } from './contract'

type Code = CodeOf<typeof join | typeof updateProfile | typeof bindPhone | typeof leave | typeof tag>

/** What a member reads when the cloud says no. */
export const MEMBER_SENTENCES = {
  NOT_A_MEMBER: '你还没有加入会员',
  TEXT_REJECTED: '昵称里有不合适的内容，请换一个',
  AVATAR_REJECTED: '这张头像用不了，请换一张',
  BIRTHDAY_INVALID: '生日填得不对，请检查一下',
  BIRTHDAY_TOLD: '生日填过了，不能再改',
  PHONE_CODE_INVALID: '手机号没有取到，请再点一次',
  HAS_OPEN_ORDER: '还有没完成的订单，取餐或取消后再注销吧',
  IS_OWNER: '你是店主，请先把店铺交给别人再注销',
  MEMBER_NOT_FOUND: '这位会员已经注销了',
  TOO_MANY_TAGS: '标签已经有 20 个，先去掉几个',
} as const satisfies Record<Code, string>
