import { Text, View } from '@tarojs/components'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { usePricedCart } from '@/features/cart'
import { currentStore, refreshShop, useShop } from '@/features/catalogue'
import { openHome, useHome } from '@/features/home'
import { useMe } from '@/features/members'
import { goTo, TABS } from '@/platform/navigation'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { allGone, basketName, type Basket } from '../../basket'
import { leaveCheckout, openCheckout, quoteBasket, useCheckout } from '../../checkout'
import { CheckoutForm } from '../../CheckoutForm'
import { useBasket, type Choices } from '../../use-basket'
import './index.scss'

const FIRST: Choices = { coupons: 'best', packagingId: '', usePoints: false, addressId: null, slot: null }

export default function CheckoutPage() {
  const visit = useRef(0)
  // Before the effects of what is inside: the first quote belongs to this visit.
  useLayoutEffect(() => {
    visit.current = openCheckout()
    return leaveCheckout
  }, [])
  return <Checkout visit={() => visit.current} />
}

function Checkout({ visit }: { readonly visit: () => number }) {
  const store = useShop(currentStore)
  const packaging = useShop((s) => s.shop?.packaging)
  const [chosen, setChosen] = useState<Choices>(FIRST)
  const packagingId = chosen.packagingId || (packaging?.[0]?.id ?? '')
  const basket = useBasket(store, { ...chosen, packagingId })
  const failure = useHome((s) => s.failure)
  const done = useCheckout((s) => s.done)
  const wanted = usePricedCart()?.rows.length ?? 0
  const gone = useCheckout(({ trouble }) => basket !== null && allGone(basket, trouble?.faults ?? []))

  useQuote(basket, done)

  if (done) return <Passing />
  if (basket === null || store === null)
    return (
      <Frame>
        {failure === null ? <Skeleton rows={3} /> : <ErrorState {...failure} onRetry={openHome} />}
      </Frame>
    )
  if (basket.lines.length === 0 || gone) return <NothingToBuy wanted={wanted} />
  return (
    <CheckoutForm
      store={store}
      basket={basket}
      visit={visit}
      onChoose={(change) => setChosen({ ...chosen, packagingId, ...change })}
    />
  )
}

/** Asks for the price, again when what is bought changes or the wallet does (somebody joined just now). */
function useQuote(basket: Basket | null, done: boolean): void {
  const coupons = useMe((s) => s.me?.coupons)
  const asked = useRef('')
  useEffect(() => {
    if (basket === null || basket.lines.length === 0 || done) return
    const question = basketName(basket) + JSON.stringify(coupons?.map((c) => [c.id, c.state]))
    if (asked.current === question) return
    asked.current = question
    void quoteBasket(basket)
  }, [basket, coupons, done])
}

function Frame({ children }: { readonly children: React.ReactNode }) {
  return (
    <Page title='确认订单'>
      <View className='checkout'>{children}</View>
    </Page>
  )
}

/** An empty cart, or one of which nothing is left: the customer did choose, and hears what became of it. */
function NothingToBuy({ wanted }: { readonly wanted: number }) {
  const toMenu = () => {
    if (wanted > 0) void refreshShop()
    goTo(TABS.menu)
  }
  return (
    <Frame>
      {wanted > 0 ? (
        <Empty
          icon='cup'
          title='选好的都卖完了'
          hint='没有下单，也没有付款，换一款试试吧'
          action={{ text: '回菜单换一款', onTap: toMenu }}
        />
      ) : (
        <Empty
          icon='bag'
          title='购物车是空的'
          hint='先去挑一杯喜欢的'
          action={{ text: '去点单', onTap: toMenu }}
        />
      )}
    </Frame>
  )
}

/** The order stands; the pay sheet is over the page, then the order's own page comes. */
function Passing() {
  return (
    <Frame>
      <View className='checkout__passing'>
        <Text>订单已提交，正在打开支付</Text>
      </View>
    </Frame>
  )
}
