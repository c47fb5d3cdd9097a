import { Text, View } from '@tarojs/components'
import { yuan } from '@shared/kernel/money'
import type { Quote } from '@shared/orders/contract'
import { Money } from '@/ui/Money'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { useCheckout } from './checkout'
import './CheckoutBar.scss'

/** While one of these stands, nothing can be placed: the basket or the store must change first. */
export const BLOCKING: ReadonlySet<string> = new Set([
  'STORE_NOT_FOUND',
  'STORE_PAUSED',
  'STORE_CLOSED',
  'WAY_NOT_OFFERED',
  'PRODUCT_GONE',
  'BAD_CHOICE',
  'SOLD_OUT',
])

type Props = {
  readonly quote: Quote | null
  /** The cloud itself said this price. */
  readonly sure: boolean
  readonly onSubmit: (quote: Quote) => Promise<void>
}

/** What is to be paid, fixed at the bottom, and the tap that orders: once, however often it is tapped. */
export function CheckoutBar({ quote, sure, onSubmit }: Props) {
  const { placing, quoting, unsure, trouble } = useCheckout()
  const payFen = unsure?.expectPayFen ?? quote?.payFen ?? 0
  const blocked = unsure === null && (quote === null || BLOCKING.has(trouble?.code ?? ''))
  const words = unsure !== null ? '继续提交' : payFen === 0 && quote !== null ? '免费下单' : '提交订单'
  const savedFen = quote?.couponFen ?? 0
  const hint = quoting && !sure ? '正在核对价格' : savedFen > 0 ? `已优惠 ¥${yuan(savedFen)}` : ''
  return (
    <View className='checkout-bar'>
      <View className='checkout-bar__sum'>
        <Money fen={payFen} size='l' tone='accent' />
        {hint !== '' && <Text className='checkout-bar__saved'>{hint}</Text>}
      </View>
      <PrimaryButton
        size='l'
        busy={placing}
        disabled={blocked}
        onTap={() => (quote === null ? undefined : onSubmit(quote))}
      >
        {blocked && quote !== null ? '暂时不能下单' : words}
      </PrimaryButton>
    </View>
  )
}
