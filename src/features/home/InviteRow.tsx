import { Text, View } from '@tarojs/components'
import { useMe } from '@/features/members'
import { INVITE } from '@/features/referral'
import { goTo } from '@/platform/navigation'
import { Icon } from '@/ui/Icon'
import './InviteRow.scss'

/** The last thing on the screen, and a quiet one: WeChat forbids to urge, and the shop is here to sell coffee. */
export function InviteRow() {
  const isMember = useMe((s) => (s.me?.member ?? null) !== null)
  if (!isMember) return null
  return (
    <View className='invite-row' onClick={() => goTo(INVITE)}>
      <Text>好喝的，带朋友来尝尝</Text>
      <Icon name='right' size='s' />
    </View>
  )
}
