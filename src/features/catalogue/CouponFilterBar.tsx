import { Text, View } from '@tarojs/components'
import type { Terms } from '@shared/coupons/contract'
import { Icon } from '@/ui/Icon'
import { clearFilter } from './coupon-filter'
import './CouponFilterBar.scss'

type Props = { readonly terms: Terms; readonly empty: boolean }

/** Over a menu that is cut down to a coupon: which one, and the way back to everything. */
export function CouponFilterBar({ terms, empty }: Props) {
  return (
    <View className='coupon-filter'>
      <View className='coupon-filter__icon'>
        <Icon name='ticket' size='s' />
      </View>
      <Text className='coupon-filter__words'>
        {empty ? `「${terms.title}」适用的商品暂时都没有了` : `可用「${terms.title}」的商品`}
      </Text>
      <View className='coupon-filter__all' aria-label='看全部商品' onClick={clearFilter}>
        <Text>看全部</Text>
        <Icon name='close' size='s' />
      </View>
    </View>
  )
}
