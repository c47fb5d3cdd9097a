import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import type { Store } from '@shared/catalogue/contract'
import { cloudNow } from '@/platform/clock'
import { distanceText, metresBetween } from '@shared/catalogue/distance'
import type { Place } from '@/platform/types'
import { cx } from '@/ui/cx'
import { Icon } from '@/ui/Icon'
import { Sheet } from '@/ui/Sheet'
import { toast } from '@/ui/toast'
import { allowMe, findMe, lookForMe, useHere } from './here'
import { statusOf, todayWords } from './status'
import { chooseStore, currentStore, useShop } from './store'
import { wayName, waysOf } from './ways'
import './StoreSheet.scss'

const NO_STORES: readonly Store[] = []

type Props = {
  readonly open: boolean
  readonly onClose: () => void
  /** What of the cart a store can't make now, by name: said before it is chosen. */
  readonly missing: (storeId: string) => readonly string[]
}

/** Every store, the nearest first where the place is known; without it, in the shop's order. */
export function StoreSheet({ open, onClose, missing }: Props) {
  const stores = useShop((s) => s.shop?.stores ?? NO_STORES)
  const current = useShop((s) => currentStore(s)?.id ?? null)
  const here = useHere((s) => s.place)
  useEffect(() => {
    if (open) void lookForMe()
  }, [open])
  if (!open) return null
  return (
    <Sheet open onClose={onClose} title='选择门店'>
      <View className='store-sheet'>
        {here === null && <FindMe />}
        {nearestFirst(stores, here).map((store) => (
          <Row
            key={store.id}
            store={store}
            on={store.id === current}
            here={here}
            missing={missing(store.id)}
            onTap={() => {
              chooseWithWord(store)
              onClose()
            }}
          />
        ))}
      </View>
    </Sheet>
  )
}

/** A store that has not the chosen way takes its first one, and says so. */
function chooseWithWord(store: Store): void {
  const before = useShop.getState().way
  chooseStore(store.id)
  const { way } = useShop.getState()
  if (way !== before) toast(`${store.name}没有${wayName(before)}，已换成${wayName(way)}`)
}

function nearestFirst(stores: readonly Store[], here: Place | null): readonly Store[] {
  if (here === null) return stores
  return [...stores].sort((a, b) => metresBetween(here, a) - metresBetween(here, b))
}

/** The place is not known: a tap asks for it, or leads to the settings where it was refused for good. */
function FindMe() {
  const denied = useHere((s) => s.denied)
  const look = async () => {
    if (!(await (denied ? allowMe() : findMe()))) toast('没有取到位置，直接选门店也可以')
  }
  return (
    <View className='store-sheet__find' onClick={() => void look()}>
      <Icon name='pin' size='s' />
      <Text className='store-sheet__why'>
        {denied ? '没有位置权限，看不到哪家离你近' : '看看哪家离你最近'}
      </Text>
      <Text className='store-sheet__go'>{denied ? '去设置打开' : '开启定位'}</Text>
    </View>
  )
}

type RowProps = {
  readonly store: Store
  readonly on: boolean
  readonly here: Place | null
  readonly missing: readonly string[]
  readonly onTap: () => void
}

function Row({ store, on, here, missing, onTap }: RowProps) {
  const status = statusOf(store, cloudNow())
  return (
    <View className={cx('store-row', on && 'store-row--on')} onClick={onTap}>
      <View className='store-row__words'>
        <View className='store-row__title'>
          <Text className='store-row__name'>{store.name}</Text>
          <Text className={cx('store-row__mark', !status.open && 'store-row__mark--closed')}>
            {status.mark}
          </Text>
          {here !== null && (
            <Text className='store-row__far'>{distanceText(metresBetween(here, store))}</Text>
          )}
        </View>
        <Text className='store-row__line'>{store.address}</Text>
        <Text className='store-row__line'>{todayWords(store, cloudNow())}</Text>
        <View className='store-row__ways'>
          {waysOf(store).map((way) => (
            <Text key={way} className='store-row__way'>
              {wayName(way)}
            </Text>
          ))}
        </View>
        {missing.length > 0 && (
          <Text className='store-row__missing'>做不了{missing.join('、')}，会替你放在一边</Text>
        )}
      </View>
      {on && (
        <View className='store-row__check'>
          <Icon name='check' />
        </View>
      )}
    </View>
  )
}
