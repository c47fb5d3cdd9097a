import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { currentStore, useShop } from '@/features/catalogue'
import { picture } from '@/platform/picture'
import { cx } from '@/ui/cx'
import { Dialog } from '@/ui/Dialog'
import { Icon } from '@/ui/Icon'
import { Money } from '@/ui/Money'
import { Picture } from '@/ui/Picture'
import { Sheet } from '@/ui/Sheet'
import { Stepper } from '@/ui/Stepper'
import { CheckoutButton, Sum } from './CartSum'
import type { PricedCart, Row } from './priced'
import { clearCart, setQty } from './store'
import './CartDrawer.scss'

type Props = { readonly cart: PricedCart; readonly open: boolean; readonly onClose: () => void }

/** What is in the cart, line by line. */
export function CartDrawer({ cart, open, onClose }: Props) {
  const storeId = useShop((s) => currentStore(s)?.id ?? '')
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Sheet
        open={open}
        onClose={onClose}
        title={`已选 ${cart.count} 件`}
        footer={
          <View className='cart-drawer__foot'>
            <Sum cart={cart} />
            <CheckoutButton cart={cart} />
          </View>
        }
      >
        <View className='cart-drawer'>
          <View className='cart-drawer__clear' onClick={() => setAsking(true)}>
            <Icon name='trash' size='s' />
            <Text>清空</Text>
          </View>
          {cart.rows.map((row) => (
            <DrawerRow key={row.key} row={row} onQty={(qty) => setQty(storeId, row.key, qty)} />
          ))}
        </View>
      </Sheet>
      <ClearDialog
        open={asking}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          clearCart(storeId)
          onClose()
        }}
      />
    </>
  )
}

type ClearProps = {
  readonly open: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

function ClearDialog(props: ClearProps) {
  return <Dialog {...props} title='清空购物车？' confirmText='清空' cancelText='再想想' danger />
}

function DrawerRow({ row, onQty }: { readonly row: Row; readonly onQty: (qty: number) => void }) {
  return (
    <View className={cx('cart-row', row.soldOut && 'cart-row--gone')}>
      <Picture className='cart-row__plate' src={picture(row.product.picture)} />
      <View className='cart-row__words'>
        <Text className='cart-row__name'>{row.product.name}</Text>
        {row.specText !== '' && <Text className='cart-row__spec'>{row.specText}</Text>}
        <View className='cart-row__foot'>
          {row.soldOut ? <Text className='cart-row__mark'>今日售罄</Text> : <Money fen={row.listFen} />}
          {row.soldOut ? (
            <View className='cart-row__remove' onClick={() => onQty(0)}>
              <Text>移除</Text>
            </View>
          ) : (
            <Stepper qty={row.line.qty} onChange={onQty} />
          )}
        </View>
      </View>
    </View>
  )
}
