import { Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import { chooseStore, soldOutAt, useShop } from '@/features/catalogue'
import { addLines, priceCart, useCart, type Row } from '@/features/cart'
import { cloudNow } from '@/platform/clock'
import { goTo, TABS } from '@/platform/navigation'
import { picture } from '@/platform/picture'
import { Money } from '@/ui/Money'
import { Picture } from '@/ui/Picture'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { toast } from '@/ui/toast'
import './Again.scss'

const SHOWN = 3

/** What this phone ordered last, at today's prices, as far as it can still be had; null when there is nothing. */
function useLastOrder() {
  const last = useCart((s) => s.last)
  const menu = useShop((s) => s.menu)
  const soldOut = useShop((s) => soldOutAt(s, last?.storeId ?? ''))
  return useMemo(() => {
    if (last === null || menu === null) return null
    const cart = priceCart(last.lines, menu, soldOut, null, cloudNow())
    const rows = cart.rows.filter((row) => !row.soldOut)
    return rows.length === 0 ? null : { last, rows, goodsFen: cart.goodsFen }
  }, [last, menu, soldOut])
}

type LastOrder = NonNullable<ReturnType<typeof useLastOrder>>

function again({ last, rows }: LastOrder): void {
  chooseStore(last.storeId)
  addLines(rows.map((row) => row.line))
  if (rows.length < last.lines.length) toast('有几样今天没有了，其余的已放进购物车')
  goTo(TABS.menu)
}

/** 再来一单, in one tap. */
export function Again() {
  const order = useLastOrder()
  if (order === null) return null
  const { rows, goodsFen } = order
  return (
    <View className='again'>
      <View className='again__head'>
        <Text className='again__title'>再来一单</Text>
        <Text className='again__hint'>和上次一样</Text>
      </View>
      <View className='again__row'>
        <View className='again__plates'>
          {rows.slice(0, SHOWN).map((row) => (
            <Picture
              key={row.key}
              className='again__picture'
              src={picture(row.product.picture)}
              iconSize='m'
            />
          ))}
        </View>
        <View className='again__words'>
          <Text className='again__names'>{names(rows)}</Text>
          <Money fen={goodsFen} />
        </View>
        <PrimaryButton size='s' onTap={() => again(order)}>
          加入购物车
        </PrimaryButton>
      </View>
    </View>
  )
}

const names = (rows: readonly Row[]) =>
  rows.map((row) => (row.line.qty > 1 ? `${row.product.name}×${row.line.qty}` : row.product.name)).join('、')
