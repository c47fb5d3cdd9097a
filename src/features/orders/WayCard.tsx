import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Store, Way } from '@shared/catalogue/contract'
import { useMissing } from '@/features/cart'
import { chooseWay, StoreSheet, useShop, wayName, waysOf } from '@/features/catalogue'
import { cx } from '@/ui/cx'
import { Icon } from '@/ui/Icon'
import { DeliveryTo } from './DeliveryTo'
import { SlotChoice } from './SlotChoice'
import { TableRow } from './TableRow'
import type { CheckoutWay } from './use-way'
import './WayCard.scss'

const ASKS: Readonly<Record<Way, string>> = {
  pickup: '在这家店取餐，对吗',
  dineIn: '在这家店用餐，对吗',
  delivery: '由这家店配送',
  preorder: '在这家店预订',
}

type Props = { readonly store: Store; readonly to: CheckoutWay }

/** How the order reaches the customer, and what each way needs to know: asked where it still can be changed. */
export function WayCard({ store, to }: Props) {
  const { way } = to
  const ways = waysOf(store)
  return (
    <View className='way-card'>
      {ways.length > 1 && <Ways ways={ways} way={way} />}
      {way === 'delivery' && <DeliveryTo store={store} to={to} />}
      {way === 'preorder' && <SlotChoice to={to} />}
      <StoreRow store={store} ask={ASKS[way]} />
      {way === 'dineIn' && <TableRow />}
    </View>
  )
}

function Ways({ ways, way }: { readonly ways: readonly Way[]; readonly way: Way }) {
  return (
    <View className='way-card__ways'>
      {ways.map((w) => (
        <View
          key={w}
          className={cx('way-card__way', w === way && 'way-card__way--on')}
          onClick={() => chooseWay(w)}
        >
          {wayName(w)}
        </View>
      ))}
    </View>
  )
}

function StoreRow({ store, ask }: { readonly store: Store; readonly ask: string }) {
  const [choosing, setChoosing] = useState(false)
  const stores = useShop((s) => s.shop?.stores.length ?? 0)
  const missing = useMissing()
  return (
    <View className='way-card__store'>
      <View className='way-card__words'>
        <Text className='way-card__ask'>{ask}</Text>
        <Text className='way-card__name'>{store.name}</Text>
        <Text className='way-card__address'>{store.address}</Text>
      </View>
      {stores > 1 && (
        <View className='way-card__change' onClick={() => setChoosing(true)}>
          <Text>换门店</Text>
          <Icon name='right' size='s' />
        </View>
      )}
      <StoreSheet open={choosing} onClose={() => setChoosing(false)} missing={missing} />
    </View>
  )
}
