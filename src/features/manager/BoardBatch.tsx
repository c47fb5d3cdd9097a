import { Text, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Instant } from '@shared/kernel/time'
import type { BoardOrder } from '@shared/manager/contract'
import type { OrderSlot } from '@shared/orders/contract'
import { cx } from '@/ui/cx'
import { Icon } from '@/ui/Icon'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { waitingOf } from './ahead'
import type { Batch, BatchItem } from './batches'
import { momentText, slotAge } from './words'
import './BoardBatch.scss'

type Props = {
  readonly batch: Batch
  readonly now: Instant
  /** Whether its orders show at first; the summary always does. */
  readonly open: boolean
  /** A tap that accepts several is on its way. */
  readonly busy: boolean
  /** Of the button that accepts all that wait; plain where the page has a greater one. */
  readonly tone?: 'accent' | 'plain'
  readonly onAccept: () => unknown
  readonly children: (order: BoardOrder) => ReactNode
}

/** Pre-orders of one time and place: when and where, what to make of all together, and the orders under it. */
export function BoardBatch(props: Props) {
  const { batch, now, open: openAtFirst, busy, tone = 'accent', onAccept, children } = props
  const [open, setOpen] = useState(openAtFirst)
  const { orders, units } = batch
  const waiting = waitingOf(orders).length
  return (
    <View className='board-batch'>
      <View className='board-batch__card'>
        <Where slot={batch.slot} now={now} />
        <View className='board-batch__items'>
          {batch.items.map((item) => (
            <Item key={item.name} item={item} />
          ))}
        </View>
        {waiting > (open ? 1 : 0) && (
          <PrimaryButton className='board-batch__accept' tone={tone} busy={busy} onTap={onAccept}>
            接下这 {waiting} 单
          </PrimaryButton>
        )}
        <View className='board-batch__fold' onClick={() => setOpen(!open)}>
          <Text className='board-batch__sum'>
            共 {orders.length} 单 {units} 份{waiting > 0 && waiting < orders.length && `，${waiting} 单待接`}
          </Text>
          <Text className='board-batch__toggle'>{open ? '收起' : '逐单处理'}</Text>
          <Icon
            className={cx('board-batch__arrow', open && 'board-batch__arrow--up')}
            name='right'
            size='s'
          />
        </View>
      </View>
      {open && orders.map(children)}
    </View>
  )
}

function Where({ slot, now }: { readonly slot: OrderSlot; readonly now: Instant }) {
  const age = slotAge(slot.at, now)
  return (
    <>
      <View className='board-batch__head'>
        <Text className='board-batch__time'>{momentText(slot.at, now)}</Text>
        {age.text !== '' && (
          <Text className={cx('board-batch__left', age.late && 'board-batch__left--late')}>{age.text}</Text>
        )}
      </View>
      <View className='board-batch__point'>
        <Icon name='pin' size='s' />
        <Text className='board-batch__place'>
          {slot.pointName}
          {slot.pointAddress !== '' && ` · ${slot.pointAddress}`}
        </Text>
      </View>
    </>
  )
}

function Item({ item }: { readonly item: BatchItem }) {
  const specs = item.specs.filter(({ specText }) => specText !== '')
  return (
    <View className='board-batch__item'>
      <View className='board-batch__what'>
        <Text className='board-batch__name'>{item.name}</Text>
        {specs.map(({ specText, units }) => (
          <Text key={specText} className='board-batch__spec'>
            {specText}
            {specs.length > 1 && ` ×${units}`}
          </Text>
        ))}
      </View>
      <Text className='board-batch__units'>×{item.units}</Text>
    </View>
  )
}
