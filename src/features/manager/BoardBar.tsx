import { Text, View } from '@tarojs/components'
import { goTo } from '@/platform/navigation'
import { Icon, type IconName } from '@/ui/Icon'
import { PrimaryButton } from '@/ui/PrimaryButton'
import type { HandOver } from './use-hand-over'
import './BoardBar.scss'

type Props = { readonly storeId: string; readonly handOver: HandOver }

/** Under the thumb: what is done without looking for a card. */
export function BoardBar({ storeId, handOver }: Props) {
  const look = () => goTo(`/features/manager/pages/history/index?storeId=${storeId}`)
  return (
    <View className='board-bar'>
      <Item icon='order' words='查订单' onTap={look} />
      <Item icon='edit' words='输取餐号' onTap={handOver.type} />
      <PrimaryButton className='board-bar__scan' size='l' onTap={handOver.scan}>
        <Icon name='scan' />
        <Text>扫码交付</Text>
      </PrimaryButton>
    </View>
  )
}

type ItemProps = { readonly icon: IconName; readonly words: string; readonly onTap: () => void }

function Item({ icon, words, onTap }: ItemProps) {
  return (
    <View className='board-bar__item' onClick={onTap}>
      <Icon name={icon} />
      <Text>{words}</Text>
    </View>
  )
}
