import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import type { Store } from '@shared/catalogue/contract'
import type { Fen } from '@shared/kernel/money'
import type { Quote } from '@shared/orders/contract'
import { refreshShop, useShop } from '@/features/catalogue'
import { JoinCard, useMe, WelcomeDialog } from '@/features/members'
import { cx } from '@/ui/cx'
import { Page } from '@/ui/Page'
import { toast } from '@/ui/toast'
import type { Basket } from './basket'
import { declineNewPrice, quoteBasket, useCheckout } from './checkout'
import { CheckoutBar } from './CheckoutBar'
import { CheckoutGoods } from './CheckoutGoods'
import { NoteField, PackagingChoice } from './CheckoutOptions'
import { PriceRose } from './PriceRose'
import { submit, submitAtNewPrice } from './submit'
import { sentenceAt } from './trouble'
import { TroubleBanner } from './TroubleBanner'
import { useKnown, useShownQuote, type Choices } from './use-basket'
import type { CheckoutWay } from './use-way'
import { WayCard } from './WayCard'
import { wayOutOf } from './way-out'
import './pages/checkout/index.scss'

type Props = {
  readonly store: Store
  readonly basket: Basket
  readonly to: CheckoutWay
  /** So much is missing before the store takes the order at all. */
  readonly belowFen: Fen
  /** The visit of this page, for answers that come late. */
  readonly visit: () => number
  readonly onChoose: (change: Partial<Choices>) => void
}

/** The checkout with something to buy: everything that can still be changed, the sum, and the tap that orders. */
export function CheckoutForm({ store, basket, to, belowFen, visit, onChoose }: Props) {
  const known = useKnown(store, to.address)
  const { quote, sure } = useShownQuote(basket, known)
  const { key, trouble, unsure, placing } = useCheckout()
  const table = useShop((s) => s.table)
  const [note, setNote] = useState('')
  useOtherCoupon(onChoose)
  useFreshShop()

  const send = (shown: Quote) => {
    const said = { key, note: note.trim(), table: basket.way === 'dineIn' ? table : null }
    return submit({ ...basket, ...said, coupons: shown.couponIds, expectPayFen: shown.payFen }, visit())
  }
  const wayOut = wayOutOf(to, belowFen, trouble)
  return (
    <Page title='确认订单' footer={<CheckoutBar {...{ quote, sure, wayOut }} onSubmit={send} />}>
      <View className={cx('checkout', (unsure !== null || placing) && 'checkout--locked')}>
        <TroubleBanner onRetry={() => quoteBasket(basket)} />
        <View className='checkout__card'>
          <WayCard store={store} to={to} />
        </View>
        <Join />
        <CheckoutGoods {...{ store, basket, known, quote, belowFen, onChoose }} />
        <Extras basket={basket} onChoose={onChoose}>
          <NoteField note={note} onNote={setNote} error={sentenceAt(trouble, 'note')} />
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

/** What the phone knows of the shop is old: a way, a packaging or a store is not there any more. */
const OLD: ReadonlySet<string> = new Set(['PACKAGING_GONE', 'WAY_NOT_OFFERED', 'STORE_NOT_FOUND'])

function useFreshShop(): void {
  const old = useCheckout((s) => OLD.has(s.trouble?.code ?? ''))
  useEffect(() => {
    if (old) void refreshShop()
  }, [old])
}

function Rose({ basket, visit }: Pick<Props, 'basket' | 'visit'>) {
  const rose = useCheckout((s) => s.rose)
  if (rose === null) return null
  return (
    <PriceRose
      wasFen={rose.sent.expectPayFen}
      isFen={rose.quote.payFen}
      onAgree={() => submitAtNewPrice(basket, visit())}
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
  const wrong = useCheckout((s) => sentenceAt(s.trouble, 'packaging'))
  return (
    <View className='checkout__card'>
      {packaging.length > 0 && (
        <PackagingChoice
          packaging={packaging}
          chosen={basket.packagingId}
          error={wrong}
          onChoose={(packagingId) => onChoose({ packagingId })}
        />
      )}
      {children}
    </View>
  )
}
