import { Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import { currentSoldOut, useShop, wantProduct } from '@/features/catalogue'
import { goTo, TABS } from '@/platform/navigation'
import { picture } from '@/platform/picture'
import { Icon } from '@/ui/Icon'
import { Picture } from '@/ui/Picture'
import { featured } from './featured'
import './Banner.scss'

/** One banner: what the shop has to say, beside the product it is proudest of today. A tap opens that product. */
export function Banner({ notice }: { readonly notice: string }) {
  const menu = useShop((s) => s.menu)
  const soldOut = useShop(currentSoldOut)
  const product = useMemo(() => (menu === null ? null : featured(menu, soldOut)), [menu, soldOut])
  const open = () => {
    if (product !== null) wantProduct(product.id)
    goTo(TABS.menu)
  }
  return (
    <View className='banner' onClick={open}>
      <View className='banner__words'>
        <Text className='banner__mark'>{product?.marks[0] ?? '今日推荐'}</Text>
        <Text className='banner__name'>{product?.name ?? '今天喝点什么'}</Text>
        <Text className='banner__notice'>{notice !== '' ? notice : (product?.intro ?? '')}</Text>
        <View className='banner__go'>
          <Text>尝一杯</Text>
          <Icon name='right' size='s' />
        </View>
      </View>
      <Picture className='banner__plate' src={picture(product?.picture ?? '')} iconSize='xl' />
    </View>
  )
}
