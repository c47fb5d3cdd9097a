import { Text, View } from '@tarojs/components'
import type { Instant } from '@shared/kernel/time'
import type { BoardOrder } from '@shared/manager/contract'
import { Icon } from '@/ui/Icon'
import { urgentWords } from './words'
import './UrgentStrip.scss'

type Props = {
  /** The first to be refunded on top. */
  readonly orders: readonly BoardOrder[]
  readonly now: Instant
  readonly onTap: () => void
}

/** On the other columns: orders that nobody has accepted, until they are. */
export function UrgentStrip({ orders, now, onTap }: Props) {
  const first = orders[0]
  if (first === undefined) return null
  return (
    <View className='urgent-strip' onClick={onTap}>
      <Icon name='bell' />
      <View className='urgent-strip__words'>
        <Text className='urgent-strip__title'>
          {orders.length === 1 ? `${first.pickupCode} 还没接单` : `${orders.length} 单还没接`}
        </Text>
        <Text className='urgent-strip__why'>{urgentWords(first, now)}</Text>
      </View>
      <Text className='urgent-strip__go'>去接单</Text>
      <Icon name='right' size='s' />
    </View>
  )
}
