import { Text, View } from '@tarojs/components'
import { yuan } from '@shared/kernel/money'
import { currentStore, statusOf, useShop } from '@/features/catalogue'
import { cloudNow } from '@/platform/clock'
import { goTo } from '@/platform/navigation'
import { Money } from '@/ui/Money'
import { PrimaryButton } from '@/ui/PrimaryButton'
import type { PricedCart } from './priced'
import './CartSum.scss'

const CHECKOUT = '/features/orders/pages/checkout/index'

/** The total after the best coupon, and what it saved. */
export function Sum({ cart }: { readonly cart: PricedCart }) {
  return (
    <View className='cart-sum'>
      <View className='cart-sum__prices'>
        <Money fen={cart.payFen} size='l' />
        {cart.offFen > 0 && <Money fen={cart.goodsFen} size='s' tone='soft' was />}
      </View>
      {cart.offFen > 0 && <Text className='cart-sum__saved'>券后价，已省 ¥{yuan(cart.offFen)}</Text>}
    </View>
  )
}

/** Leads to the checkout; says why when the store takes no orders now. */
export function CheckoutButton({ cart }: { readonly cart: PricedCart }) {
  const store = useShop(currentStore)
  const status = store === null ? null : statusOf(store, cloudNow())
  const closed = status !== null && !status.open
  return (
    <PrimaryButton disabled={closed || cart.count === 0} onTap={() => goTo(CHECKOUT)}>
      {closed ? status.mark : '去结算'}
    </PrimaryButton>
  )
}
