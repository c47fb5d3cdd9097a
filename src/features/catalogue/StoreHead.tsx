import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Store, Way } from '@shared/catalogue/contract'
import { yuan } from '@shared/kernel/money'
import type { Instant } from '@shared/kernel/time'
import { useMissing } from '@/features/cart'
import { cloudNow } from '@/platform/clock'
import { distanceText, metresBetween } from '@shared/catalogue/distance'
import { cx } from '@/ui/cx'
import { Icon } from '@/ui/Icon'
import { lookForMe, useHere } from './here'
import { statusFor, todayWords } from './status'
import { chooseWay, currentStore, useShop } from './store'
import { StoreSheet } from './StoreSheet'
import { soonestWords } from './when'
import { deliveryWords, wayName, waysOf } from './ways'
import './StoreHead.scss'

/** On top of the menu: which store and how far, which way, and what holds for it today. */
export function StoreHead() {
  const store = useShop(currentStore)
  const way = useShop((s) => s.way)
  const [open, setOpen] = useState(false)
  const missing = useMissing()
  useEffect(() => {
    void lookForMe()
  }, [])
  if (store === null) return null
  return (
    <View className='store-head'>
      <View className='store-head__row'>
        <View
          className='store-head__store'
          aria-label={`当前门店${store.name}，点按切换`}
          onClick={() => setOpen(true)}
        >
          <Text className='store-head__name'>{store.name}</Text>
          <Icon name='right' size='s' />
        </View>
        <Ways ways={waysOf(store)} chosen={way} />
      </View>
      <Where store={store} way={way} />
      <Today store={store} way={way} />
      <StoreSheet open={open} onClose={() => setOpen(false)} missing={missing} />
    </View>
  )
}

function Where({ store, way }: { readonly store: Store; readonly way: Way }) {
  const here = useHere((s) => s.place)
  const table = useShop((s) => s.table)
  const far = here === null ? '' : `${distanceText(metresBetween(here, store))} · `
  return (
    <Text className='store-head__address'>
      {way === 'dineIn' && table !== null ? `${table} 桌 · 做好送到桌上` : `${far}${store.address}`}
    </Text>
  )
}

/** Only what this store offers; one way needs no switch. */
function Ways({ ways, chosen }: { readonly ways: readonly Way[]; readonly chosen: Way }) {
  if (ways.length < 2) return null
  return (
    <View className='store-head__ways'>
      {ways.map((way) => (
        <View
          key={way}
          className={cx('store-head__way', way === chosen && 'store-head__way--on')}
          onClick={() => chooseWay(way)}
        >
          <Text>{wayName(way)}</Text>
        </View>
      ))}
    </View>
  )
}

function termsWords(store: Store, way: Way, now: Instant): string {
  if (way === 'delivery') return deliveryWords(store)
  if (way === 'preorder') return soonestWords(store, now)
  const least = store.minimumFen > 0 ? ` · 起订 ¥${yuan(store.minimumFen)}` : ''
  return `${todayWords(store, now)}${least}`
}

/** Why nothing can be ordered now; else what the chosen way asks, and until when. */
function Today({ store, way }: { readonly store: Store; readonly way: Way }) {
  const now = cloudNow()
  const { why } = statusFor(store, way, now)
  const words = why !== '' ? why : termsWords(store, way, now)
  if (words === '') return null
  return (
    <View className={cx('store-head__today', why !== '' && 'store-head__today--closed')}>
      <Icon name={why === '' && way === 'delivery' ? 'bike' : 'clock'} size='s' />
      <Text className='store-head__words'>{words}</Text>
    </View>
  )
}
