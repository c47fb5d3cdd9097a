import { Text, View } from '@tarojs/components'
import type { Way } from '@shared/catalogue/contract'
import { yuan } from '@shared/kernel/money'
import { currentStore, statusFor, useShop } from '@/features/catalogue'
import { cloudNow } from '@/platform/clock'
import { goTo } from '@/platform/navigation'
import { Money } from '@/ui/Money'
import { PrimaryButton } from '@/ui/PrimaryButton'
import type { PricedCart } from './priced'
import './CartSum.scss'

const CHECKOUT = '/features/orders/pages/checkout/index'

/** The total after member prices and the best coupons, and what they saved. */
export function Sum({ cart }: { readonly cart: PricedCart }) {
  return (
    <View className='cart-sum'>
      <View className='cart-sum__prices'>
        <Money fen={cart.payFen} size='l' />
        {cart.offFen > 0 && <Money fen={cart.goodsFen} size='s' tone='soft' was />}
      </View>
      {cart.offFen > 0 && <Text className='cart-sum__saved'>优惠后，已省 ¥{yuan(cart.offFen)}</Text>}
    </View>
  )
}

/** Leads to the checkout; says why when the store takes no orders now, or not so small ones. */
export function CheckoutButton({ cart }: { readonly cart: PricedCart }) {
  const store = useShop(currentStore)
  const way = useShop((s) => s.way)
  const status = store === null ? null : statusFor(store, way, cloudNow())
  const hindrance = status !== null && !status.open ? status.mark : belowWords(cart, way)
  return (
    <PrimaryButton disabled={hindrance !== '' || cart.count === 0} onTap={() => goTo(CHECKOUT)}>
      {hindrance !== '' ? hindrance : '去结算'}
    </PrimaryButton>
  )
}

function belowWords({ count, belowFen }: PricedCart, way: Way): string {
  if (count === 0 || belowFen === 0) return ''
  return `差 ¥${yuan(belowFen)} ${way === 'delivery' ? '起送' : '起订'}`
}
