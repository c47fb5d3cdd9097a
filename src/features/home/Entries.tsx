import { Text, View } from '@tarojs/components'
import type { Store, Way } from '@shared/catalogue/contract'
import { yuan } from '@shared/kernel/money'
import type { Instant } from '@shared/kernel/time'
import { chooseWay, currentStore, sitAt, soonestWords, useShop, wayName, waysOf } from '@/features/catalogue'
import { cloudNow } from '@/platform/clock'
import { comeIn } from '@/features/referral'
import { goTo, TABS } from '@/platform/navigation'
import { scan } from '@/platform/scan'
import { queryOf, tableScene } from '@/platform/scene'
import { Icon, type IconName } from '@/ui/Icon'
import { arranged } from './arranged'
import './Entries.scss'

const ICONS: Readonly<Record<Way, IconName>> = {
  pickup: 'bag',
  delivery: 'bike',
  preorder: 'clock',
  dineIn: 'table',
}
const TONES: Readonly<Record<Way, 'accent' | 'green' | 'amber'>> = {
  pickup: 'accent',
  delivery: 'green',
  preorder: 'amber',
  dineIn: 'green',
}

/** What matters before a way is chosen, in a few words. */
function hintOf(way: Way, store: Store, now: Instant): string {
  if (way === 'delivery') return deliveryHint(store)
  if (way === 'preorder') return soonestWords(store, now)
  if (store.minimumFen > 0) return `起订 ¥${yuan(store.minimumFen)}`
  return way === 'dineIn' ? '坐下慢慢吃' : '到店取，不用排队'
}

function deliveryHint({ delivery }: Store): string {
  if (delivery === null) return ''
  const { minimumFen, freeFromFen } = delivery
  const least = minimumFen > 0 ? `起送 ¥${yuan(minimumFen)}` : '送到门口'
  return freeFromFen === null ? least : `${least} · 免配送费满 ¥${yuan(freeFromFen)}`
}

/** Where to begin: the ways that this store has. The code on a table can be scanned right here. */
export function Entries() {
  const store = useShop(currentStore)
  if (store === null) return null
  const { large, wide } = arranged(waysOf(store))
  return (
    <View className='entries'>
      {large.map((way) => (
        <Entry key={way} way={way} store={store} />
      ))}
      {wide.map((way) => (
        <Wide key={way} way={way} store={store} />
      ))}
      {store.ways.includes('dineIn') && (
        <View className='entries__scan' onClick={() => void scanTable()}>
          <Icon name='scan' size='s' />
          <Text>已经坐下？扫桌上的码点单，做好送到桌</Text>
        </View>
      )}
    </View>
  )
}

type EntryProps = { readonly way: Way; readonly store: Store }

function start(way: Way): void {
  chooseWay(way)
  goTo(TABS.menu)
}

function Entry({ way, store }: EntryProps) {
  return (
    <View className={`entry entry--${TONES[way]}`} aria-label={wayName(way)} onClick={() => start(way)}>
      <View className='entry__icon'>
        <Icon name={ICONS[way]} size='l' />
      </View>
      <Text className='entry__name'>{wayName(way)}</Text>
      <Text className='entry__hint'>{hintOf(way, store, cloudNow())}</Text>
    </View>
  )
}

function Wide({ way, store }: EntryProps) {
  return (
    <View
      className={`entry-wide entry-wide--${TONES[way]}`}
      aria-label={wayName(way)}
      onClick={() => start(way)}
    >
      <Icon name={ICONS[way]} />
      <Text className='entry-wide__name'>{wayName(way)}</Text>
      <Text className='entry-wide__hint'>{hintOf(way, store, cloudNow())}</Text>
      <Icon name='right' size='s' />
    </View>
  )
}

async function scanTable(): Promise<void> {
  const path = await scan()
  if (path === null) return
  const seat = tableScene(queryOf(path)['scene'])
  if (seat === null) {
    goTo(path)
    return comeIn(queryOf(path), true)
  }
  sitAt(seat.storeId, seat.table)
  goTo(TABS.menu)
}
