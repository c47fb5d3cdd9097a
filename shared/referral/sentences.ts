import type { CodeOf } from '../kernel/action'
import type { code } from './contract'

/** What a person reads when the cloud says no. */
export const REFERRAL_SENTENCES = {
  NOT_A_MEMBER: '加入会员后，朋友从你的分享进来会记在你名下',
  TARGET_UNKNOWN: '这一样现在不能分享，换一样试试',
  PICTURE_FAILED: '小程序码没有画出来，请再试一次',
} as const satisfies Record<CodeOf<typeof code>, string>
