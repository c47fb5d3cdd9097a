import { Text, View } from '@tarojs/components'
import { shopDateTime } from '@shared/kernel/time'
import { can, isOnBoard } from '@shared/orders/can'
import type { OrderView } from '@shared/orders/contract'
import { wayName, whenWords } from '@/features/catalogue'
import { cloudNow } from '@/platform/clock'
import { picture } from '@/platform/picture'
import { cx } from '@/ui/cx'
import { Money } from '@/ui/Money'
import { Picture } from '@/ui/Picture'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { stateLabel } from './steps'
import './OrderCard.scss'

const PICTURES = 2

type Props = {
  readonly order: OrderView
  readonly onOpen: () => void
  readonly onReorder: () => void
}

const names = (order: OrderView) =>
  order.lines.map((l) => (l.qty > 1 ? `${l.name} ×${l.qty}` : l.name)).join('、')

/** What to look out for: the number that is called, and of a pre-order when. */
function liveWords({ way, pickupCode, slot }: OrderView): string {
  if (slot !== null) return `${whenWords(slot.at, cloudNow())} · ${pickupCode}`
  return way === 'delivery' ? `订单号 ${pickupCode}` : `取餐号 ${pickupCode}`
}

/** One order in the list: where, what state, what, how much, and the next tap. */
export function OrderCard({ order, onOpen, onReorder }: Props) {
  const live = isOnBoard(order)
  return (
    <View className='order-card' onClick={onOpen}>
      <View className='order-card__head'>
        <Text className='order-card__store'>{order.storeName}</Text>
        <Text className='order-card__way'>{wayName(order.way)}</Text>
        <Text
          className={cx(
            'order-card__state',
            live && 'order-card__state--live',
            order.state === 'pendingPay' && 'order-card__state--due',
          )}
        >
          {stateLabel(order)}
        </Text>
      </View>
      <View className='order-card__body'>
        <View className='order-card__pictures'>
          {order.lines.slice(0, PICTURES).map((line, i) => (
            <Picture key={i} className='order-card__picture' src={picture(line.picture)} iconSize='m' />
          ))}
        </View>
        <View className='order-card__words'>
          <Text className='order-card__names'>{names(order)}</Text>
          <Text className='order-card__when'>{shopDateTime(order.placedAt)}</Text>
        </View>
        <View className='order-card__money'>
          <Money fen={order.payFen} />
          <Text className='order-card__units'>共 {order.units} 件</Text>
        </View>
      </View>
      <View className='order-card__foot'>
        {live ? <Text className='order-card__code'>{liveWords(order)}</Text> : <View />}
        <NextTap order={order} onOpen={onOpen} onReorder={onReorder} />
      </View>
    </View>
  )
}

/** Its tap is its own: the card behind it would open the order as well. */
function NextTap({ order, onOpen, onReorder }: Props) {
  return (
    <View onClick={(e) => e.stopPropagation()}>
      {can.cancel(order) && (
        <PrimaryButton size='s' onTap={onOpen}>
          去支付
        </PrimaryButton>
      )}
      {can.reorder(order) && (
        <PrimaryButton size='s' tone='plain' onTap={onReorder}>
          再来一单
        </PrimaryButton>
      )}
    </View>
  )
}
