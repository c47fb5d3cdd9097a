import { Text, View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Sheet } from '@/ui/Sheet'
import { Skeleton } from '@/ui/Skeleton'
import { CampaignList } from '../../campaigns/CampaignList'
import { NotAllowed } from '../../campaigns/NotAllowed'
import { loadCampaigns, loadIfStale, useCampaigns } from '../../campaigns/store'
import { Suggestions } from '../../campaigns/Suggestions'
import './index.scss'

export default function CampaignsPage() {
  const [choosing, setChoosing] = useState(false)
  const may = useCampaigns((s) => s.failed?.code !== 'FORBIDDEN')
  const any = useCampaigns((s) => (s.campaigns?.length ?? 0) > 0)
  useDidShow(() => {
    void loadIfStale()
  })
  usePullDownRefresh(() => {
    void loadCampaigns().finally(() => Taro.stopPullDownRefresh())
  })
  const footer = (
    <PrimaryButton size='l' onTap={() => setChoosing(true)}>
      新建活动
    </PrimaryButton>
  )
  return (
    <Page title='优惠活动' {...(may && any ? { footer } : {})}>
      <Campaigns />
      <Sheet open={choosing} title='新建活动' onClose={() => setChoosing(false)}>
        <Suggestions blank onChosen={() => setChoosing(false)} />
      </Sheet>
    </Page>
  )
}

function Campaigns() {
  const { campaigns, failed } = useCampaigns()
  if (failed?.code === 'FORBIDDEN') return <NotAllowed />
  if (campaigns === null) {
    return (
      <View className='campaigns'>
        {failed === null ? <Skeleton rows={4} /> : <ErrorState {...failed} onRetry={loadCampaigns} />}
      </View>
    )
  }
  return (
    <>
      {failed !== null && <Text className='campaigns__stale'>{failed.sentence}，下面可能不是最新的</Text>}
      {campaigns.length === 0 ? <None /> : <CampaignList campaigns={campaigns} />}
    </>
  )
}

function None() {
  return (
    <>
      <Empty icon='ticket' title='还没有活动' hint='挑一个常用的开始，都填好了，改一改就能用' />
      <Suggestions blank />
    </>
  )
}
