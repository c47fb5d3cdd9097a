import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { parsePickup } from '@shared/orders/pickup-qr'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { type OpenSheet, OrderSheets } from '../../OrderSheets'
import { lookAgain, lookFor, loadEarlier, useRecent } from '../../recent'
import { RecentCard } from '../../RecentCard'
import { RecentSearch } from '../../RecentSearch'
import { useBoard } from '../../store'
import './index.scss'

/** What was handed over can still be given back: the last 30 days of a store, or what a pickup number names. */
export default function ManagerHistoryPage() {
  const storeId = useRouter().params.storeId ?? ''
  useEffect(() => {
    void lookFor(storeId, '')
  }, [storeId])
  usePullDownRefresh(() => {
    void lookAgain().finally(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => {
    void loadEarlier()
  })
  return (
    <Page title='查订单'>
      <RecentSearch onSearch={(code) => void lookFor(storeId, code)} />
      <View className='recent'>
        <Orders storeId={storeId} />
      </View>
    </Page>
  )
}

function Orders({ storeId }: { readonly storeId: string }) {
  const [open, setOpen] = useState<OpenSheet | null>(null)
  const { orders, failed, code } = useRecent()
  const role = useBoard((s) => (s.storeId === storeId ? (s.board?.role ?? null) : null))
  if (orders === null)
    return failed === null ? <Skeleton rows={5} /> : <ErrorState {...failed} onRetry={lookAgain} />
  if (orders.length === 0) return <Nothing code={code} />
  return (
    <>
      {failed !== null && <Text className='recent__stale'>没刷新成功：{failed.sentence}</Text>}
      {orders.map((order) => (
        <RecentCard
          key={order.id}
          order={order}
          onOpen={() => setOpen({ what: 'menu', orderId: order.id })}
        />
      ))}
      <Tail />
      <OrderSheets orders={orders} role={role} open={open} onOpen={setOpen} />
    </>
  )
}

function Nothing({ code }: { readonly code: string }) {
  return code === '' ? (
    <Empty icon='order' title='近 30 天还没有订单' hint='付过款的订单都会留在这里' />
  ) : (
    <Empty
      icon='order'
      title={`没有找到 ${parsePickup(code)?.pickupCode ?? '这个码'}`}
      hint='只能查到本店近 30 天付过款的订单，请核对取餐号'
    />
  )
}

function Tail() {
  const { more, loading, code } = useRecent()
  if (code !== '') return null
  if (!more) return <Text className='recent__tail'>近 30 天的订单都在这里了</Text>
  return (
    <View className='recent__tail recent__tail--tap' onClick={() => void loadEarlier()}>
      <Text>{loading ? '正在加载' : '看更早的订单'}</Text>
    </View>
  )
}
