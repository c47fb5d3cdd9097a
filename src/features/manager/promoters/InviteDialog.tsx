import { Text } from '@tarojs/components'
import type { MemberStory } from '@shared/manager/member-contract'
import { Dialog } from '@/ui/Dialog'
import { toast } from '@/ui/toast'
import { invite } from './store'

type Props = { readonly member: MemberStory['member']; readonly onClose: () => void }

/** Asks before a member is invited to promote the shop. */
export function InviteDialog({ member: { id, nickname }, onClose }: Props) {
  const confirm = async () => {
    toast(await invite(id))
    onClose()
  }
  return (
    <Dialog
      open
      title={`邀请${nickname === '' ? '这位会员' : ` ${nickname} `}做推客？`}
      confirmText='邀请'
      onConfirm={confirm}
      onCancel={onClose}
    >
      <Text>对方同意推客须知后就是推客，不用再审核。没同意之前可以撤回。</Text>
    </Dialog>
  )
}
