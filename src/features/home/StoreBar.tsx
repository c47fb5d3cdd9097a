import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { distanceText, metresBetween } from '@shared/catalogue/distance'
import type { Store } from '@shared/catalogue/contract'
import { useMissing } from '@/features/cart'
import {
  currentStore,
  findMe,
  lookForMe,
  statusOf,
  StoreSheet,
  todayWords,
  useHere,
  useShop,
} from '@/features/catalogue'
import { cloudNow } from '@/platform/clock'
import { openMap } from '@/platform/location'
import { cx } from '@/ui/cx'
import { Icon } from '@/ui/Icon'
import { toast } from '@/ui/toast'
import './StoreBar.scss'

/** The store that is ordered from: open or not, where, how far. A tap on the name switches, on the pin shows the way. */
export function StoreBar() {
  const store = useShop(currentStore)
  const [open, setOpen] = useState(false)
  const missing = useMissing()
  if (store === null) return null
  const status = statusOf(store, cloudNow())
  return (
    <View className='store-bar'>
      <View
        className='store-bar__words'
        aria-label={`当前门店${store.name}，点按切换`}
        onClick={() => setOpen(true)}
      >
        <View className='store-bar__title'>
          <Text className='store-bar__name'>{store.name}</Text>
          <Icon name='right' size='s' />
          <Text className={cx('store-bar__mark', !status.open && 'store-bar__mark--closed')}>
            {status.mark}
          </Text>
        </View>
        <Text className='store-bar__line'>{todayWords(store, cloudNow())}</Text>
        <Text className='store-bar__line'>{store.address}</Text>
      </View>
      <Way store={store} />
      <StoreSheet open={open} onClose={() => setOpen(false)} missing={missing} />
    </View>
  )
}

/** How far it is, once the person lets us know where they are; and the map. */
function Way({ store }: { readonly store: Store }) {
  const here = useHere((s) => s.place)
  useEffect(() => {
    void lookForMe()
  }, [])
  const show = async () => {
    await findMe()
    if (!(await openMap(store))) toast(`门店地址：${store.address}`)
  }
  return (
    <View className='store-bar__way' aria-label='怎么走' onClick={() => void show()}>
      <View className='store-bar__pin'>
        <Icon name='pin' />
      </View>
      <Text>{here === null ? '怎么走' : distanceText(metresBetween(here, store))}</Text>
    </View>
  )
}
