import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Store, Way } from '@shared/catalogue/contract'
import { cloudNow } from '@/platform/clock'
import { cx } from '@/ui/cx'
import { Icon } from '@/ui/Icon'
import { toast } from '@/ui/toast'
import { statusOf } from './status'
import { chooseWay, currentStore, useShop } from './store'
import { StoreSheet } from './StoreSheet'
import './StoreHead.scss'

const WAYS: readonly { readonly way: Way; readonly text: string }[] = [
  { way: 'pickup', text: '自取' },
  { way: 'dineIn', text: '堂食' },
]

/** On top of the menu: which store, which way, and a word when it takes no orders now. */
export function StoreHead() {
  const store = useShop(currentStore)
  const way = useShop((s) => s.way)
  const table = useShop((s) => s.table)
  const [open, setOpen] = useState(false)
  if (store === null) return null
  const { why } = statusOf(store, cloudNow())
  return (
    <View className='store-head'>
      <View className='store-head__row'>
        <View
          className='store-head__store'
          aria-label={`当前门店${store.name}，点按切换`}
          onClick={() => setOpen(true)}
        >
          <View className='store-head__title'>
            <Text className='store-head__name'>{store.name}</Text>
            <Icon name='right' size='s' />
          </View>
          <Text className='store-head__address'>
            {way === 'dineIn' && table !== null ? `${table} 桌 · 做好送到桌上` : store.address}
          </Text>
        </View>
        <View className='store-head__ways'>
          {WAYS.map((item) => (
            <WayTab key={item.way} {...item} store={store} on={item.way === way} />
          ))}
        </View>
      </View>
      {why !== '' && (
        <View className='store-head__closed'>
          <Icon name='clock' size='s' />
          <Text>{why}</Text>
        </View>
      )}
      <StoreSheet open={open} onClose={() => setOpen(false)} />
    </View>
  )
}

type WayTabProps = { readonly way: Way; readonly text: string; readonly store: Store; readonly on: boolean }

function WayTab({ way, text, store, on }: WayTabProps) {
  const offered = store.ways.includes(way)
  return (
    <View
      className={cx('store-head__way', on && 'store-head__way--on', !offered && 'store-head__way--off')}
      onClick={() => (offered ? chooseWay(way) : toast(`${store.name}没有${text}`))}
    >
      <Text>{text}</Text>
    </View>
  )
}
