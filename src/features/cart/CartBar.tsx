import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { yuan } from '@shared/kernel/money'
import { useShop } from '@/features/catalogue'
import { Badge } from '@/ui/Badge'
import { cx } from '@/ui/cx'
import { Icon } from '@/ui/Icon'
import { toast } from '@/ui/toast'
import { CartDrawer } from './CartDrawer'
import { CheckoutButton, Sum } from './CartSum'
import type { Nudge } from './nudge'
import { asideWords, type Row } from './priced'
import { dropGone } from './store'
import { usePricedCart } from './use-priced-cart'
import './CartBar.scss'

/** Over the tab bar of the menu: how many, how much, what is saved, what little more would unlock. */
export function CartBar() {
  const cart = usePricedCart()
  const [open, setOpen] = useState(false)
  useDroppedWord()
  if (cart === null) return null
  const empty = cart.rows.length === 0
  const aside = cart.rows.filter((row) => row.soldOut)
  return (
    <>
      <View className='cart-bar'>
        {aside.length > 0 ? (
          <AsideLine rows={aside} onTap={() => setOpen(true)} />
        ) : (
          cart.nudge !== null && <NudgeLine nudge={cart.nudge} />
        )}
        <View className={cx('cart-bar__row', empty && 'cart-bar__row--empty')}>
          <View
            className='cart-bar__left'
            aria-label={`购物车，${cart.count} 件`}
            onClick={() => setOpen(!empty)}
          >
            <View className='cart-bar__bag'>
              <Icon name='bag' />
              <View className='cart-bar__badge'>
                <Badge count={cart.count} />
              </View>
            </View>
            {empty ? <Text className='cart-bar__hint'>还没选，看看想喝什么</Text> : <Sum cart={cart} />}
          </View>
          <CheckoutButton cart={cart} />
        </View>
      </View>
      <CartDrawer cart={cart} open={open && !empty} onClose={() => setOpen(false)} />
    </>
  )
}

/** What the menu no longer offers leaves the cart, with a word. */
function useDroppedWord(): void {
  const menu = useShop((s) => s.menu)
  useEffect(() => {
    if (menu === null) return
    const gone = dropGone(menu)
    if (gone > 0) toast(`有 ${gone} 样已经下架，替你从购物车里拿掉了`)
  }, [menu])
}

/** What of the cart this store can't make now: it waits in the drawer, and is not counted. */
function AsideLine({ rows, onTap }: { readonly rows: readonly Row[]; readonly onTap: () => void }) {
  return (
    <View className='cart-bar__nudge' onClick={onTap}>
      <Icon name='info' size='s' />
      <Text className='cart-bar__words'>{asideWords(rows)}</Text>
    </View>
  )
}

function NudgeLine({ nudge }: { readonly nudge: Nudge }) {
  return (
    <View className='cart-bar__nudge'>
      <Icon name={nudge.kind === 'coupon' ? 'ticket' : nudge.kind === 'minimum' ? 'bag' : 'bike'} size='s' />
      <Text className='cart-bar__words'>
        再加 <Text className='cart-bar__strong'>¥{yuan(nudge.shortFen)}</Text>
        {nudge.kind === 'freeDelivery' && ' 免配送费'}
        {nudge.kind === 'minimum' && ' 就能下单'}
        {nudge.kind === 'coupon' && ' 可用 '}
        {nudge.kind === 'coupon' && <Text className='cart-bar__strong'>¥{yuan(nudge.offFen)}</Text>}
        {nudge.kind === 'coupon' && ' 券'}
      </Text>
    </View>
  )
}
