import { avatarFolder } from '@shared/members/avatar'
import type { bindPhone, join, leave, updateProfile } from '@shared/members/contract'
import { call, upload } from '@/platform/cloud'

/** The members room's only door to the cloud. */
export const api = {
  join: () => call<typeof join>('members.join', {}),
  updateProfile: (nickname: string, avatar: string, birthday: string | null = null) =>
    call<typeof updateProfile>('members.updateProfile', { nickname, avatar, birthday }),
  /** Sends a picture of this phone to the member's own folder; its file id, or null when it did not arrive. */
  sendAvatar: (local: string, memberId: string) => upload(local, avatarFolder(memberId)),
  bindPhone: (code: string) => call<typeof bindPhone>('members.bindPhone', { code }),
  leave: () => call<typeof leave>('members.leave', {}),
}
