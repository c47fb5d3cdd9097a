import { Text, View } from '@tarojs/components'
import { yuan } from '@shared/kernel/money'
import type { BoardOrder } from '@shared/manager/contract'
import { Icon } from '@/ui/Icon'
import './StuckOrder.scss'

type Props = { readonly order: BoardOrder; readonly onTap: () => void }

/** What a person of the shop must see to: money that did not find its way back, a report that WeChat won't take. */
export function StuckOrder({ order, onTap }: Props) {
  return (
    <View className='stuck-order' onClick={onTap}>
      <Icon name='warn' size='m' />
      <View className='stuck-order__words'>
        <Text className='stuck-order__title'>
          {order.pickupCode} {titleOf(order)}
        </Text>
        <Text className='stuck-order__why'>{order.trouble}</Text>
      </View>
      <Icon name='right' size='s' />
    </View>
  )
}

function titleOf({ refunds }: BoardOrder): string {
  const stuck = refunds.filter(({ state }) => state === 'trouble')
  if (stuck.length === 0) return '发货信息没有上传'
  return `退款没有到账 ¥${yuan(stuck.reduce((sum, { payFen }) => sum + payFen, 0))}`
}
