import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { DAY_MS, MINUTE_MS, shopDay, shopDayStart, type Instant } from '@shared/kernel/time'
import type { BoardOrder } from '@shared/manager/contract'
import { can } from '@shared/orders/can'
import { cloudNow } from '@/platform/clock'
import { useInSight } from '@/platform/use-in-sight'
import { Chip } from '@/ui/Chip'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Skeleton } from '@/ui/Skeleton'
import { toast } from '@/ui/toast'
import { useClock } from '@/ui/use-clock'
import { loadAhead, waitingOf } from '../../ahead'
import { useAhead } from '../../ahead-orders'
import { batchesOf } from '../../batches'
import { BoardBatch } from '../../BoardBatch'
import { BoardCard } from '../../BoardCard'
import { acceptBatch } from '../../BoardList'
import { type OpenSheet, OrderSheets } from '../../OrderSheets'
import { act, useBoard } from '../../store'
import { aheadText, dayWord } from '../../words'
import { NotStaff } from '../../Workplace'
import './index.scss'

/** What is ordered for a later day, by time and place: what to buy for it, and to take on in one tap. */
export default function ManagerAheadPage() {
  const { storeId = '', day: asked = '' } = useRouter().params
  const [day, setDay] = useState(asked === '' ? shopDay(cloudNow() + DAY_MS) : asked)
  useDayAhead(storeId, day)
  const failed = useAhead((s) => s.failed)
  const orders = useAhead((s) => (s.storeId === storeId && s.day === day ? s.orders : null))
  if (failed?.code === 'FORBIDDEN') {
    return (
      <Page title='预订'>
        <NotStaff />
      </Page>
    )
  }
  const waiting = waitingOf(orders ?? [])
  return (
    <Page
      title='预订'
      {...(batchesOf(waiting).length > 1
        ? { footer: <AcceptDay storeId={storeId} day={day} orders={waiting} /> }
        : {})}
    >
      <View className='ahead'>
        <Days day={day} onChoose={setDay} />
        {failed !== null && orders !== null && (
          <Text className='ahead__words'>没刷新成功：{failed.sentence}</Text>
        )}
        {orders !== null ? (
          <Orders storeId={storeId} day={day} orders={orders} />
        ) : failed === null ? (
          <Skeleton rows={4} />
        ) : (
          <ErrorState {...failed} onRetry={() => loadAhead(storeId, day)} />
        )}
      </View>
    </Page>
  )
}

/** Reads the day whenever it comes into view, and on a pull. */
function useDayAhead(storeId: string, day: string): void {
  const inSight = useInSight()
  useEffect(() => {
    if (inSight) void loadAhead(storeId, day)
  }, [storeId, day, inSight])
  usePullDownRefresh(() => {
    void loadAhead(storeId, day).finally(() => Taro.stopPullDownRefresh())
  })
}

type DaysProps = { readonly day: string; readonly onChoose: (day: string) => void }

/** The days for which there is something; none to choose from where it is only the one that is shown. */
function Days({ day, onChoose }: DaysProps) {
  const days = useAhead((s) => s.days)
  if (days.every((d) => d.day === day)) return null
  return (
    <View className='ahead__days'>
      {days.map((d) => (
        <Chip key={d.day} label={aheadText(d, cloudNow())} on={d.day === day} onTap={() => onChoose(d.day)} />
      ))}
    </View>
  )
}

type OrdersProps = {
  readonly storeId: string
  readonly day: string
  readonly orders: readonly BoardOrder[]
}

function Orders({ storeId, day, orders }: OrdersProps) {
  const [open, setOpen] = useState<OpenSheet | null>(null)
  const busy = useBoard((s) => s.busy['acceptAll'] === true)
  const { role, hidden } = useAhead()
  const now = useClock(cloudNow, MINUTE_MS)
  const word = dayWord(shopDayStart(day), now)
  if (orders.length === 0)
    return <Empty icon='clock' title={`${word}还没有预订`} hint='顾客订好后会先到这里' />
  return (
    <>
      <Text className='ahead__words'>到了当天，这些单会自己出现在门店订单里</Text>
      {batchesOf(orders).map((batch) => (
        <BoardBatch
          key={batch.key}
          batch={batch}
          now={now}
          open={false}
          tone='plain'
          busy={busy}
          onAccept={() => acceptBatch(storeId, batch)}
        >
          {(order) => <Card key={order.id} order={order} now={now} onOpen={setOpen} />}
        </BoardBatch>
      ))}
      {hidden > 0 && <Text className='ahead__words'>这一天的单很多，还有 {hidden} 单没有显示</Text>}
      <OrderSheets orders={orders} role={role} open={open} onOpen={setOpen} />
    </>
  )
}

type CardProps = {
  readonly order: BoardOrder
  readonly now: Instant
  readonly onOpen: (open: OpenSheet) => void
}

/** One of them: it can be taken on or refused, and is made when its day has come. */
function Card({ order, now, onOpen }: CardProps) {
  const busy = useBoard((s) => s.busy[order.id] === true)
  return (
    <BoardCard
      order={order}
      now={now}
      busy={busy}
      fresh={false}
      inBatch
      {...(can.accept(order) ? { onNext: () => accept(order) } : {})}
      onRefuse={() => onOpen({ what: 'refuse', orderId: order.id })}
      onMore={() => onOpen({ what: 'menu', orderId: order.id })}
    />
  )
}

async function accept({ id, storeId, slot }: BoardOrder) {
  const words = await act('accept', id)
  toast(words ?? '已接单')
  // somebody was faster: what became of it is the cloud's to tell
  if (words !== null && slot !== null) await loadAhead(storeId, slot.day)
}

function AcceptDay({ storeId, day, orders }: OrdersProps) {
  const busy = useBoard((s) => s.busy['acceptAll'] === true)
  return (
    <PrimaryButton size='l' busy={busy} onTap={() => acceptBatch(storeId, { orders })}>
      接下{dayWord(shopDayStart(day), cloudNow())}的 {orders.length} 单
    </PrimaryButton>
  )
}
