import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { MINUTE_MS } from '@shared/kernel/time'
import type { Board, BoardOrder } from '@shared/manager/contract'
import { useShop } from '@/features/catalogue'
import { cloudNow } from '@/platform/clock'
import { Empty } from '@/ui/Empty'
import { Segments } from '@/ui/Segments'
import { toast } from '@/ui/toast'
import { useClock } from '@/ui/use-clock'
import { acceptAll } from './ahead'
import { AheadStrip } from './AheadStrip'
import type { Batch } from './batches'
import { BoardBatch } from './BoardBatch'
import { BoardCard } from './BoardCard'
import { COLUMNS, columnOf, NOTHING, ON_ITS_WAY, type Column } from './columns'
import { nextDeed } from './next-deed'
import { type OpenSheet, OrderSheets } from './OrderSheets'
import { StuckOrder } from './StuckOrder'
import { act, useBoard } from './store'
import { UrgentStrip } from './UrgentStrip'
import './BoardList.scss'

async function run(order: BoardOrder) {
  const next = nextDeed(order)
  if (next !== null) toast((await act(next.deed, order.id)) ?? next.done)
}

/** Takes on the orders of one time and place together. */
export async function acceptBatch(storeId: string, { orders }: Pick<Batch, 'orders'>) {
  const words = await acceptAll(storeId, orders)
  if (words !== '') toast(words)
}

/** 配送中 only where a store delivers: three columns are read faster than four. */
function useColumns(board: Board) {
  const delivers = useShop((s) =>
    s.shop?.stores.find((x) => x.id === board.storeId)?.ways.includes('delivery'),
  )
  const any = board.orders.some((o) => o.way === 'delivery')
  return delivers === true || any ? [...COLUMNS, ON_ITS_WAY] : COLUMNS
}

/** The board's orders by what is to be done with them; the urgent ones first, then the oldest. */
export function BoardList({ board }: { readonly board: Board }) {
  const [column, setColumn] = useState<Column>('paid')
  const [open, setOpen] = useState<OpenSheet | null>(null)
  const columns = useColumns(board)
  const now = useClock(cloudNow, MINUTE_MS / 6)
  const count = (id: Column) => board.orders.filter((o) => o.state === id).length
  return (
    <>
      <Segments
        items={columns.map((c) => ({ ...c, count: count(c.id) }))}
        chosen={column}
        onChoose={setColumn}
      />
      <View className='board-list'>
        <AheadStrip board={board} now={now} />
        {board.orders.map(
          (o) =>
            o.trouble !== undefined && (
              <StuckOrder key={o.id} order={o} onTap={() => setOpen({ what: 'menu', orderId: o.id })} />
            ),
        )}
        {column !== 'paid' && (
          <UrgentStrip
            orders={columnOf(board.orders, 'paid', now).urgent}
            now={now}
            onTap={() => setColumn('paid')}
          />
        )}
        {count(column) === 0 && <Empty icon='cup' {...NOTHING[column]} />}
        <Orders key={column} board={board} column={column} now={now} onOpen={setOpen} />
        {board.hidden > 0 && (
          <Text className='board-list__more'>还有 {board.hidden} 单没有显示，做完上面的就会出现</Text>
        )}
      </View>
      <OrderSheets orders={board.orders} role={board.role} open={open} onOpen={setOpen} />
    </>
  )
}

type OrdersProps = {
  readonly board: Board
  readonly column: Column
  readonly now: number
  readonly onOpen: (open: OpenSheet) => void
}

function Orders({ board, column, now, onOpen }: OrdersProps) {
  const busy = useBoard((s) => s.busy)
  const fresh = useBoard((s) => s.fresh)
  const { urgent, soon, plain, later } = columnOf(board.orders, column, now)
  const card = (order: BoardOrder, inBatch = false) => (
    <BoardCard
      key={order.id}
      order={order}
      now={now}
      inBatch={inBatch}
      busy={busy[order.id] === true}
      fresh={fresh[order.id] === true}
      onNext={() => run(order)}
      onRefuse={() => onOpen({ what: 'refuse', orderId: order.id })}
      onMore={() => onOpen({ what: 'menu', orderId: order.id })}
    />
  )
  const batch = (its: Batch, open: boolean) => (
    <BoardBatch
      key={its.key}
      batch={its}
      now={now}
      open={open}
      busy={busy['acceptAll'] === true}
      onAccept={() => acceptBatch(board.storeId, its)}
    >
      {(order) => card(order, true)}
    </BoardBatch>
  )
  return (
    <>
      {urgent.map((order) => card(order))}
      {soon.map((its) => batch(its, true))}
      {plain.map((order) => card(order))}
      {later.map((its) => batch(its, column === 'paid'))}
    </>
  )
}
