import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Store } from '@shared/catalogue/contract'
import { distanceText, metresBetween } from '@shared/catalogue/distance'
import { cloudNow } from '@/platform/clock'
import { whereAmI } from '@/platform/location'
import type { Place } from '@/platform/types'
import { cx } from '@/ui/cx'
import { Icon } from '@/ui/Icon'
import { Sheet } from '@/ui/Sheet'
import { openingText, statusOf } from './status'
import { chooseStore, currentStore, useShop } from './store'
import './StoreSheet.scss'

const NO_STORES: readonly Store[] = []

type Props = {
  readonly open: boolean
  readonly onClose: () => void
  /** What a tap does; by itself it orders from that store from now on. Each store keeps its own cart. */
  readonly onChoose?: (storeId: string) => void
}

/** Every store with its hours and distance. */
export function StoreSheet({ open, onClose, onChoose = chooseStore }: Props) {
  const stores = useShop((s) => s.shop?.stores ?? NO_STORES)
  const current = useShop((s) => currentStore(s)?.id ?? null)
  const here = useHere(open)
  return (
    <Sheet open={open} onClose={onClose} title='选择门店'>
      <View className='store-sheet'>
        {stores.map((store) => (
          <Row
            key={store.id}
            store={store}
            on={store.id === current}
            here={here}
            onTap={() => {
              onChoose(store.id)
              onClose()
            }}
          />
        ))}
      </View>
    </Sheet>
  )
}

type RowProps = {
  readonly store: Store
  readonly on: boolean
  readonly here: Place | null
  readonly onTap: () => void
}

function Row({ store, on, here, onTap }: RowProps) {
  const status = statusOf(store, cloudNow())
  const ways = store.ways.includes('dineIn') ? '自取 · 堂食' : '仅自取'
  return (
    <View className={cx('store-row', on && 'store-row--on')} onClick={onTap}>
      <View className='store-row__words'>
        <View className='store-row__title'>
          <Text className='store-row__name'>{store.name}</Text>
          <Text className={cx('store-row__mark', !status.open && 'store-row__mark--closed')}>
            {status.mark}
          </Text>
        </View>
        <Text className='store-row__line'>{store.address}</Text>
        <Text className='store-row__line'>
          {openingText(store.hours)} · {ways}
          {here !== null && ` · 距你 ${distanceText(metresBetween(here, store))}`}
        </Text>
      </View>
      {on && (
        <View className='store-row__check'>
          <Icon name='check' />
        </View>
      )}
    </View>
  )
}

/** Where the person is, if they allowed it before; looked up once the sheet opens. */
function useHere(open: boolean): Place | null {
  const [here, setHere] = useState<Place | null>(null)
  useEffect(() => {
    let gone = false
    if (open) void whereAmI(false).then((place) => !gone && setHere(place))
    return () => {
      gone = true
    }
  }, [open])
  return here
}
