import type { bindPhone, join, leave, updateProfile } from '@shared/members/contract'
import { call } from '@/platform/cloud'

/** The members room's only door to the cloud. */
export const api = {
  join: () => call<typeof join>('members.join', {}),
  updateProfile: (nickname: string, avatar: string) =>
    call<typeof updateProfile>('members.updateProfile', { nickname, avatar }),
  bindPhone: (code: string) => call<typeof bindPhone>('members.bindPhone', { code }),
  leave: () => call<typeof leave>('members.leave', {}),
}
