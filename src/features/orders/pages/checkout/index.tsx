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
import { forgetTrouble, leaveCheckout, openCheckout, quoteBasket, useCheckout } from '../../checkout'
import { CheckoutForm } from '../../CheckoutForm'
import { useBasket, type Choices } from '../../use-basket'
import { useWay, type CheckoutWay } from '../../use-way'
import { wayOutOf } from '../../way-out'
import './index.scss'

const FIRST: Choices = { coupons: 'best', packagingId: '', usePoints: false }

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
  const packaging = useShop((s) => s.shop?.packaging) ?? []
  const cart = usePricedCart()
  const [chosen, setChosen] = useState<Choices>(FIRST)
  const own = packaging.find(({ id }) => id === chosen.packagingId)
  const packagingId = (own ?? packaging[0])?.id ?? ''
  const to = useWay(store, cart?.count ?? 0)
  const basket = useBasket(store, to, { ...chosen, packagingId })
  const done = useCheckout((s) => s.done)
  const wanted = cart?.rows.length ?? 0
  const gone = useCheckout(({ trouble }) => basket !== null && allGone(basket, trouble?.faults ?? []))

  useQuote(basket, to, cart?.belowFen ?? 0)

  if (done) return <Passing />
  if (basket === null || store === null || cart === null) return <Unknown />
  if (basket.lines.length === 0 || gone) return <NothingToBuy wanted={wanted} />
  return (
    <CheckoutForm
      store={store}
      basket={basket}
      to={to}
      belowFen={cart.belowFen}
      visit={visit}
      onChoose={(change) => setChosen({ ...chosen, packagingId, ...change })}
    />
  )
}

/**
 * Asks for the price, again when what is bought changes or the wallet does (somebody joined just now). What the phone
 * itself sees missing (an address, a slot, goods) is not asked about.
 */
function useQuote(basket: Basket | null, to: CheckoutWay, belowFen: number): void {
  const coupons = useMe((s) => s.me?.coupons)
  const done = useCheckout((s) => s.done)
  const ready = wayOutOf(to, belowFen, null) === null
  const asked = useRef('')
  useEffect(() => {
    if (basket === null || basket.lines.length === 0 || done) return
    const wallet = coupons?.map((c) => [c.id, c.state])
    const question = JSON.stringify([basketName(basket), wallet, ready])
    if (asked.current === question) return
    asked.current = question
    forgetTrouble()
    if (ready) void quoteBasket(basket)
  }, [basket, coupons, done, ready])
}

function Frame({ children }: { readonly children: React.ReactNode }) {
  return (
    <Page title='确认订单'>
      <View className='checkout'>{children}</View>
    </Page>
  )
}

function Unknown() {
  const failure = useHome((s) => s.failure)
  return (
    <Frame>{failure === null ? <Skeleton rows={3} /> : <ErrorState {...failure} onRetry={openHome} />}</Frame>
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
