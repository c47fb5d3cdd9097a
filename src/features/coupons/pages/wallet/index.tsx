import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import type { CouponView, Terms, WalletTab } from '@shared/coupons/contract'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@shared/kernel/time'
import { filterFor, useNames } from '@/features/catalogue'
import { OFFERS } from '@/features/members'
import { cloudNow } from '@/platform/clock'
import { goTo, TABS } from '@/platform/navigation'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Segments } from '@/ui/Segments'
import { Skeleton } from '@/ui/Skeleton'
import { useClock } from '@/ui/use-clock'
import { CouponCard } from '../../CouponCard'
import { loadWallet, useWallet, type Shelf } from '../../store'
import './index.scss'

const TAB_NAMES = [
  { id: 'usable', label: '未使用' },
  { id: 'used', label: '已使用' },
  { id: 'expired', label: '已过期' },
] as const
const NOTHING: Readonly<Record<WalletTab, { title: string; hint: string }>> = {
  usable: { title: '还没有可用的券', hint: '新人入会、门店活动的券都会放在这里' },
  used: { title: '还没有用过券', hint: '结账时会自动为你选最划算的一张' },
  expired: { title: '没有过期的券', hint: '' },
}
const toMenu = () => goTo(TABS.menu)
const toOffers = () => goTo(OFFERS)
const use = (terms: Terms) => {
  filterFor(terms)
  toMenu()
}

/** How often the wallet must look at the clock: each second in the last hour of a coupon, else each minute. */
function paceOf(coupons: readonly CouponView[] | null, now: number): number {
  const ticking = (coupons ?? []).some(
    ({ expiresAt }) => expiresAt > now && expiresAt - now <= HOUR_MS + MINUTE_MS,
  )
  return ticking ? SECOND_MS : MINUTE_MS
}

export default function WalletPage() {
  const [tab, setTab] = useState<WalletTab>('usable')
  const shelf = useWallet((s) => s[tab])
  useDidShow(() => {
    void loadWallet(tab)
  })
  usePullDownRefresh(() => {
    void loadWallet(tab).finally(() => Taro.stopPullDownRefresh())
  })
  const choose = (next: WalletTab) => {
    setTab(next)
    void loadWallet(next)
  }
  return (
    <Page title='我的优惠券'>
      <Segments items={TAB_NAMES} chosen={tab} onChoose={choose} />
      <View className='wallet'>
        <Coupons tab={tab} shelf={shelf} />
        {tab === 'usable' && (shelf.coupons?.length ?? 0) > 0 && (
          <PrimaryButton tone='plain' onTap={toOffers}>
            去领券中心看看
          </PrimaryButton>
        )}
      </View>
    </Page>
  )
}

function Coupons({ tab, shelf }: { readonly tab: WalletTab; readonly shelf: Shelf }) {
  const { coupons, failed } = shelf
  const now = useClock(cloudNow, tab === 'usable' ? paceOf(coupons, cloudNow()) : null)
  const names = useNames()
  if (failed !== null && coupons === null) return <ErrorState {...failed} onRetry={() => loadWallet(tab)} />
  if (coupons === null) return <Skeleton rows={3} />
  if (coupons.length === 0) {
    const { title, hint } = NOTHING[tab]
    const action = tab === 'usable' ? { action: { text: '去领券', onTap: toOffers } } : {}
    return <Empty icon='ticket' title={title} hint={hint} {...action} />
  }
  return (
    <>
      {coupons.map((coupon) => (
        <View key={coupon.id} className='wallet__coupon'>
          <CouponCard coupon={coupon} now={now} names={names} {...(tab === 'usable' ? { onUse: use } : {})} />
        </View>
      ))}
    </>
  )
}
