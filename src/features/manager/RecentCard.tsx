import { Text, View } from '@tarojs/components'
import { yuan } from '@shared/kernel/money'
import { shopClock } from '@shared/kernel/time'
import type { BoardOrder } from '@shared/manager/contract'
import { isOnBoard } from '@shared/orders/can'
import { cloudNow } from '@/platform/clock'
import { cx } from '@/ui/cx'
import { Icon } from '@/ui/Icon'
import { Money } from '@/ui/Money'
import { givenBack } from './refund-choice'
import { dayWord, stateLabel, wayOf } from './words'
import './RecentCard.scss'

type Props = { readonly order: BoardOrder; readonly onOpen: () => void }

const what = ({ lines }: BoardOrder) =>
  lines.map((l) => (l.qty > 1 ? `${l.name} ×${l.qty}` : l.name)).join('、')

/** One order of the last days in three lines: which, what, how much, and what went back. */
export function RecentCard({ order, onOpen }: Props) {
  const givenFen = givenBack(order)
  const stuck = order.trouble !== undefined
  return (
    <View className='recent-card' onClick={onOpen}>
      <View className='recent-card__head'>
        <Text className='recent-card__code'>{order.pickupCode}</Text>
        <Text className='recent-card__way'>{wayOf(order)}</Text>
        <Text className={cx('recent-card__state', isOnBoard(order) && 'recent-card__state--live')}>
          {stateLabel(order)}
        </Text>
      </View>
      <View className='recent-card__body'>
        <Text className='recent-card__what'>{what(order)}</Text>
        <Money fen={order.payFen} />
      </View>
      <View className='recent-card__foot'>
        <Text className='recent-card__when'>
          {dayWord(order.placedAt, cloudNow())} {shopClock(order.placedAt)} · {order.memberName}
        </Text>
        {givenFen > 0 && <Text className='recent-card__given'>已退 ¥{yuan(givenFen)}</Text>}
        <Icon className='recent-card__arrow' name='right' size='s' />
      </View>
      {stuck && <Text className='recent-card__trouble'>{order.trouble}</Text>}
    </View>
  )
}
