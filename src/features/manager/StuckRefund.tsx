import { Text, View } from '@tarojs/components'
import { yuan } from '@shared/kernel/money'
import type { BoardOrder } from '@shared/manager/contract'
import { Icon } from '@/ui/Icon'
import './StuckRefund.scss'

/** Money that did not find its way back by itself: stays in sight until it did. */
export function StuckRefund({ order, trouble }: { readonly order: BoardOrder; readonly trouble: string }) {
  return (
    <View className='stuck-refund'>
      <Icon name='warn' size='m' />
      <View className='stuck-refund__words'>
        <Text className='stuck-refund__title'>
          {order.pickupCode} 退款没有到账 ¥{yuan(order.payFen)}
        </Text>
        <Text className='stuck-refund__why'>{trouble}</Text>
      </View>
    </View>
  )
}
