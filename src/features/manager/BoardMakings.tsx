import { Text, View } from '@tarojs/components'
import type { BoardOrder } from '@shared/manager/contract'
import { unitsLeft } from '@shared/orders/refund'
import { cx } from '@/ui/cx'
import './BoardMakings.scss'

/** What is to be made, line by line. Units that were given back are not, and it says so. */
export function BoardMakings({ order }: { readonly order: Pick<BoardOrder, 'lines' | 'refunds'> }) {
  const left = unitsLeft(order)
  return (
    <View className='board-makings'>
      {order.lines.map((line, i) => {
        const units = left[i] ?? 0
        const given = line.qty - units
        return (
          <View key={i} className={cx('board-makings__line', units === 0 && 'board-makings__line--gone')}>
            <View className='board-makings__what'>
              <Text className='board-makings__name'>{line.name}</Text>
              {line.specText !== '' && <Text className='board-makings__spec'>{line.specText}</Text>}
            </View>
            {given > 0 && <Text className='board-makings__given'>已退 {given} 份</Text>}
            <Text className={cx('board-makings__qty', units > 1 && 'board-makings__qty--many')}>
              ×{units === 0 ? line.qty : units}
            </Text>
          </View>
        )
      })}
    </View>
  )
}
