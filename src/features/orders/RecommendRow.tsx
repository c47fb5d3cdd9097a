import { Text, View } from '@tarojs/components'
import type { OrderView } from '@shared/orders/contract'
import type { Passed } from '@/features/referral'
import { ShareButton } from '@/platform/ShareButton'
import './RecommendRow.scss'

const NOT_HAD = ['pendingPay', 'closing', 'closed', 'refunding', 'refunded']

/** "I had this": its first product, without order or name. Null for what was not bought. */
export function passedOn({ id, state, lines }: OrderView): Passed | null {
  const [line] = lines
  if (line === undefined || NOT_HAD.includes(state)) return null
  return {
    target: { kind: 'order', orderId: id },
    productId: line.productId,
    title: `我点了${line.name}，推荐给你`,
    picture: line.picture,
  }
}

/** 推荐给朋友: a card of what was ordered. */
export function RecommendRow({ order }: { readonly order: OrderView }) {
  const passed = passedOn(order)
  if (passed === null) return null
  return (
    <ShareButton className='recommend'>
      <View className='recommend__words'>
        <Text className='recommend__title'>把{order.lines[0]?.name}推荐给朋友</Text>
        <Text className='recommend__hint'>卡片上只有商品，没有你的名字和订单</Text>
      </View>
      <Text className='recommend__go'>发给朋友</Text>
    </ShareButton>
  )
}
