import { Text, View } from '@tarojs/components'
import { shopDateTime } from '@shared/kernel/time'
import type { InvitedFriend } from '@shared/referral/contract'
import { cx } from '@/ui/cx'
import './FriendRow.scss'

const NOBODY = '一位朋友'
/** `2026-11-22 10:00` → `11-22 入会`; the year matters to nobody. */
const dayOf = (friend: InvitedFriend) => `${shopDateTime(friend.joinedAt).slice(5, 10)} 入会`

/** One friend: masked, when they joined, and how far they are. */
export function FriendRow({ friend }: { readonly friend: InvitedFriend }) {
  const ordered = friend.state === 'ordered'
  const name = friend.nameMasked === '' ? NOBODY : friend.nameMasked
  return (
    <View className='friend-row'>
      <View className='friend-row__face'>
        <Text>{friend.nameMasked === '' ? '友' : [...friend.nameMasked][0]}</Text>
      </View>
      <View className='friend-row__words'>
        <Text className='friend-row__name'>{name}</Text>
        <Text className='friend-row__day'>{dayOf(friend)}</Text>
      </View>
      <Text className={cx('friend-row__state', ordered && 'friend-row__state--ordered')}>
        {ordered ? '已下单' : '还没下单'}
      </Text>
    </View>
  )
}
