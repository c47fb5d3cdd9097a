import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Icon } from './Icon'
import './OfflineBar.scss'

/** Whether the phone says that it has a network. It may be wrong; a failed call is the truth. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(true)
  useEffect(() => {
    const changed = (now: { isConnected: boolean }) => setOnline(now.isConnected)
    Taro.onNetworkStatusChange(changed)
    return () => Taro.offNetworkStatusChange(changed)
  }, [])
  return online
}

/** Says that the network is away, while it is. */
export function OfflineBar() {
  if (useOnline()) return null
  return (
    <View className='ui-offline'>
      <Icon name='offline' size='s' />
      <Text>网络断开了，内容可能不是最新的</Text>
    </View>
  )
}
