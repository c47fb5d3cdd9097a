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
          <Rows rows={cart.rows} />
        </View>
      </Sheet>
      <ClearDialog
        open={asking}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          clearCart()
          onClose()
        }}
      />
    </>
  )
}

/** What can be had, and under it what this store can't make now. */
function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const store = useShop((s) => currentStore(s)?.name ?? '')
  const had = rows.filter((row) => !row.soldOut)
  const aside = rows.filter((row) => row.soldOut)
  return (
    <>
      {had.map((row) => (
        <DrawerRow key={row.key} row={row} />
      ))}
      {aside.length > 0 && <Text className='cart-drawer__aside'>{store}现在做不了，没有算进来</Text>}
      {aside.map((row) => (
        <DrawerRow key={row.key} row={row} />
      ))}
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

function DrawerRow({ row }: { readonly row: Row }) {
  const onQty = (qty: number) => setQty(row.key, qty)
  return (
    <View className={cx('cart-row', row.soldOut && 'cart-row--gone')}>
      <Picture className='cart-row__plate' src={picture(row.product.picture)} />
      <View className='cart-row__words'>
        <Text className='cart-row__name'>{row.product.name}</Text>
        {row.specText !== '' && <Text className='cart-row__spec'>{row.specText}</Text>}
        <View className='cart-row__foot'>
          {row.soldOut ? <Text className='cart-row__mark'>×{row.line.qty}</Text> : <RowPrice row={row} />}
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

function RowPrice({ row }: { readonly row: Row }) {
  return (
    <View className='cart-row__price'>
      <Money fen={row.payFen} />
      {row.payFen < row.listFen && <Money fen={row.listFen} size='s' was />}
    </View>
  )
}
