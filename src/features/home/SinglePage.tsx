import { Text, View } from '@tarojs/components'
import { Icon } from '@/ui/Icon'
import { Page } from '@/ui/Page'
import './SinglePage.scss'

/** What Moments show of the shop: to be read, with no call to the cloud, for nobody is logged in there. */
export function SinglePage() {
  return (
    <Page title='常客'>
      <View className='single-page'>
        <Icon name='cup' size='xl' />
        <Text className='single-page__title'>现做咖啡和早餐</Text>
        <Text className='single-page__hint'>点下方「前往小程序」看菜单、下单</Text>
      </View>
    </Page>
  )
}
