import { Image, Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import qrcode from 'qrcode-generator'
import { isOnBoard } from '@shared/orders/can'
import type { OrderView } from '@shared/orders/contract'
import { encodePickup } from '@shared/orders/pickup-qr'
import './PickupQr.scss'

/** Pixels of a module, so that the picture is sharp on any phone; modules of white around it, as the norm asks. */
const MODULE_PX = 6
const QUIET = 4

/** A QR code as a picture. Level M: a scratched screen can still be read. */
function picture(text: string): string {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  return code.createDataURL(MODULE_PX, MODULE_PX * QUIET)
}

/** Who comes for it shows this; a rider or a waiter brings the others. */
export const hasPickupQr = (order: OrderView): boolean =>
  isOnBoard(order) && order.way !== 'delivery' && order.table === null

/** The code that staff scan when the order is fetched. */
export function PickupQr({ order: { id, pickupCode } }: { readonly order: OrderView }) {
  const src = useMemo(() => picture(encodePickup({ orderId: id, pickupCode })), [id, pickupCode])
  return (
    <View className='pickup-qr'>
      <Image className='pickup-qr__picture' src={src} mode='aspectFit' aria-label={`取餐码 ${pickupCode}`} />
      <View className='pickup-qr__words'>
        <Text className='pickup-qr__title'>取餐码</Text>
        <Text className='pickup-qr__hint'>取餐时给店员扫一下，或者报取餐号</Text>
      </View>
    </View>
  )
}
