import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { MINUTE_MS } from '@shared/kernel/time'
import type { Board, BoardOrder } from '@shared/manager/contract'
import type { OrderState } from '@shared/orders/contract'
import { cloudNow } from '@/platform/clock'
import { Empty } from '@/ui/Empty'
import { Segments } from '@/ui/Segments'
import { toast } from '@/ui/toast'
import { useClock } from '@/ui/use-clock'
import { BoardCard } from './BoardCard'
import { RefuseSheet } from './RefuseSheet'
import { StuckRefund } from './StuckRefund'
import { act, refuseOrder, useBoard, type Deed } from './store'
import './BoardList.scss'

type Column = Extract<OrderState, 'paid' | 'making' | 'ready'>
const COLUMNS: readonly { readonly id: Column; readonly label: string }[] = [
  { id: 'paid', label: '待接单' },
  { id: 'making', label: '制作中' },
  { id: 'ready', label: '待取餐' },
]
const NOTHING: Readonly<Record<Column, { title: string; hint: string }>> = {
  paid: { title: '没有等着接的单', hint: '新订单会自己出现，并响铃提醒' },
  making: { title: '没有在做的单', hint: '接单后会到这里' },
  ready: { title: '没有等着取的单', hint: '做好叫号后会到这里' },
}
const DONE: Readonly<Record<Deed, string>> = { accept: '已接单', ready: '已叫号', handOver: '已取走' }

async function run(deed: Deed, orderId: string) {
  toast((await act(deed, orderId)) ?? DONE[deed])
}

/** The board's orders by what is to be done with them, oldest first. */
export function BoardList({ board }: { readonly board: Board }) {
  const [column, setColumn] = useState<Column>('paid')
  const [refusing, setRefusing] = useState<string | null>(null)
  const busy = useBoard((s) => s.busy)
  const fresh = useBoard((s) => s.fresh)
  const now = useClock(cloudNow, MINUTE_MS / 6)
  const of = (state: Column) => board.orders.filter((o) => o.state === state)
  const refused = board.orders.find((o) => o.id === refusing)
  const shown = of(column)
  return (
    <>
      <Segments
        items={COLUMNS.map((c) => ({ ...c, count: of(c.id).length }))}
        chosen={column}
        onChoose={setColumn}
      />
      <View className='board-list'>
        {board.orders.map(
          (o) => o.trouble !== undefined && <StuckRefund key={o.id} order={o} trouble={o.trouble} />,
        )}
        {shown.length === 0 && <Empty icon='cup' {...NOTHING[column]} />}
        {shown.map((order) => (
          <BoardCard
            key={order.id}
            order={order}
            now={now}
            busy={busy[order.id] === true}
            fresh={fresh[order.id] === true}
            onDeed={(deed) => run(deed, order.id)}
            onRefuse={() => setRefusing(order.id)}
          />
        ))}
        {board.hidden > 0 && (
          <Text className='board-list__more'>还有 {board.hidden} 单没有显示，做完上面的就会出现</Text>
        )}
      </View>
      {refused !== undefined && <Refusing order={refused} onClose={() => setRefusing(null)} />}
    </>
  )
}

function Refusing({ order, onClose }: { readonly order: BoardOrder; readonly onClose: () => void }) {
  const refuse = async (reason: string) => {
    const words = await refuseOrder(order.id, reason)
    toast(words ?? '已拒单，退款在路上')
    onClose()
  }
  return <RefuseSheet order={order} onClose={onClose} onRefuse={refuse} />
}
