import { Text, View } from '@tarojs/components'
import { yuan } from '@shared/kernel/money'
import type { Quote } from '@shared/orders/contract'
import { Money } from '@/ui/Money'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { savedOf } from './amounts'
import { useCheckout } from './checkout'
import { isBlocking } from './trouble'
import type { WayOut } from './way-out'
import './CheckoutBar.scss'

type Props = {
  readonly quote: Quote | null
  /** The cloud itself said this price. */
  readonly sure: boolean
  /** What must come first; null: nothing. */
  readonly wayOut: WayOut | null
  readonly onSubmit: (quote: Quote) => Promise<void>
}

/** What is to be paid, fixed at the bottom, and the tap that orders: once, however often it is tapped. */
export function CheckoutBar({ quote, sure, wayOut, onSubmit }: Props) {
  const { quoting, unsure } = useCheckout()
  const payFen = unsure?.expectPayFen ?? quote?.payFen ?? 0
  const savedFen = quote === null ? 0 : savedOf(quote)
  const hint = quoting && !sure ? '正在核对价格' : savedFen > 0 ? `已优惠 ¥${yuan(savedFen)}` : ''
  return (
    <View className='checkout-bar'>
      <View className='checkout-bar__sum'>
        <Money fen={payFen} size='l' tone='accent' />
        {hint !== '' && <Text className='checkout-bar__saved'>{hint}</Text>}
      </View>
      {wayOut !== null && unsure === null ? (
        <PrimaryButton size='l' onTap={wayOut.go}>
          {wayOut.words}
        </PrimaryButton>
      ) : (
        <Submit quote={quote} onSubmit={onSubmit} />
      )}
    </View>
  )
}

function Submit({ quote, onSubmit }: Pick<Props, 'quote' | 'onSubmit'>) {
  const { placing, unsure, trouble } = useCheckout()
  const blocked = unsure === null && (quote === null || isBlocking(trouble))
  const words = unsure !== null ? '继续提交' : quote?.payFen === 0 ? '免费下单' : '提交订单'
  return (
    <PrimaryButton
      size='l'
      busy={placing}
      disabled={blocked}
      onTap={() => (quote === null ? undefined : onSubmit(quote))}
    >
      {blocked && quote !== null ? '暂时不能下单' : words}
    </PrimaryButton>
  )
}
