import { Text, View } from '@tarojs/components'
import type { Store } from '@shared/catalogue/contract'
import { minimumOf } from '@shared/catalogue/delivery'
import type { Fen } from '@shared/kernel/money'
import type { Quote } from '@shared/orders/contract'
import { earnsOf } from '@shared/points/earn'
import { asideWords, usePricedCart } from '@/features/cart'
import { goTo, TABS } from '@/platform/navigation'
import { Icon } from '@/ui/Icon'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Skeleton } from '@/ui/Skeleton'
import { feeOf, type Basket, type Known } from './basket'
import { useCheckout } from './checkout'
import { CheckoutLines } from './CheckoutLines'
import { CouponChoice } from './CouponChoice'
import { PointsRow } from './PointsRow'
import { SumRows } from './Rows'
import { belowSentence, sentenceAt } from './trouble'
import type { Choices } from './use-basket'
import './CheckoutGoods.scss'

type Props = {
  readonly store: Store
  readonly basket: Basket
  readonly known: Known | null
  readonly quote: Quote | null
  /** So much is missing before the store takes the order at all. */
  readonly belowFen: Fen
  readonly onChoose: (change: Partial<Choices>) => void
}

/** What is bought, what lowers its price, and the price row by row. */
export function CheckoutGoods({ store, basket, known, quote, belowFen, onChoose }: Props) {
  const faults = useCheckout((s) => s.trouble?.faults)
  const said = useCheckout((s) => sentenceAt(s.trouble, 'goods'))
  if (quote === null) return <Skeleton rows={2} />
  const below = belowFen > 0 ? belowSentence(minimumOf(store, basket.way), belowFen) : said
  return (
    <View className='checkout-goods'>
      <CheckoutLines basket={basket} quote={quote} faults={faults ?? []} />
      <LeftAside />
      {below !== null && <Below words={below} />}
      <CouponChoice {...{ basket, known, quote }} onChoose={(coupons) => onChoose({ coupons })} />
      <PointsRow quote={quote} on={basket.usePoints} onChange={(usePoints) => onChoose({ usePoints })} />
      <SumRows sums={quote} fee={feeOf(basket, known)} payLabel='应付'>
        <Earns {...{ known, quote }} />
      </SumRows>
    </View>
  )
}

/** The points that come with it when it is paid: the member's account and the shop's rule say how many. */
function Earns({ known, quote }: { readonly known: Known | null; readonly quote: Quote }) {
  if (known === null) return null
  const goodsPaidFen = quote.lines.reduce((sum, line) => sum + line.payFen, 0)
  const { earns } = earnsOf({ goodsPaidFen }, known.account, known.loyalty, known.now)
  return earns > 0 ? <Text className='checkout-goods__earns'>付款后得 {earns} 积分</Text> : null
}

/** What of the cart this store can't make: it stays there. */
function LeftAside() {
  const aside = usePricedCart()?.rows.filter((row) => row.soldOut) ?? []
  if (aside.length === 0) return null
  return <Text className='checkout-goods__aside'>{asideWords(aside)}，没有算进来</Text>
}

function Below({ words }: { readonly words: string }) {
  return (
    <View className='checkout-goods__below'>
      <Icon name='bag' size='s' />
      <Text className='checkout-goods__why'>{words}</Text>
      <PrimaryButton size='s' tone='plain' onTap={() => goTo(TABS.menu)}>
        去加点
      </PrimaryButton>
    </View>
  )
}
