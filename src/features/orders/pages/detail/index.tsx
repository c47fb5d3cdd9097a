import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { MINUTE_MS, SECOND_MS } from '@shared/kernel/time'
import type { OrderView } from '@shared/orders/contract'
import { shareCard, useShopCard } from '@/features/referral'
import { cloudNow } from '@/platform/clock'
import { goTo, TABS } from '@/platform/navigation'
import { useInSight } from '@/platform/use-in-sight'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { useClock } from '@/ui/use-clock'
import { refreshOrder, useOrder } from '../../order'
import { hasActions, OrderActions } from '../../OrderActions'
import { OrderDestination, OrderFacts, OrderStore } from '../../OrderFacts'
import { OrderHero } from '../../OrderHero'
import { passedOn, RecommendRow } from '../../RecommendRow'
import { hasPickupQr, PickupQr } from '../../PickupQr'
import { RefundList } from '../../RefundList'
import { useWatchOrder } from '../../watch'
import './index.scss'

export default function OrderPage() {
  const orderId = useRouter().params.id ?? ''
  const inSight = useInSight()
  useWatchOrder(orderId, inSight)
  const { order, failed, confirming } = useOrder()
  const now = useClock(cloudNow, inSight && order !== null ? tickMs(order) : null)
  usePullDownRefresh(() => {
    void refreshOrder('hand').finally(() => Taro.stopPullDownRefresh())
  })
  useShopCard(() => {
    const passed = order && passedOn(order)
    return passed && shareCard(passed)
  })
  if (order === null) return <NoOrder />
  return (
    <Page
      title='订单详情'
      {...(hasActions(order, confirming) ? { footer: <OrderActions order={order} now={now} /> } : {})}
    >
      <View className='order-page'>
        {failed !== null && <Text className='order-page__stale'>没刷新成功：{failed.sentence}</Text>}
        <OrderHero order={order} now={now} confirming={confirming} />
        {hasPickupQr(order) && <PickupQr order={order} />}
        <RefundList order={order} />
        <OrderDestination order={order} />
        <OrderStore order={order} />
        <OrderFacts order={order} />
        <RecommendRow order={order} />
      </View>
    </Page>
  )
}

/** What is counted down, seconds to pay and minutes until it must be accepted; then an estimate that may be missed. */
function tickMs({ state }: OrderView): number | null {
  if (state === 'pendingPay') return SECOND_MS
  if (state === 'paid') return 15 * SECOND_MS
  return state === 'making' || state === 'delivering' ? MINUTE_MS : null
}

function NoOrder() {
  const failed = useOrder((s) => s.failed)
  return (
    <Page title='订单详情'>
      <View className='order-page'>
        {failed === null ? (
          <>
            <Skeleton rows={1} shape='hero' />
            <Skeleton rows={2} />
          </>
        ) : failed.code === 'ORDER_NOT_FOUND' ? (
          <Empty
            icon='order'
            title={failed.sentence}
            hint='可能是别人的订单，或者链接不完整'
            action={{ text: '看看我的订单', onTap: () => goTo(TABS.orders) }}
          />
        ) : (
          <ErrorState {...failed} onRetry={() => refreshOrder('hand')} />
        )}
      </View>
    </Page>
  )
}
