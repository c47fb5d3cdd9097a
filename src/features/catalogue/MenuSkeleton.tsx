import { View } from '@tarojs/components'
import { Skeleton } from '@/ui/Skeleton'
import './MenuSkeleton.scss'

/** The shape of the menu while it is on its way. */
export function MenuSkeleton() {
  return (
    <View className='menu-skeleton'>
      <View className='menu-skeleton__rail' />
      <View className='menu-skeleton__list'>
        <Skeleton rows={5} />
      </View>
    </View>
  )
}
