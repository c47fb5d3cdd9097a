import { Text, View } from '@tarojs/components'
import type { Destination } from '@shared/orders/contract'
import { copyText } from '@/platform/clipboard'
import { dial } from '@/platform/dial'
import { Icon } from '@/ui/Icon'
import { toast } from '@/ui/toast'
import { maskName } from './words'
import './BoardPlace.scss'

/** What a rider needs, ready to be sent to them: the name and number are whole here. */
const forRider = ({ address, name, phone }: Destination) => `${address}\n${name} ${phone}`

async function copy(destination: Destination) {
  if (!(await copyText(forRider(destination)))) toast('没能复制，请照着地址抄一下')
}

/** Where a delivery goes, with a call and a copy. A customer who has left (注销) took the address along. */
export function BoardPlace({ destination }: { readonly destination: Destination | null }) {
  if (destination === null || destination.address === '')
    return <Text className='board-place__none'>顾客已注销，收货地址已删除</Text>
  const { address, name, phone } = destination
  return (
    <View className='board-place'>
      <View className='board-place__words'>
        <Text className='board-place__address' selectable>
          {address}
        </Text>
        <Text className='board-place__who'>
          {maskName(name)} · 尾号 {phone.slice(-4)}
        </Text>
      </View>
      <View className='board-place__tap' onClick={() => dial(phone)}>
        <Icon name='phone' />
        <Text>电话</Text>
      </View>
      <View className='board-place__tap' onClick={() => void copy(destination)}>
        <Icon name='copy' />
        <Text>复制</Text>
      </View>
    </View>
  )
}
