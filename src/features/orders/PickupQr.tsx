import { Text, View } from '@tarojs/components'
import { isOnBoard } from '@shared/orders/can'
import type { OrderView } from '@shared/orders/contract'
import { encodePickup } from '@shared/orders/pickup-qr'
import { QrCode } from '@/ui/QrCode'
import './PickupQr.scss'

/** Who comes for it shows this; a rider or a waiter brings the others. */
export const hasPickupQr = (order: OrderView): boolean =>
  isOnBoard(order) && order.way !== 'delivery' && order.table === null

/** The code that staff scan when the order is fetched. */
export function PickupQr({ order: { id, pickupCode } }: { readonly order: OrderView }) {
  return (
    <View className='pickup-qr'>
      <QrCode
        className='pickup-qr__picture'
        text={encodePickup({ orderId: id, pickupCode })}
        label={`取餐码 ${pickupCode}`}
      />
      <View className='pickup-qr__words'>
        <Text className='pickup-qr__title'>取餐码</Text>
        <Text className='pickup-qr__hint'>取餐时给店员扫一下，或者报取餐号</Text>
      </View>
    </View>
  )
}
