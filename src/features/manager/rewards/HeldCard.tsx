import { Text, View } from '@tarojs/components'
import { shopDateTime } from '@shared/kernel/time'
import type { HeldReward } from '@shared/rewards/contract'
import { EVENT_WORDS, giftWords } from '@shared/rewards/words'
import { PrimaryButton } from '@/ui/PrimaryButton'
import './HeldCard.scss'

type Props = { readonly held: HeldReward; readonly onDecide: (release: boolean) => void }

/** Who brought whom, why it waits, and what can be done. */
export function HeldCard({ held, onDecide }: Props) {
  const { promoterName, friendName, promoter, friend, fired, at, endsAt, ends, event } = held
  return (
    <View className='held-card'>
      <Text className='held-card__who'>
        {promoterName} 带来了 {friendName}
      </Text>
      <Text className='held-card__note'>
        {EVENT_WORDS[event]} · {shopDateTime(at).slice(5)}
      </Text>
      {fired.map(({ rule, sentence }) => (
        <Text key={rule} className='held-card__rule'>
          {sentence}
        </Text>
      ))}
      <Text className='held-card__note'>
        {promoter?.state === 'held' ? `邀请人 ${giftWords(promoter.gift)}` : '邀请人这次没有奖励'}
        {friend?.state === 'held' ? `，好友 ${giftWords(friend.gift)}` : ''}
      </Text>
      <View className='held-card__foot'>
        <Text className='held-card__ends'>
          {shopDateTime(endsAt).slice(5, 10)} 起自动{ends === 'release' ? '发放' : '取消'}
        </Text>
        <PrimaryButton size='s' tone='plain' onTap={() => onDecide(false)}>
          取消
        </PrimaryButton>
        <PrimaryButton size='s' onTap={() => onDecide(true)}>
          发放
        </PrimaryButton>
      </View>
    </View>
  )
}
