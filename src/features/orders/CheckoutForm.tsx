import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import type { Store } from '@shared/catalogue/contract'
import type { Quote } from '@shared/orders/contract'
import { usePricedCart } from '@/features/cart'
import { useShop } from '@/features/catalogue'
import { JoinCard, useMe, WelcomeDialog } from '@/features/members'
import { cx } from '@/ui/cx'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { toast } from '@/ui/toast'
import type { Basket } from './basket'
import { declineNewPrice, quoteBasket, useCheckout } from './checkout'
import { CheckoutBar } from './CheckoutBar'
import { CheckoutLines } from './CheckoutLines'
import { CouponChoice, NoteField, PackagingChoice } from './CheckoutOptions'
import { PriceRose } from './PriceRose'
import { SumRows } from './Rows'
import { StoreConfirm } from './StoreConfirm'
import { submit, submitAtNewPrice } from './submit'
import { TroubleBanner } from './TroubleBanner'
import { useShownQuote, type Choices } from './use-basket'
import './pages/checkout/index.scss'

type Props = {
  readonly store: Store
  readonly basket: Basket
  /** The visit of this page, for answers that come late. */
  readonly visit: () => number
  readonly onChoose: (change: Partial<Choices>) => void
}

/** The checkout with something to buy: everything that can still be changed, the sum, and the tap that orders. */
export function CheckoutForm({ store, basket, visit, onChoose }: Props) {
  const { quote, sure } = useShownQuote(basket)
  const { key, trouble, unsure, placing } = useCheckout()
  const way = useShop((s) => s.way)
  const table = useShop((s) => s.table)
  const [note, setNote] = useState('')
  useOtherCoupon(onChoose)

  const send = (shown: Quote) => {
    const said = { key, note: note.trim(), table: way === 'dineIn' ? table : null }
    return submit({ ...basket, ...said, coupons: shown.couponIds, expectPayFen: shown.payFen }, visit())
  }
  const noteError = trouble?.code === 'NOTE_REJECTED' ? trouble.sentence : null
  return (
    <Page title='确认订单' footer={<CheckoutBar quote={quote} sure={sure} onSubmit={send} />}>
      <View className={cx('checkout', (unsure !== null || placing) && 'checkout--locked')}>
        <TroubleBanner onRetry={() => quoteBasket(basket)} />
        <View className='checkout__card'>
          <StoreConfirm store={store} way={way} table={table} />
        </View>
        <Join />
        <Goods basket={basket} quote={quote} onChoose={onChoose} />
        <Extras basket={basket} onChoose={onChoose}>
          <NoteField note={note} onNote={setNote} error={noteError} />
        </Extras>
        <Text className='checkout__small'>提交时微信会问要不要接收取餐通知，不接收也照常做</Text>
      </View>
      <Rose basket={basket} visit={visit} />
    </Page>
  )
}

/** A coupon that can't be used any more gives way to the best one. */
function useOtherCoupon(onChoose: Props['onChoose']): void {
  const unusable = useCheckout((s) => s.trouble?.code === 'COUPON_UNUSABLE')
  const latest = useRef(onChoose)
  latest.current = onChoose
  useEffect(() => {
    if (!unusable) return
    toast('选的券用不了了，已换成最划算的')
    latest.current({ coupons: 'best' })
  }, [unusable])
}

type GoodsProps = Pick<Props, 'basket' | 'onChoose'> & { readonly quote: Quote | null }

function Goods({ basket, quote, onChoose }: GoodsProps) {
  const faults = useCheckout((s) => s.trouble?.faults)
  const leftBehind = usePricedCart()?.rows.filter((row) => row.soldOut).length ?? 0
  if (quote === null) return <Skeleton rows={2} />
  return (
    <View className='checkout__card'>
      <CheckoutLines basket={basket} quote={quote} faults={faults ?? []} />
      {leftBehind > 0 && <Text className='checkout__left'>购物车里有 {leftBehind} 款卖完了，没有算进来</Text>}
      <CouponChoice quote={quote} onChoose={(coupons) => onChoose({ coupons: [...coupons] })} />
      <SumRows {...quote} payLabel='应付' />
    </View>
  )
}

function Rose({ basket, visit }: Pick<Props, 'basket' | 'visit'>) {
  const rose = useCheckout((s) => s.rose)
  if (rose === null) return null
  return (
    <PriceRose
      wasFen={rose.sent.expectPayFen}
      isFen={rose.quote.payFen}
      onAgree={() => submitAtNewPrice(basket.storeId, visit())}
      onDecline={() => declineNewPrice(basket)}
    />
  )
}

function Join() {
  const stranger = useMe((s) => s.me?.member === null)
  const welcome = useShop((s) => s.shop?.welcome ?? null)
  return (
    <>
      {stranger && welcome !== null && <JoinCard welcome={welcome} />}
      <WelcomeDialog confirmText='好的' />
    </>
  )
}

type ExtrasProps = Pick<Props, 'basket' | 'onChoose'> & { readonly children: React.ReactNode }

function Extras({ basket, onChoose, children }: ExtrasProps) {
  const packaging = useShop((s) => s.shop?.packaging) ?? []
  return (
    <View className='checkout__card'>
      {packaging.length > 0 && (
        <PackagingChoice
          packaging={packaging}
          chosen={basket.packagingId}
          onChoose={(packagingId) => onChoose({ packagingId })}
        />
      )}
      {children}
    </View>
  )
}
