import { Text, View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { goTo } from '@/platform/navigation'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Field } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Skeleton } from '@/ui/Skeleton'
import { NotAllowed } from '../../campaigns/NotAllowed'
import { RewardCard } from '../../rewards/RewardCard'
import { loadRewards, useRewards } from '../../rewards/store'
import './index.scss'

const EDIT = '/features/manager/pages/reward-edit/index'
const REVIEW = '/features/manager/pages/reward-review/index'

/** Campaigns for bringing friends, and the way to what waits for the owner. */
export default function RewardsPage() {
  const any = useRewards((s) => s.campaigns !== null)
  useDidShow(() => {
    void loadRewards()
  })
  usePullDownRefresh(() => {
    void loadRewards().finally(() => Taro.stopPullDownRefresh())
  })
  const footer = (
    <PrimaryButton size='l' onTap={() => goTo(EDIT)}>
      新建邀请活动
    </PrimaryButton>
  )
  return (
    <Page title='邀请有礼' {...(any ? { footer } : {})}>
      <Rewards />
    </Page>
  )
}

function Rewards() {
  const { campaigns, failed, waiting } = useRewards()
  if (failed?.code === 'FORBIDDEN') return <NotAllowed />
  if (campaigns === null)
    return (
      <View className='rewards'>
        {failed === null ? <Skeleton rows={4} /> : <ErrorState {...failed} onRetry={loadRewards} />}
      </View>
    )
  return (
    <View className='rewards'>
      {failed !== null && <Text className='rewards__stale'>{failed.sentence}，下面可能不是最新的</Text>}
      {waiting > 0 && (
        <View className='rewards__waiting'>
          <Field label='待核对的奖励' onTap={() => goTo(REVIEW)}>
            <Text className='rewards__count'>{waiting} 份</Text>
          </Field>
        </View>
      )}
      {campaigns.length === 0 && (
        <Empty icon='gift' title='还没有邀请活动' hint='好友入会或下单后，双方得到固定的券或积分' />
      )}
      {campaigns.map((campaign) => (
        <RewardCard
          key={campaign.id}
          campaign={campaign}
          onTap={() => goTo(`${EDIT}?id=${encodeURIComponent(campaign.id)}`)}
        />
      ))}
    </View>
  )
}
