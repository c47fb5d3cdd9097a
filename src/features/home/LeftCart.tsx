import { Text, View } from '@tarojs/components'
import { useCart, usePricedCart, wasLeft } from '@/features/cart'
import { goTo, TABS } from '@/platform/navigation'
import { Icon } from '@/ui/Icon'
import './LeftCart.scss'

/** What was chosen at the last visit and never ordered, as far as it can be had now: the menu shows it at today's prices. */
export function LeftCart() {
  const left = useCart(wasLeft)
  const cart = usePricedCart()
  if (!left || cart === null || cart.count === 0) return null
  return (
    <View className='left-cart' onClick={() => goTo(TABS.menu)}>
      <Icon name='bag' size='s' />
      <Text className='left-cart__words'>上次选的 {cart.count} 件还在购物车</Text>
      <Icon name='right' size='s' />
    </View>
  )
}
