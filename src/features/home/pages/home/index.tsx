import { View } from '@tarojs/components'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import Taro from '@tarojs/taro'
import type { Shop } from '@shared/catalogue/contract'
import { useShop } from '@/features/catalogue'
import { WelcomeDialog } from '@/features/members'
import { timelineQuery, useShopCard, useShopCode } from '@/features/referral'
import { goTo, TABS } from '@/platform/navigation'
import { isSinglePage, useTimeline } from '@/platform/share'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { Again } from '../../Again'
import { Banner } from '../../Banner'
import { Entries } from '../../Entries'
import { InviteRow } from '../../InviteRow'
import { LeftCart } from '../../LeftCart'
import { MemberStrip } from '../../MemberStrip'
import { SinglePage } from '../../SinglePage'
import { lookAgain, openHome, useHome } from '../../store'
import { StoreBar } from '../../StoreBar'
import './index.scss'

export default function HomePage() {
  const shop = useShop((s) => s.shop)
  const failure = useHome((s) => s.failure)
  useShopCard()
  useShopCode()
  useTimeline(() => ({ title: shop?.name ?? '常客', query: timelineQuery() }))
  useDidShow(() => {
    if (!isSinglePage()) void lookAgain()
  })
  usePullDownRefresh(() => {
    void openHome().then(() => Taro.stopPullDownRefresh())
  })
  if (isSinglePage()) return <SinglePage />
  if (shop !== null) return <OpenHome shop={shop} />
  return (
    <Page title='常客' tab>
      {failure === null ? (
        <View className='home'>
          <Skeleton rows={1} shape='hero' />
          <Skeleton rows={3} />
        </View>
      ) : (
        <ErrorState {...failure} onRetry={openHome} />
      )}
    </Page>
  )
}

function OpenHome({ shop }: { readonly shop: Shop }) {
  return (
    <Page title={shop.name} tab>
      <View className='home'>
        <Banner notice={shop.notice} />
        <View className='home__order'>
          <StoreBar />
          <Entries />
        </View>
        <LeftCart />
        <MemberStrip shop={shop} />
        <Again />
        <InviteRow />
      </View>
      <WelcomeDialog onOrder={() => goTo(TABS.menu)} />
    </Page>
  )
}
