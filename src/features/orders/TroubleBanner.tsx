import { Text, View } from '@tarojs/components'
import { Icon } from '@/ui/Icon'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { useCheckout } from './checkout'
import { spotOf } from './trouble'
import './TroubleBanner.scss'

const UNSURE = '不确定订单有没有提交成功。点「继续提交」会接着同一笔，不会重复下单'

/** What stands in the way of ordering; said once, above everything. */
export function TroubleBanner({ onRetry }: { readonly onRetry: () => unknown }) {
  const { trouble, unsure } = useCheckout()
  if (unsure === null && trouble === null) return null
  // what is about one spot is said there
  if (unsure === null && trouble !== null && spotOf(trouble) !== 'top') return null
  return (
    <View className='trouble'>
      <Icon name={unsure !== null || trouble?.code === 'OFFLINE' ? 'offline' : 'warn'} />
      <Text className='trouble__words'>
        {unsure !== null ? `${trouble?.sentence ?? '正在提交'}。${UNSURE}` : trouble?.sentence}
      </Text>
      {unsure === null && (
        <PrimaryButton size='s' tone='plain' onTap={onRetry}>
          再看看
        </PrimaryButton>
      )}
    </View>
  )
}
