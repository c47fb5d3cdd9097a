import { Text, View } from '@tarojs/components'
import { create } from 'zustand'
import { Icon } from './Icon'
import './OfflineBar.scss'

const useNetwork = create<{ readonly online: boolean }>(() => ({ online: true }))

/** Takes what the phone says about its network. It may be wrong; a failed call is the truth. */
export function putOnline(online: boolean): void {
  useNetwork.setState({ online })
}

/** Says that the network is away, while it is, on whatever page. */
export function OfflineBar() {
  if (useNetwork((s) => s.online)) return null
  return (
    <View className='ui-offline'>
      <Icon name='offline' size='s' />
      <Text>网络断开了，内容可能不是最新的</Text>
    </View>
  )
}
