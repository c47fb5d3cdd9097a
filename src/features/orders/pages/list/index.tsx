import { Text, View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { goTo, TABS } from '@/platform/navigation'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { loadMore, loadOrders, useOrders } from '../../list'
import { OrderCard } from '../../OrderCard'
import { orderPath } from '../../paths'
import { reorder } from '../../reorder'
import './index.scss'

export default function OrderListPage() {
  useDidShow(() => {
    void loadOrders()
  })
  usePullDownRefresh(() => {
    void loadOrders().finally(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => {
    void loadMore()
  })
  return (
    <Page title='订单' tab>
      <View className='order-list'>
        <Orders />
      </View>
    </Page>
  )
}

function Orders() {
  const { orders, failed } = useOrders()
  if (orders === null)
    return failed === null ? <Skeleton rows={4} /> : <ErrorState {...failed} onRetry={loadOrders} />
  if (orders.length === 0) {
    return (
      <Empty
        icon='order'
        title='还没有订单'
        hint='点一杯，取餐进度会显示在这里'
        action={{ text: '去点单', onTap: () => goTo(TABS.menu) }}
      />
    )
  }
  return (
    <>
      {failed !== null && <Text className='order-list__stale'>没刷新成功：{failed.sentence}</Text>}
      {orders.map((order) => (
        <OrderCard
          key={order.id}
          order={order}
          onOpen={() => goTo(orderPath(order.id))}
          onReorder={() => reorder(order)}
        />
      ))}
      <Tail />
    </>
  )
}

function Tail() {
  const more = useOrders((s) => s.more)
  const loading = useOrders((s) => s.loading)
  if (!more) return <Text className='order-list__tail'>没有更早的订单了</Text>
  return (
    <View className='order-list__tail order-list__tail--tap' onClick={() => void loadMore()}>
      <Text>{loading ? '正在加载' : '看更早的订单'}</Text>
    </View>
  )
}
