import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Store, Way } from '@shared/catalogue/contract'
import { addLines, cartLines, clearCart, useCart } from '@/features/cart'
import { chooseStore, chooseWay, sitAt, StoreSheet, useShop } from '@/features/catalogue'
import { scan } from '@/platform/scan'
import { queryOf, tableScene } from '@/platform/scene'
import { cx } from '@/ui/cx'
import { Icon } from '@/ui/Icon'
import { toast } from '@/ui/toast'
import './StoreConfirm.scss'

const WAY_NAMES: Readonly<Record<Way, string>> = {
  pickup: '自取',
  dineIn: '堂食',
  delivery: '外送',
  preorder: '预订',
}

/** The same drinks from another store: the lines move along. */
function moveTo(from: string, to: string): void {
  const lines = cartLines(useCart.getState(), from)
  if (from === to) return
  addLines(to, lines)
  clearCart(from)
  chooseStore(to)
}

async function scanTable() {
  const path = await scan()
  if (path === null) return
  const seat = tableScene(queryOf(path)['scene'])
  if (seat === null) toast('这不是桌上的码，请扫桌面上的小程序码')
  else if (seat.storeId !== useShop.getState().storeId) toast('这张桌子在另一家门店，请先换到那家门店')
  else sitAt(seat.storeId, seat.table)
}

type Props = {
  readonly store: Store
  readonly way: Way
  readonly table: string | null
}

/** Which store, and how the order reaches the customer: asked where it still can be changed. */
export function StoreConfirm({ store, way, table }: Props) {
  const [choosing, setChoosing] = useState(false)
  const stores = useShop((s) => s.shop?.stores.length ?? 0)
  return (
    <View className='store-confirm'>
      {store.ways.length > 1 && <Ways ways={store.ways} way={way} />}
      <View className='store-confirm__store'>
        <View className='store-confirm__words'>
          <Text className='store-confirm__ask'>
            {way === 'pickup' ? '在这家店取餐，对吗' : '在这家店用餐，对吗'}
          </Text>
          <Text className='store-confirm__name'>{store.name}</Text>
          <Text className='store-confirm__address'>{store.address}</Text>
        </View>
        {stores > 1 && (
          <View className='store-confirm__change' onClick={() => setChoosing(true)}>
            <Text>换门店</Text>
            <Icon name='right' size='s' />
          </View>
        )}
      </View>
      {way === 'dineIn' && (
        <View className='store-confirm__table' onClick={() => void scanTable()}>
          <Icon name='table' />
          <Text className='store-confirm__table-name'>{table === null ? '到柜台取餐' : `${table} 桌`}</Text>
          <Text className='store-confirm__scan'>{table === null ? '扫桌码送到桌' : '重新扫码'}</Text>
        </View>
      )}
      <StoreSheet
        open={choosing}
        onClose={() => setChoosing(false)}
        onChoose={(to) => moveTo(store.id, to)}
      />
    </View>
  )
}

function Ways({ ways, way }: { readonly ways: readonly Way[]; readonly way: Way }) {
  return (
    <View className='store-confirm__ways'>
      {ways.map((w) => (
        <View
          key={w}
          className={cx('store-confirm__way', w === way && 'store-confirm__way--on')}
          onClick={() => chooseWay(w)}
        >
          {WAY_NAMES[w]}
        </View>
      ))}
    </View>
  )
}
