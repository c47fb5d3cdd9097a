import { Text, View } from '@tarojs/components'
import { shopDateTime } from '@shared/kernel/time'
import type { FriendState, FriendView } from '@shared/rewards/contract'
import { cx } from '@/ui/cx'
import './FriendRow.scss'

const NOBODY = '一位朋友'
const STATES: Readonly<Record<FriendState, string>> = {
  joined: '还没下单',
  ordered: '已下单',
  rewarded: '已得奖励',
  review: '核对中',
  none: '没有奖励',
}

/** One friend: masked, when they joined, how far they are, and what they brought. */
export function FriendRow({ friend }: { readonly friend: FriendView }) {
  const { nameMasked, joinedAt, state, lines } = friend
  return (
    <View className='friend-row'>
      <View className='friend-row__face'>
        <Text>{nameMasked === '' ? '友' : [...nameMasked][0]}</Text>
      </View>
      <View className='friend-row__words'>
        <View className='friend-row__head'>
          <Text className='friend-row__name'>{nameMasked === '' ? NOBODY : nameMasked}</Text>
          <Text className={cx('friend-row__state', `friend-row__state--${state}`)}>{STATES[state]}</Text>
        </View>
        <Text className='friend-row__day'>{shopDateTime(joinedAt).slice(0, 10)} 入会</Text>
        {lines.map((line, i) => (
          <Text key={i} className='friend-row__line'>
            {line}
          </Text>
        ))}
      </View>
    </View>
  )
}
