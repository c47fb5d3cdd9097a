import { Text, View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { canPayout } from '@shared/promoters/payout'
import type { PayoutCard as Card } from '@shared/promoters/office-contract'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { PayoutCard } from '../../promoters/PayoutCard'
import { loadPayouts, usePayouts, type PayoutDeed } from '../../promoters/payouts'
import { Settling } from '../../promoters/Settling'
import './index.scss'

type Wanted = { readonly payout: Card; readonly deed: PayoutDeed }
type Part = { readonly title: string; readonly of: (payout: Card) => boolean }

const PARTS: readonly Part[] = [
  { title: '待审核', of: canPayout.approve },
  { title: '待付款', of: canPayout.paid },
  { title: '处理中', of: (payout) => !canPayout.approve(payout) && !canPayout.paid(payout) },
]

/** What promoters want to withdraw: to approve, to pay by hand, or on its way. */
export default function ManagerPayoutsPage() {
  const [wanted, setWanted] = useState<Wanted | null>(null)
  useDidShow(() => {
    void loadPayouts()
  })
  usePullDownRefresh(() => {
    void loadPayouts().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <Page title='推客提现'>
      <View className='payouts'>
        <Payouts onDeed={setWanted} />
      </View>
      {wanted !== null && <Settling {...wanted} onClose={() => setWanted(null)} />}
    </Page>
  )
}

function Payouts({ onDeed }: { readonly onDeed: (wanted: Wanted) => void }) {
  const { payouts, more, failed } = usePayouts()
  if (failed?.code === 'FORBIDDEN')
    return <Empty icon='shield' title='提现由店主处理' hint='有推客来问时，请告诉店主' />
  if (payouts === null)
    return failed === null ? <Skeleton rows={4} /> : <ErrorState {...failed} onRetry={loadPayouts} />
  return (
    <>
      {failed !== null && <Text className='payouts__stale'>{failed.sentence}，下面可能不是最新的</Text>}
      {payouts.length === 0 && (
        <Empty icon='check' title='没有要处理的提现' hint='不用审核的换积分、换券会自动完成' />
      )}
      {PARTS.map(({ title, of }) => {
        const mine = payouts.filter(of)
        return mine.length === 0 ? null : (
          <View key={title}>
            <Text className='payouts__title'>
              {title} {mine.length} 笔
            </Text>
            {mine.map((payout) => (
              <PayoutCard key={payout.no} payout={payout} onDeed={(deed) => onDeed({ payout, deed })} />
            ))}
          </View>
        )
      })}
      {more && <Text className='payouts__tail'>还有更多，处理完这些再刷新</Text>}
    </>
  )
}
