import { Text, View } from '@tarojs/components'
import { yuan } from '@shared/kernel/money'
import type { RewardCampaignView, RewardState } from '@shared/rewards/contract'
import { spanWords } from '../campaigns/moments'
import './RewardCard.scss'

export const STATE_NAMES: Readonly<Record<RewardState, string>> = {
  draft: '草稿',
  running: '进行中',
  paused: '已暂停',
  ended: '已结束',
}
type Props = { readonly campaign: RewardCampaignView; readonly onTap: () => void }

/** A campaign with what it has brought and what it costs. */
export function RewardCard({ campaign, onTap }: Props) {
  const { name, state, counts, startAt, endAt } = campaign
  const figures = [
    ['加入', counts.joined],
    ['首单', counts.ordered],
    ['已发', counts.granted],
    ['待核对', counts.held],
  ] as const
  return (
    <View className='reward-card' onClick={onTap}>
      <View className='reward-card__head'>
        <Text className='reward-card__name'>{name}</Text>
        <Text className={`reward-card__state reward-card__state--${state}`}>{STATE_NAMES[state]}</Text>
      </View>
      <Text className='reward-card__note'>{spanWords(startAt, endAt)}</Text>
      <View className='reward-card__figures'>
        {figures.map(([label, n]) => (
          <View key={label} className='reward-card__figure'>
            <Text className='reward-card__number'>{n}</Text>
            <Text className='reward-card__label'>{label}</Text>
          </View>
        ))}
      </View>
      <Text className='reward-card__note'>
        券最多花 ¥{yuan(counts.couponFen)}
        {counts.points > 0 ? `，积分 ${counts.points}` : ''}
        {counts.revoked > 0 ? `，退款收回 ${counts.revoked} 份` : ''}
      </Text>
    </View>
  )
}
