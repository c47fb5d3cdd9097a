import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { NotAllowed } from '../../campaigns/NotAllowed'
import { RewardEditor } from '../../rewards/RewardEditor'
import { loadRewards, useRewards } from '../../rewards/store'
import './index.scss'

/** One campaign for bringing friends, or a new one. */
export default function RewardEditPage() {
  const { id } = useRouter().params
  const { campaigns, failed } = useRewards()
  useEffect(() => {
    if (useRewards.getState().campaigns === null) void loadRewards()
  }, [])
  const opened = campaigns?.find((one) => one.id === id) ?? null
  if (campaigns !== null && (id === undefined || opened !== null)) return <RewardEditor first={opened} />
  return (
    <Page title='邀请有礼'>
      <View className='reward-edit'>
        {failed?.code === 'FORBIDDEN' ? (
          <NotAllowed />
        ) : failed !== null ? (
          <ErrorState {...failed} onRetry={loadRewards} />
        ) : campaigns === null ? (
          <Skeleton rows={5} />
        ) : (
          <Empty icon='gift' title='没有找到这个活动' />
        )}
      </View>
    </Page>
  )
}
